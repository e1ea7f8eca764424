/**
 * What `npm start`, `npm test` and `npm run bench` need before anything of this project can run: its dependencies,
 * and for tests a Chromium. Plain JavaScript without dependencies, because nothing is installed yet.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';

/** Runs a command and shows its output; ends the process with its exit code when it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (result.error) {
    console.error(`Could not run ${command}: ${result.error.message}`);
    process.exit(1);
  }
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Installs the locked dependencies when they are missing or older than the lock file. */
export function ensureDependencies() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Harbour needs Node 20.19 or newer; this is ${process.versions.node}.`);
    process.exit(1);
  }
  const stamp = 'node_modules/.harbour-lock';
  const lock = readFileSync('package-lock.json', 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing dependencies …');
  // Not `npm ci`: it refuses the lock when a registry lacks a package that only another platform would use.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund']);
  writeFileSync(stamp, lock);
}

const CHROMIUM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Path of a Chromium; installs Debian's when there is none and this is a Debian where we may. */
export function ensureChromium() {
  const found = () =>
    [process.env.CHROMIUM_PATH, ...CHROMIUM_PATHS].find((path) => path && existsSync(path) && statSync(path).isFile());
  const present = found();
  if (present) return present;
  const isRoot = process.getuid?.() === 0;
  if (!existsSync('/usr/bin/apt-get')) {
    console.error('No Chromium found. Install one and name it in CHROMIUM_PATH.');
    process.exit(1);
  }
  console.log('No Chromium found: installing the Debian package …');
  const apt = (...args) =>
    run(isRoot ? 'apt-get' : 'sudo', isRoot ? args : ['apt-get', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  const installed = found();
  if (!installed) {
    console.error('Chromium was installed but is not where it was expected. Name it in CHROMIUM_PATH.');
    process.exit(1);
  }
  return installed;
}
