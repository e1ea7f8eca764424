import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const FILES = readdirSync('tests/unit', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.test\.tsx?$/.test(file))
  .map((file) => `tests/unit/${file}`);
/** What lasts longer than a test: doubles, a database, settings, the language that is spoken and its texts, the environment. */
const LASTS =
  /\bvi\.|indexeddb|dexie|globalThis|process\.env|src\/(device|workspace|dataset)\/|i18n\/i18n\.ts|speakTexts|writeAs/;
const alone = FILES.filter((file) => LASTS.test(readFileSync(file, 'utf8')));
const together = FILES.filter((file) => !alone.includes(file));

export default defineConfig({
  test: {
    environment: 'node',
    // Whole data sets are built in some tests, on machines that may be slow and busy.
    testTimeout: 120_000,
    // One for each processor; left alone, Vitest keeps one of two free.
    maxWorkers: availableParallelism(),
    // As in the browsers: a shared machine may starve a process. What passed at the second try alone is named at the end.
    retry: process.env.CI ? 1 : 0,
    // A world of its own for each file that leaves something behind; the others share one, and what they read is read once.
    projects: [
      { extends: true, test: { name: 'alone', include: alone } },
      { extends: true, test: { name: 'together', include: together, isolate: false } },
    ],
  },
});
