import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

export default defineConfig(
  globalIgnores([
    '.cache/',
    '.data/',
    '.svelte-kit/',
    'bench/out/',
    'build/',
    'playwright-report/',
    'test-results/',
    'src/services/i18n/paraglide/',
    'src/platform/database/schema.ts',
    // Broken on purpose.
    'tests/fences/fixtures/',
  ]),
  ts.configs.recommended,
  svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node }, sourceType: 'module' },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-else-return': 'error',
      'no-implicit-coercion': ['error', { boolean: false }],
      'no-param-reassign': 'error',
      'no-useless-rename': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    // Rules that need types: TypeScript only, where the compiler has them anyway.
    files: ['src/**/*.ts', 'tests/**/*.ts', 'bench/**/*.ts', '*.config.ts'],
    ignores: ['**/*.svelte.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'package', package: '@sveltejs/kit', name: ['Redirect', 'HttpError'] }] },
      ],
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      // The paths come from the typed paths.ts, and the site lives at the root.
      'svelte/no-navigation-without-resolve': 'off',
      // A page gives unescaped HTML nowhere but where the line says why.
      'svelte/no-at-html-tags': 'error',
      'svelte/no-target-blank': 'error',
      // What comes from $props() and $derived() is declared with let, as everywhere in Svelte.
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
      // {' '} is how Prettier keeps a space at the end of a line.
      'svelte/no-useless-mustaches': 'off',
    },
  },
  {
    // Programs that talk to whoever started them.
    files: ['scripts/**', 'bench/**', 'src/cli/**', 'server.js', 'tests/setup/**'],
    rules: { 'no-console': 'off' },
  },
);
