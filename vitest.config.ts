import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    // Whole data sets are built in some tests, on machines that may be slow and busy.
    testTimeout: 120_000,
    include: ['tests/unit/**/*.test.{ts,tsx}'],
  },
});
