import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'

export const pageNames = ['ours', 'sigma', 'cytoscape', 'png'] as const
export type PageName = (typeof pageNames)[number]

/** Builds the pages as the program's own page is built, and serves them on loopback. */
export async function servePages(
  root: string,
): Promise<{ origin: string; stop: () => Promise<void> }> {
  const outDir = join(root, 'out/bench/pages')
  const pages = join(root, 'bench/pages')
  await build({
    root: pages,
    base: './',
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': join(root, 'src/shared') } },
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      // The peers are large, and nobody waits for them.
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: pageNames.map((name) => join(pages, `${name}.html`)) },
    },
  })
  const server = await preview({
    root: pages,
    configFile: false,
    logLevel: 'error',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, strictPort: false },
  })
  const address = server.httpServer.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { origin: `http://127.0.0.1:${port}`, stop: () => server.close() }
}
