/**
 * `npm test`: everything. Installs what is missing, runs the unit tests, builds, and walks the built app in a real
 * Chromium, and on one journey in Firefox and WebKit. `npm test -- unit`, `e2e` or `engines` runs one part. Ends with one
 * line that counts all.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import {
  ensureAge,
  ensureChromium,
  ensureDependencies,
  ensureEngines,
  ensureMinisign,
  ensureWebServers,
  execute,
  freePort,
  run,
} from './setup.mjs';

const only = process.argv[2];
await ensureDependencies();
rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });

const total = { passed: 0, failed: 0, skipped: 0 };
let broken = false;

await run('npm', ['run', '--silent', 'build:data']);

if (!only || only === 'unit') {
  console.log('\nUnit tests …');
  const { nginx = '', caddy = '' } = ensureWebServers();
  await vitest('unit', [], { NGINX_PATH: nginx, CADDY_PATH: caddy, ...ensureMinisign(), ...ensureAge() });
}

if (only !== 'unit') {
  console.log('\nBuilding the app …');
  await run('npm', ['run', '--silent', 'build']);
}

if (!only || only === 'e2e') {
  const chromium = ensureChromium({ windowless: true });
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

if (!only || only === 'engines') {
  ensureEngines();
  console.log('\nThe journey in Firefox and WebKit …');
  await vitest('engines', ['--config', 'tests/engines/vitest.config.ts']);
}

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
if (broken || total.failed > 0 || total.passed === 0) process.exit(1);

/** Runs tests with Vitest and counts them. */
async function vitest(name, options, env) {
  const file = `test-results/${name}.json`;
  const args = ['vitest', 'run', ...options, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  broken ||= (await execute('npx', args, { env: { ...process.env, ...env } })) !== 0;
  const report = readReport(file);
  total.passed += report?.numPassedTests ?? 0;
  total.failed += report?.numFailedTests ?? 0;
  total.skipped += report?.numPendingTests ?? 0;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    broken = true;
    return undefined;
  }
}
