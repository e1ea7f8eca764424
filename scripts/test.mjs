/**
 * `npm test`: everything. Installs what is missing, runs the unit tests, builds, and walks the built app in a real
 * Chromium. `npm test -- unit` or `npm test -- e2e` runs one half. Ends with one line that counts both.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureChromium, ensureDependencies, run } from './setup.mjs';

const only = process.argv[2];
ensureDependencies();
rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });

const total = { passed: 0, failed: 0, skipped: 0 };
let broken = false;

run('npm', ['run', '--silent', 'build:data']);

if (only !== 'e2e') {
  console.log('\nUnit tests …');
  const result = spawnSync(
    'npx',
    ['vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/unit.json'],
    { stdio: 'inherit' },
  );
  broken ||= result.status !== 0;
  const report = readReport('test-results/unit.json');
  total.passed += report?.numPassedTests ?? 0;
  total.failed += report?.numFailedTests ?? 0;
  total.skipped += report?.numPendingTests ?? 0;
}

if (only !== 'unit') {
  const chromium = ensureChromium();
  console.log('\nBuilding the app …');
  run('npm', ['run', '--silent', 'build']);
  console.log('\nEnd-to-end tests …');
  const result = spawnSync('npx', ['playwright', 'test'], {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: 'test-results/e2e.json' },
  });
  broken ||= result.status !== 0;
  const stats = readReport('test-results/e2e.json')?.stats;
  total.passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  total.failed += stats?.unexpected ?? 0;
  total.skipped += stats?.skipped ?? 0;
}

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
if (broken || total.failed > 0 || total.passed === 0) process.exit(1);

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    broken = true;
    return undefined;
  }
}
