/** A real Chromium with a profile of its own, which can be killed in the middle of anything. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { chromiumPath } from '../chromium.ts';

/** How long a browser may take to start, in milliseconds. */
const START_MS = 60_000;

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--remote-debugging-port=0',
];

export interface Phone {
  /** The folder of its profile. */
  profile: string;
  /** Starts the browser with what is in the profile. */
  start(): Promise<BrowserContext>;
  /** `kill -9` for the browser and all its processes, in the same moment. */
  kill(): Promise<void>;
  /** Kills what runs and deletes the profile. */
  end(): Promise<void>;
}

export function newPhone(): Phone {
  const profile = mkdtempSync(join(tmpdir(), 'harbour-soak-'));
  const portFile = join(profile, 'DevToolsActivePort');
  let running: { process: ChildProcess; ended: Promise<unknown>; browser?: Browser } | undefined;

  async function start(): Promise<BrowserContext> {
    rmSync(portFile, { force: true });
    const process = spawn(chromiumPath() ?? chromium.executablePath(), [...FLAGS, `--user-data-dir=${profile}`], {
      detached: true,
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => process.once('exit', resolve));
    running = { process, ended };
    const browser = await connected(portFile);
    running.browser = browser;
    const [context] = browser.contexts();
    if (!context) throw new Error('the browser has no profile');
    return context;
  }

  async function kill(): Promise<void> {
    const dying = running;
    running = undefined;
    if (dying?.process.pid === undefined) return;
    try {
      globalThis.process.kill(-dying.process.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
    await dying.ended;
    await dying.browser?.close().catch(() => undefined);
  }

  return {
    profile,
    start,
    kill,
    async end() {
      await kill();
      rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** On a busy machine a browser that has started may not answer at once. */
async function connected(portFile: string): Promise<Browser> {
  const address = await addressIn(portFile);
  for (const end = Date.now() + START_MS; ; ) {
    try {
      return await chromium.connectOverCDP(address);
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

/** The address under which the browser listens, which it writes into its profile. */
async function addressIn(file: string): Promise<string> {
  for (const end = Date.now() + START_MS; Date.now() < end; await wait(20)) {
    try {
      const [port, path] = readFileSync(file, 'utf8').split('\n');
      if (port && path) return `ws://127.0.0.1:${port}${path}`;
    } catch {
      // Not written yet.
    }
  }
  throw new Error('the browser did not start');
}
