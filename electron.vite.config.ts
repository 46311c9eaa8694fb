import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { createNotices } from './release/notices.mjs'

const shared = { '@shared': resolve(import.meta.dirname, 'src/shared') }
const at = (path: string) => resolve(import.meta.dirname, path)
const notices = createNotices({ root: at('.'), file: at('out/NOTICES.md') })

export default defineConfig({
  main: {
    resolve: {
      alias: {
        ...shared,
        // Its build for Node brings a `require` of its own, which meets the one that every chunk here has.
        fflate: at('node_modules/fflate/esm/browser.js'),
      },
    },
    plugins: [notices.note()],
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          main: at('electron/main/index.ts'),
          loopback: at('electron/loopback/index.ts'),
          cli: at('electron/cli/index.ts'),
          // Started by path, in a process of its own.
          'keyring-child': at('electron/services/credentials/keyring-child.mjs'),
          'body-worker': at('electron/services/remote/body/body-worker.ts'),
          'inspect-child': at('electron/services/workspace/inspect/inspect-child.mjs'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          // Two entries use the demo site. Left alone, the one that loads it late would load the
          // other entry with it, which runs: the command line, inside the host.
          // And what the thread needs stands alone, or it would load all of the demo site.
          codeSplitting: {
            groups: [
              { name: 'markup', test: /electron.services.markup/, priority: 1 },
              { name: 'demo-site', test: /electron.demo-site/ },
            ],
          },
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rolldownOptions: {
        input: { preload: at('electron/preload/index.ts') },
        // A sandboxed preload must be CommonJS: Electron cannot load an ES module there.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src'),
    base: './',
    resolve: { alias: shared },
    plugins: [react(), notices.note(), notices.write()],
    worker: { format: 'es', plugins: () => [notices.note()] },
    build: {
      outDir: at('out/renderer'),
      assetsInlineLimit: 0,
      // Read at every start: less than half of it is left. What went wrong is told by a reference, not a stack.
      minify: true,
      rolldownOptions: { input: at('src/index.html') },
    },
  },
})
