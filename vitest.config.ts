import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const resolve = {
  alias: [
    { find: /^@\//, replacement: `${path.resolve('.')}/` },
    { find: /^server-only$/, replacement: path.resolve('tests/empty.ts') },
  ],
};

// Property tests and real databases on a busy machine; a test that hangs is still found.
const patience = 60_000;

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          testTimeout: patience,
          hookTimeout: patience,
          environment: 'node',
          include: ['lib/**/*.test.ts', 'tests/rules/**/*.test.ts', 'tests/build-checks/**/*.test.ts'],
        },
      },
      {
        resolve,
        plugins: [react()],
        test: {
          name: 'component',
          testTimeout: patience,
          hookTimeout: patience,
          environment: 'happy-dom',
          include: ['components/**/*.test.{ts,tsx}', 'app/**/*.test.{ts,tsx}'],
        },
      },
      {
        resolve,
        test: {
          name: 'cases',
          environment: 'node',
          include: ['tests/cases/**/*.test.ts'],
          globalSetup: ['tests/global-db.ts'],
          setupFiles: ['tests/per-file-db.ts'],
          testTimeout: patience,
          hookTimeout: patience,
        },
      },
    ],
  },
});
