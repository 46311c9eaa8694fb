import hooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** Each rule beyond the presets says why it is here. */
export default defineConfig(
  globalIgnores(['out', 'dist', 'electron/services/remote/api.gen.ts']),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          'src/shared/tsconfig.json',
          'src/tsconfig.json',
          'electron/tsconfig.json',
          'electron/preload/tsconfig.json',
          'tests/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // A number in a sentence is readable as it is.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Handlers of React and of events are void by nature.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        // A guard that acts and leaves is one line.
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      // A file answers for one concern; past this it is a question to answer.
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 14],
      eqeqeq: 'error',
      // One name for a thing, the same where it is made and where it is used.
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Only electron/services/remote talks to the network.' },
      ],
    },
  },
  {
    files: ['src/**/*.tsx', 'src/**/*.ts'],
    extends: [hooks.configs.flat.recommended],
    // A component is mostly markup, so it may be longer than a function.
    rules: {
      'max-lines-per-function': ['error', { max: 110, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.config.ts'],
    // Tools load their config as the default export.
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    files: ['tests/**/*.ts', 'tests/**/*.tsx'],
    rules: { 'max-lines-per-function': 'off', 'max-lines': 'off', 'no-restricted-globals': 'off' },
  },
)
