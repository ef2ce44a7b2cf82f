import { svelte } from '@sveltejs/vite-plugin-svelte';
import { configDefaults, defineConfig } from 'vitest/config';

/** Values in, values out: no database, no component, nothing shared that a file could spoil for the next. */
const pure = [
  'src/domains/*/{rules,forms}/**/*.test.ts',
  'src/domains/*/*.test.ts',
  'src/services/search/**/rules/**/*.test.ts',
];

const exclude = [...configDefaults.exclude, 'tests/journeys/**', 'tests/**/fixtures/**'];

export default defineConfig({
  test: {
    // Two workers at most: PostgreSQL and a second worker already fill two cores.
    maxWorkers: 2,
    reporters: ['default', ['json', { outputFile: '.cache/vitest.json' }]],
    projects: [
      {
        test: {
          name: 'rules',
          include: pure,
          exclude,
          environment: 'node',
          pool: 'threads',
          isolate: false,
        },
      },
      {
        // Without SvelteKit and Paraglide: components compile as for the server, whole pages are tested on the build.
        plugins: [svelte()],
        test: {
          name: 'house',
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: [...exclude, ...pure],
          environment: 'node',
          pool: 'forks',
          globalSetup: ['tests/setup/messages.ts', 'tests/setup/postgres.ts'],
          // A first start, with its accounts for the demonstration, takes half a minute on a busy machine of two cores.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
