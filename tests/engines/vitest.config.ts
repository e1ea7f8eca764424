import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/engines/*.test.ts'],
    testTimeout: 600_000,
    maxWorkers: 2,
    // As in Chromium: a browser may starve for a minute on a shared machine.
    retry: process.env.CI ? 1 : 0,
  },
});
