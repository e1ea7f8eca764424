/**
 * `npm test`: everything. Installs what is missing, runs the unit tests, builds, and walks the built app in a real
 * Chromium. `npm test -- unit` or `npm test -- e2e` runs one half. Ends with one line that counts both.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureChromium, ensureDependencies, ensureWebServers, execute, freePort, run } from './setup.mjs';

const only = process.argv[2];
await ensureDependencies();
rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });

const total = { passed: 0, failed: 0, skipped: 0 };
let broken = false;

await run('npm', ['run', '--silent', 'build:data']);

if (only !== 'e2e') {
  console.log('\nUnit tests …');
  const { nginx = '', caddy = '' } = ensureWebServers();
  const code = await execute(
    'npx',
    ['vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/unit.json'],
    { env: { ...process.env, NGINX_PATH: nginx, CADDY_PATH: caddy } },
  );
  broken ||= code !== 0;
  const report = readReport('test-results/unit.json');
  total.passed += report?.numPassedTests ?? 0;
  total.failed += report?.numFailedTests ?? 0;
  total.skipped += report?.numPendingTests ?? 0;
}

if (only !== 'unit') {
  const chromium = ensureChromium({ windowless: true });
  console.log('\nBuilding the app …');
  await run('npm', ['run', '--silent', 'build']);
  console.log('\nEnd-to-end tests …');
  const code = await execute('npx', ['playwright', 'test'], {
    env: {
      ...process.env,
      // One of its own, so that `npm start` may run beside it.
      PORT: process.env.PORT ?? String(await freePort()),
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_NAME: 'test-results/e2e.json',
    },
  });
  broken ||= code !== 0;
  const stats = readReport('test-results/e2e.json')?.stats;
  total.passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  total.failed += stats?.unexpected ?? 0;
  total.skipped += stats?.skipped ?? 0;
  if (stats?.flaky) console.log(`\nOnly at the second try: ${stats.flaky}`);
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
