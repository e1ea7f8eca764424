/**
 * `npm test`: everything. Installs what is missing, runs the unit tests, builds, and walks the built app in a real
 * Chromium, and on one journey in Firefox and WebKit. `npm test -- unit`, `e2e` or `engines` runs one part. Ends with one
 * line that counts all.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
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
/** What is to be read at the end, where nobody has to look for it: a line a part, and which tests failed, with what they said. */
const summary = [];
const FATE = { unexpected: 'FAILED', flaky: 'only at the second try:' };
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
  const report = readReport('test-results/e2e.json');
  const { expected = 0, flaky = 0, unexpected, skipped } = report?.stats ?? {};
  count('Chromium', expected + flaky, unexpected, skipped, code);
  for (const spec of specsOf(report?.suites)) {
    const status = spec.tests[0]?.status;
    if (status !== 'unexpected' && status !== 'flaky') continue;
    const error = spec.tests[0].results.find((result) => result.error)?.error.message ?? '';
    summary.push(`  ${FATE[status]} ${spec.file}: ${spec.title}: ${inOneLine(error)}`);
  }
}

if (!only || only === 'engines') {
  ensureEngines();
  console.log('\nThe journey in Firefox and WebKit …');
  await vitest('engines', ['--config', 'tests/engines/vitest.config.ts']);
}

console.log(`\n${summary.join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
if (broken || total.failed > 0 || total.passed === 0) process.exit(1);

/** Runs tests with Vitest and counts them. */
async function vitest(name, options, env) {
  const file = `test-results/${name}.json`;
  const args = ['vitest', 'run', ...options, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await execute('npx', args, { env: { ...process.env, ...env } });
  broken ||= code !== 0;
  const report = readReport(file);
  count(name, report?.numPassedTests, report?.numFailedTests, report?.numPendingTests, code);
  for (const suite of report?.testResults ?? []) {
    if (suite.status === 'failed' && suite.message) summary.push(`  FAILED ${suite.name}: ${inOneLine(suite.message)}`);
    for (const { status, fullName, failureMessages = [] } of suite.assertionResults) {
      if (failureMessages.length === 0) continue;
      summary.push(
        `  ${FATE[status === 'failed' ? 'unexpected' : 'flaky']} ${fullName}: ${inOneLine(failureMessages[0])}`,
      );
    }
  }
}

/** Adds what one part of the tests came to. @param code its exit code: it may have failed without a test that did */
function count(part, passed = 0, failed = 0, skipped = 0, code = 0) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  summary.push(`${part}: ${passed} passed, ${failed} failed, ${skipped} skipped, exit code ${code}`);
}

/** All tests of Playwright's report, which has them by file and group. */
function specsOf(suites = []) {
  return suites.flatMap((suite) => [...(suite.specs ?? []), ...specsOf(suite.suites)]);
}

/** A message in one line, without colours, no longer than one reads. */
function inOneLine(message) {
  return stripVTControlCharacters(message)
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
    .slice(0, 600);
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    broken = true;
    return undefined;
  }
}
