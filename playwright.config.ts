import { defineConfig, devices } from '@playwright/test';
import { chromiumPath } from './scripts/chromium.ts';

// Not the port of `npm start`, which may run beside the tests.
const port = Number(process.env.PORT ?? 4273);
const executablePath = chromiumPath();

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  // Two at once, whatever file they are of: by files, the last and longest would run alone.
  fullyParallel: true,
  workers: 2,
  // On a shared machine a browser may starve for a minute; what passes only at the second try is said (scripts/test.mjs).
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 240_000,
  expect: { timeout: 40_000 },
  reporter: [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: { args: ['--no-sandbox'], ...(executablePath && { executablePath }) },
    // Storing the app takes almost half of a short test: where the worker matters, the test's file allows it.
    serviceWorkers: 'block',
    locale: 'en-GB',
    timezoneId: 'Europe/Riga',
    // Recording every test costs a third of the whole run: what fails is recorded when it is tried again.
    trace: 'on-first-retry',
  },
  projects: [
    {
      name: 'phone',
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
    },
  ],
  webServer: {
    command: 'node --import tsx scripts/serve.ts',
    url: `http://localhost:${port}`,
    env: { PORT: String(port), DIST: process.env.DIST ?? 'dist' },
    reuseExistingServer: false,
  },
});
