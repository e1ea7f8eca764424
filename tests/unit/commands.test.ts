/** `npm start` as one meets it at a terminal: what it says, and that nothing of it stays behind. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

let folder: string;
let servers: Server[] = [];
let children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'harbour-commands-'));
});
afterEach(async () => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  for (const server of servers) server.close();
  servers = [];
  children = [];
  rmSync(folder, { recursive: true, force: true });
});

/** Something that listens and never answers. */
async function silence(): Promise<number> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function freePort(): Promise<number> {
  const port = await silence();
  await new Promise((resolve) => servers.pop()?.close(resolve));
  return port;
}

/** Runs a command in a process group of its own, as a terminal does. */
function run(command: string, args: string[], env: Record<string, string>, cwd = '.') {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
  const code = new Promise<number>((resolve) =>
    child.once('close', (status, signal) => resolve(status ?? (signal ? 128 : -1))),
  );
  return { child, code, said: () => said };
}

/** The processes that carry a mark in their environment: those started for it, by whomever. None where no Linux tells. */
function marked(mark: string): string[] {
  if (!existsSync('/proc/self/environ')) return [];
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(mark);
      } catch {
        return false;
      }
    });
}

describe('npm start', () => {
  it.each([
    ['npm is told to end', (npm: number) => process.kill(npm, 'SIGTERM')],
    ['Ctrl-C at the terminal', (npm: number) => process.kill(-npm, 'SIGINT')],
    ['the terminal is closed', (npm: number) => process.kill(-npm, 'SIGHUP')],
  ])(
    'ends with all it started: %s',
    async (_, end) => {
      writeFileSync(join(folder, 'index.html'), '<p>112</p>');
      const port = await freePort();
      const mark = `HARBOUR_TEST=${randomUUID()}`;
      const [name = '', value = ''] = mark.split('=');
      const npm = run('npm', ['start', '--', '--built'], { PORT: String(port), DIST: folder, [name]: value });
      await vi.waitFor(() => expect(npm.said()).toContain(`http://localhost:${port}/`), { timeout: 60_000 });
      expect(await (await fetch(`http://localhost:${port}/`)).text()).toBe('<p>112</p>');

      end(npm.child.pid ?? 0);
      await vi.waitFor(() => expect(marked(mark)).toEqual([]), { timeout: 20_000 });
      await expect(fetch(`http://localhost:${port}/`)).rejects.toThrow();
    },
    90_000,
  );

  it('says in one sentence that its port is taken', async () => {
    const port = await silence();
    const start = run('node', ['scripts/start.mjs'], { PORT: String(port) });
    expect(await start.code).toBe(1);
    expect(start.said().trim()).toMatch(new RegExp(`^Port ${port} is taken: .+$`));
  });
});

it('says what it waits for when no registry answers, and that it had none', async () => {
  const registry = `http://localhost:${await silence()}/`;
  mkdirSync(join(folder, 'scripts'));
  cpSync('scripts/setup.mjs', join(folder, 'scripts/setup.mjs'));
  const project = { name: 'probe', version: '1.0.0', dependencies: { sirv: '3.0.2' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(project));
  writeFileSync(
    join(folder, 'package-lock.json'),
    JSON.stringify({
      ...project,
      lockfileVersion: 3,
      packages: { '': project, 'node_modules/sirv': { version: '3.0.2' } },
    }),
  );
  const setup = run(
    'node',
    ['-e', "import('./scripts/setup.mjs').then((setup) => setup.ensureDependencies())"],
    {
      npm_config_registry: registry,
      npm_config_cache: join(folder, 'cache'),
      npm_config_fetch_retries: '0',
      npm_config_fetch_timeout: '14000',
    },
    folder,
  );
  expect(await setup.code).toBe(1);
  const { host } = new URL(registry);
  const lines = setup.said().split('\n');
  const waits = lines.findIndex((line) => line.includes(`waiting for ${host}`));
  expect(lines[0]).toBe('Installing dependencies …');
  expect(waits).toBe(1);
  expect(lines.findIndex((line) => line.includes(`could not be installed from ${host}`))).toBeGreaterThan(waits);
}, 120_000);
