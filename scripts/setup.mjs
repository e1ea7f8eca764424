/**
 * What `npm start`, `npm test` and `npm run bench` need before anything of this project can run: its dependencies,
 * for tests browsers, web servers, age and minisign, a free port, and an end of everything they started when they are ended themselves.
 * Plain JavaScript without dependencies, because nothing is installed yet.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Longest that a started command may take to end after we were told to, in milliseconds. */
const ENDING_MS = 10_000;
/** After so long without an end, npm is most likely waiting for a network, in milliseconds. */
const PATIENCE_MS = 10_000;

/** The commands that run now, each the head of a process group of its own. */
const running = new Set();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));

// npm passes a signal to the shell between it and us, which ends and leaves us behind.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) {
  setInterval(() => process.ppid !== parent && stop('SIGTERM'), 500).unref();
}

/** Ends with what we started, and as if by this signal. The terminal and npm may both say so: once is enough. */
function stop(signal) {
  const code = 128 + constants.signals[signal];
  if (running.size === 0) process.exit(code);
  if (process.exitCode) return;
  process.exitCode = code;
  for (const { pid } of running) killGroup(pid, signal);
  setTimeout(() => {
    for (const { pid } of running) killGroup(pid, 'SIGKILL');
    process.exit();
  }, ENDING_MS).unref();
}

function killGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/**
 * Runs a command, shows its output and waits for it. Whatever it starts in turn ends with us: a signal to this process
 * goes to all of them, because npm and shells do not pass it on.
 * @returns its exit code; never, if we were told to end meanwhile
 */
export async function execute(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: true, ...options });
  running.add(child);
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`Could not run ${command}: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (status) => resolve(status ?? 1));
  });
  running.delete(child);
  if (child.pid) killGroup(child.pid, 'SIGTERM');
  if (process.exitCode) process.exit();
  return code;
}

/** Runs a command as `execute` does; ends the process with its exit code when it fails. */
export async function run(command, args, options) {
  const code = await execute(command, args, options);
  if (code !== 0) process.exit(code);
}

/**
 * @param port 0 for any
 * @returns a port of this machine that nothing listens on, undefined if the one asked for is taken
 */
export function freePort(port = 0) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, 'localhost', () => {
      const found = server.address().port;
      server.close(() => resolve(found));
    });
  });
}

/** Installs the locked dependencies when they are missing or older than the lock file. */
export async function ensureDependencies() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Harbour needs Node 20.19 or newer; this is ${process.versions.node}.`);
    process.exit(1);
  }
  const stamp = 'node_modules/.harbour-lock';
  const lock = readFileSync('package-lock.json', 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing dependencies …');
  const waiting = setTimeout(() => {
    console.log(`npm is still waiting for ${registry()}: this first time Harbour needs a network.`);
  }, PATIENCE_MS);
  // Not `npm ci`: it refuses the lock when a registry lacks a package that only another platform would use.
  const code = await execute('npm', ['install', '--no-save', '--no-audit', '--no-fund']);
  clearTimeout(waiting);
  if (code !== 0) {
    console.error(`The dependencies could not be installed from ${registry()}. Once they are, no network is needed.`);
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

/** Where npm looks for packages, without what may stand in its address to identify the user. */
function registry() {
  const { stdout } = spawnSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' });
  return URL.canParse(stdout) ? new URL(stdout).host : 'its registry';
}

const CHROMIUM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** The same engine without a window: it starts in a fraction of the time, and tests start it hundreds of times. */
const WINDOWLESS = '/usr/bin/chromium-headless-shell';

/**
 * Path of a Chromium; installs Debian's when there is none and this is a Debian where we may.
 * @param windowless take the one without a window where there is one
 */
export function ensureChromium({ windowless = false } = {}) {
  if (windowless && !process.env.CHROMIUM_PATH && existsSync(WINDOWLESS) && existsSync('/usr/bin/chromium')) {
    return WINDOWLESS;
  }
  const found = () =>
    [process.env.CHROMIUM_PATH, ...CHROMIUM_PATHS].find((path) => path && existsSync(path) && statSync(path).isFile());
  const present = found();
  if (present) return present;
  if (!existsSync('/usr/bin/apt-get')) {
    console.error('No Chromium found. Install one and name it in CHROMIUM_PATH.');
    process.exit(1);
  }
  console.log('No Chromium found: installing the Debian package …');
  if (!install('chromium', 'chromium-headless-shell')) process.exit(1);
  const installed = windowless && existsSync(WINDOWLESS) ? WINDOWLESS : found();
  if (!installed) {
    console.error('Chromium was installed but is not where it was expected. Name it in CHROMIUM_PATH.');
    process.exit(1);
  }
  return installed;
}

/** Path of Firefox; undefined when there is none. */
export function firefoxPath() {
  return [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
    (path) => path && existsSync(path),
  );
}

/** Paths of what drives WebKitGTK, its small browser and a screen that nobody sees; undefined when one is missing. */
export function webKitPaths() {
  const libraries = ['x86_64', 'aarch64'].map((kind) => `/usr/lib/${kind}-linux-gnu`);
  const browser = libraries.map((path) => `${path}/webkit2gtk-4.1/MiniBrowser`).find((path) => existsSync(path));
  const driver = '/usr/bin/WebKitWebDriver';
  const screen = '/usr/bin/Xvfb';
  return browser && existsSync(driver) && existsSync(screen) ? { browser, driver, screen } : undefined;
}

/** Installs Debian's Firefox and WebKit for the tests in those engines, where we may. What cannot be had is said. */
export function ensureEngines() {
  const missing = [...(firefoxPath() ? [] : ['firefox-esr']), ...(webKitPaths() ? [] : ['webkit2gtk-driver', 'xvfb'])];
  if (missing.length > 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`Installing the Debian packages ${missing.join(', ')} …`);
    install(...missing);
  }
  if (!firefoxPath()) console.log('There is no Firefox here: its tests are skipped.');
  if (!webKitPaths()) console.log('There is no WebKitGTK with its driver here: its tests are skipped.');
}

/** Installs Debian packages, in our own process group: `sudo` may have to ask for a password at the terminal. @returns whether it could */
function install(...packages) {
  const isRoot = process.getuid?.() === 0;
  const apt = (...args) =>
    spawnSync(isRoot ? 'apt-get' : 'sudo', isRoot ? args : ['apt-get', ...args], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

/** The web servers whose recipes are tried, where Debian puts them, and by package what else they need that is in another one. */
const WEB_SERVERS = {
  nginx: { path: 'usr/sbin/nginx', also: { 'nginx-common': 'etc/nginx/mime.types' } },
  caddy: { path: 'usr/bin/caddy', also: {} },
};
const UNPACKED = '.build/debian';

/**
 * Paths of the web servers that the recipes in `deploy/` are tried with, by name; what cannot be had is said and left out.
 * On a Debian without them its packages are only unpacked: an installed one would start at once and with the machine.
 */
export function ensureWebServers() {
  const servers = {};
  for (const [name, { path, also }] of Object.entries(WEB_SERVERS)) {
    const needs = Object.entries({ [name]: path, ...also });
    const root = () => ['/', UNPACKED].find((folder) => needs.every(([, file]) => existsSync(join(folder, file))));
    if (!root()) for (const [one] of needs) unpack(one);
    // Absolute, for a server is started in a folder of its own.
    if (root()) servers[name] = resolve(root(), path);
    else console.log(`There is no ${name} and none to be had: its recipe is not tried.`);
  }
  return servers;
}

/**
 * What the unit tests need to check an edition with the standard tool, as an environment; empty when it cannot be had,
 * which is said.
 */
export function ensureMinisign() {
  const installed = '/usr/bin/minisign';
  if (existsSync(installed)) return { MINISIGN_PATH: installed };
  const unpacked = join(UNPACKED, installed);
  const libraries = join(UNPACKED, 'usr/lib');
  const sodium = () =>
    existsSync(libraries) &&
    readdirSync(libraries, { recursive: true }).find((file) => /libsodium\.so\.\d+$/.test(String(file)));
  if (!existsSync(unpacked)) unpack('minisign');
  if (!sodium()) unpack('libsodium23');
  const library = sodium();
  if (existsSync(unpacked) && library) {
    return { MINISIGN_PATH: resolve(unpacked), LD_LIBRARY_PATH: resolve(libraries, dirname(library)) };
  }
  console.log('There is no minisign and none to be had: no edition is checked with the standard tool.');
  return {};
}

/** What the unit tests need to open a backup with the standard tool, as an environment; empty when it cannot be had, which is said. */
export function ensureAge() {
  const installed = '/usr/bin/age';
  const found = () => [installed, join(UNPACKED, installed)].find((file) => existsSync(file));
  if (!found()) unpack('age');
  const path = found();
  if (path) return { AGE_PATH: resolve(path) };
  console.log('There is no age and none to be had: no backup is opened with the standard tool.');
  return {};
}

function unpack(name) {
  const quiet = { cwd: UNPACKED, stdio: 'ignore' };
  mkdirSync(UNPACKED, { recursive: true });
  const download = () => spawnSync('apt-get', ['download', '-qq', name], quiet).status === 0;
  if (!download() && !(spawnSync('apt-get', ['update', '-qq'], quiet).status === 0 && download())) return;
  const file = readdirSync(UNPACKED).find((entry) => entry.startsWith(`${name}_`));
  if (file) spawnSync('dpkg-deb', ['--extract', file, '.'], quiet);
}
