import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const alias = { '@shared': resolve(import.meta.dirname, 'src/shared') }

/**
 * Files that put something else in place of a module, a global or the clock: what another file left
 * behind would meet it.
 */
const alone = [
  'tests/unit/electron/preload/**/*.test.ts',
  'tests/unit/electron/services/credentials/secrets.test.ts',
  'tests/unit/electron/services/remote/limiter.test.ts',
  'tests/unit/src/**/vast/lens.test.ts',
  'tests/unit/src/features/graph/batch-queue.test.ts',
  'tests/unit/src/features/insights/store.test.ts',
  'tests/unit/src/ui/press.test.ts',
]

export default defineConfig({
  test: {
    // One for each core: by default one core would be left to the person.
    maxWorkers: '100%',
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'together',
          include: [
            'tests/unit/**/*.test.ts',
            'tests/unit/**/*.test.tsx',
            'tests/contract/**/*.test.ts',
            'tests/session/**/*.test.ts',
            'tests/soak/**/*.test.ts',
            'tests/kill/**/*.test.ts',
            'tests/damage/**/*.test.ts',
          ],
          exclude: alone,
          // Modules are read once for each core instead of once for each file: half of all work.
          isolate: false,
          // The machines this runs on are slow and shared; a hang still has to end.
          testTimeout: 30_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      { resolve: { alias }, test: { name: 'alone', include: alone, testTimeout: 30_000 } },
    ],
  },
})
