import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    // Whole data sets are built in some tests, on machines that may be slow and busy.
    testTimeout: 120_000,
    // One for each processor; left alone, Vitest keeps one of two free.
    maxWorkers: availableParallelism(),
    // As in the browsers: a shared machine may starve a process. What passed at the second try alone is named at the end.
    retry: process.env.CI ? 1 : 0,
    include: ['tests/unit/**/*.test.{ts,tsx}'],
  },
});
