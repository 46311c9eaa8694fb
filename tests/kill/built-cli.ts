import { join, resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../..')

/** Builds the command line as it is shipped; gives its script. `name` keeps two tests apart. */
export async function builtCli(name: string): Promise<string> {
  // Inside the project, so that what is built finds its packages.
  const outDir = join(root, 'out', name)
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@shared': join(root, 'src/shared') } },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: {
          cli: join(root, 'electron/cli/index.ts'),
          // Started by path: a thread that reads answers, and a process that looks at files before they
          // are opened.
          'body-worker': join(root, 'electron/services/remote/body/body-worker.ts'),
          'inspect-child': join(root, 'electron/services/workspace/inspect/inspect-child.mjs'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  })
  return join(outDir, 'cli.js')
}
