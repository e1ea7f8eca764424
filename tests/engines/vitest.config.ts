import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/engines/*.test.ts'],
    testTimeout: 600_000,
    maxWorkers: 2,
  },
});
