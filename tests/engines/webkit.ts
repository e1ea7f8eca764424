/**
 * WebKit as GTK has it, driven by WebDriver in the small browser that comes with it, on a screen that nobody sees.
 * Driven so it keeps nothing when it is closed; between two sittings all of its pages are closed instead.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder, Key, type WebDriver } from 'selenium-webdriver';
import { webKitPaths } from '../../scripts/setup.mjs';
import type { Engine } from './browser.ts';

const paths = webKitPaths();

export const webkit: Engine = {
  name: 'WebKit',
  found: paths !== undefined,
  canBlock: false,
  keeps: false,
  browser() {
    let running: WebDriver | undefined;
    let started: ChildProcess[] = [];
    let home: string | undefined;
    const driver = () => {
      if (!running) throw new Error('the browser is closed');
      return running;
    };
    return {
      async open() {
        if (!paths) throw new Error('there is no WebKit');
        home = mkdtempSync(join(tmpdir(), 'harbour-webkit-'));
        const screen = spawn(paths.screen, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
          stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
        });
        started = [screen];
        const display = await new Promise((resolve, reject) => {
          screen.once('error', reject);
          screen.stdio[3]?.once('data', (number) => resolve(`:${String(number).trim()}`));
        });
        const port = await freePort();
        const service = spawn(paths.driver, [`--port=${port}`], {
          stdio: 'ignore',
          env: { ...process.env, DISPLAY: String(display), HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home },
        });
        started = [service, screen];
        await answers(`http://127.0.0.1:${port}/status`);
        running = await new Builder()
          .usingServer(`http://127.0.0.1:${port}`)
          .withCapabilities({
            browserName: 'MiniBrowser',
            'webkitgtk:browserOptions': { binary: paths.browser, args: ['--automation'] },
          })
          .build();
        await running.manage().setTimeouts({ pageLoad: 60_000, script: 30_000 });
      },
      async restart() {
        const old = await driver().getWindowHandle();
        await driver().switchTo().newWindow('window');
        const fresh = await driver().getWindowHandle();
        await driver().switchTo().window(old);
        await driver().close();
        await driver().switchTo().window(fresh);
      },
      async close() {
        await running?.quit().catch(() => undefined);
        running = undefined;
        await Promise.all(started.map(ended));
        started = [];
        try {
          if (home) rmSync(home, { recursive: true, force: true, maxRetries: 10 });
        } catch {
          // The browser's own processes write there until they have gone, too: the system tidies its temporary folder.
        }
      },
      go: (address) => driver().get(address),
      read: (expression) => driver().executeScript(`return (${expression})`),
      async click(expression) {
        // Where it has to scroll itself, WebKit's driver may click before it has arrived.
        const found = await driver().executeScript(
          `const it = (${expression}); it.scrollIntoView({ block: 'center', behavior: 'instant' }); return it;`,
        );
        await (found as { click(): Promise<void> }).click();
      },
      async type(text) {
        await driver().actions().sendKeys(text).perform();
      },
      async escape(times) {
        await driver()
          .actions()
          .sendKeys(...Array.from({ length: times }, () => Key.ESCAPE))
          .perform();
      },
      back: () => driver().navigate().back(),
    };
  },
};

/** Stops a process and waits until it has gone. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill();
  await gone;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('no free port');
  return address.port;
}

async function answers(address: string): Promise<void> {
  for (;;) {
    if (
      await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
