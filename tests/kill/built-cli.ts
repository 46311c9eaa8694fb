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
          // Started by path, in a process of its own, which looks at a file before it is opened.
          'inspect-child': join(root, 'electron/services/workspace/inspect/inspect-child.mjs'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  })
  return join(outDir, 'cli.js')
}
