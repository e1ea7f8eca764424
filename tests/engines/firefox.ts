/** Firefox; its profile outlives closing it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page, Browser as Running } from 'puppeteer-core';
import { launchFirefox } from '../../scripts/firefox.ts';
import { firefoxPath } from '../../scripts/setup.mjs';
import type { Engine } from './browser.ts';

export const firefox: Engine = {
  name: 'Firefox',
  found: firefoxPath() !== undefined,
  canBlock: true,
  keeps: true,
  browser({ storageBlocked = false, withoutWorkers = false } = {}) {
    const profile = mkdtempSync(join(tmpdir(), 'harbour-firefox-'));
    let running: Running | undefined;
    let tab: Page | undefined;
    const page = () => {
      if (!tab) throw new Error('the browser is closed');
      return tab;
    };
    const close = async () => {
      await running?.close();
      running = undefined;
      tab = undefined;
    };
    const open = async () => {
      running = await launchFirefox(profile, {
        // Refuse all cookies, and with them all storage.
        ...(storageBlocked && { 'network.cookie.cookieBehavior': 2 }),
        ...(withoutWorkers && { 'dom.serviceWorkers.enabled': false }),
      });
      tab = (await running.pages())[0] ?? (await running.newPage());
    };
    return {
      open,
      async restart() {
        await close();
        await open();
      },
      async close() {
        await close();
        rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
      },
      async go(address) {
        // Firefox does not always tell that it has come; what must be there is looked for afterwards, and longer.
        await page()
          .goto(address, { waitUntil: 'domcontentloaded', timeout: 15_000 })
          .catch((error: Error) => {
            if (error.name !== 'TimeoutError') throw error;
          });
      },
      read: (expression) => page().evaluate(expression) as Promise<never>,
      async click(expression) {
        await ((await page().evaluateHandle(expression)) as ElementHandle).click();
      },
      type: (text) => page().keyboard.type(text),
      escape: async (times) => {
        await Promise.all(Array.from({ length: times }, () => page().keyboard.press('Escape')));
      },
      back: () => page().evaluate('history.back()') as Promise<void>,
      print: () => page().pdf({ format: 'A4', timeout: 60_000 }),
    };
  },
};
