import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@shared': resolve(import.meta.dirname, 'src/shared') } },
  test: {
    include: [
      'tests/unit/**/*.test.ts',
      'tests/unit/**/*.test.tsx',
      'tests/contract/**/*.test.ts',
      'tests/soak/**/*.test.ts',
      'tests/kill/**/*.test.ts',
      'tests/damage/**/*.test.ts',
    ],
    // The machines this runs on are slow and shared; a hang still has to end.
    testTimeout: 30_000,
  },
})
