import { join, resolve } from 'node:path'
import { build } from 'vite'
import { type BodyReader, createBodyReader } from '../../../../../electron/services/remote/body'

const root = resolve(import.meta.dirname, '../../../../..')

/** A reader with the thread that is shipped, which Node cannot start from source. `name` keeps two tests apart. */
export async function builtReader(name: string): Promise<BodyReader> {
  // Inside the project, so that what is built finds its packages.
  const outDir = join(root, 'out', `thread-${name}`)
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@shared': join(root, 'src/shared') } },
    build: {
      ssr: join(root, 'electron/services/remote/body/body-worker.ts'),
      outDir,
      emptyOutDir: true,
      rolldownOptions: { output: { format: 'es', entryFileNames: '[name].mjs' } },
    },
  })
  return createBodyReader(() => join(outDir, 'body-worker.mjs'))
}
