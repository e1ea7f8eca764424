/** What the walk through versions asks of a browser, in Chromium and in Firefox: one tab, and an end at any moment. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Browser, Page as Tab } from 'puppeteer-core';
import { launchFirefox } from '../firefox.ts';
import { newPhone } from './browser.ts';

export interface Device {
  /** Goes to an address, in a browser that is started if none runs. What the page shows then is for others to look at. */
  go(address: string): Promise<void>;
  /** Where the tab is; undefined while no browser runs. */
  address(): string | undefined;
  /** Whether the tab shows the browser's own page for a server that does not answer, and one could try again. */
  failed(): boolean;
  /** @returns what a function is in the page, which may not use anything outside itself. @throws between two pages */
  ask<T>(question: () => T | Promise<T>): Promise<T>;
  /** Presses a button by its name where it is seen. @returns whether it was there */
  press(name: string): Promise<boolean>;
  /** Closes the browser as its user does. */
  close(): Promise<void>;
  /** `kill -9` for the browser and all its processes. */
  kill(): Promise<void>;
  /** Kills what runs and deletes the profile. */
  end(): Promise<void>;
}

export function chromium(): Device {
  const phone = newPhone();
  let page: Page | undefined;
  const kill = async () => {
    await phone.kill();
    page = undefined;
  };
  return {
    async go(address) {
      page ??= await (await phone.start()).newPage();
      await page.goto(address).catch(() => undefined);
    },
    address: () => page?.url(),
    // Chromium has never needed a second try: here a page that fails is a failure.
    failed: () => false,
    ask: async (question) => opened(page).evaluate(question),
    async press(name) {
      const button = opened(page).getByRole('button', { name }).first();
      if (!(await button.isVisible().catch(() => false))) return false;
      await button.click().catch(() => undefined);
      return true;
    },
    async close() {
      await page?.context().browser()?.close();
      await kill();
    },
    kill,
    end: () => phone.end(),
  };
}

/** How long a page may take to come until it is looked at all the same, in milliseconds. */
const COME_MS = 15_000;

export function firefox(): Device {
  const profile = mkdtempSync(join(tmpdir(), 'harbour-soak-firefox-'));
  let running: Browser | undefined;
  let tab: Tab | undefined;
  const start = async () => {
    running = await launchFirefox(profile);
    tab = (await running.pages())[0] ?? (await running.newPage());
    return tab;
  };
  const kill = async () => {
    const dying = running?.process();
    running = undefined;
    tab = undefined;
    if (dying?.pid === undefined || dying.exitCode !== null) return;
    const ended = new Promise((resolve) => dying.once('exit', resolve));
    try {
      process.kill(-dying.pid, 'SIGKILL');
    } catch {
      return; // It has ended by itself.
    }
    await ended;
  };
  return {
    async go(address) {
      const page = tab ?? (await start());
      await page.goto(address, { waitUntil: 'domcontentloaded', timeout: COME_MS }).catch(() => undefined);
    },
    address: () => tab?.url(),
    failed: () => tab?.url().startsWith('about:neterror') ?? false,
    ask: async (question) => (await opened(tab).evaluate(question)) as never,
    async press(name) {
      const seen = await opened(tab)
        .waitForSelector(`::-p-aria(${name}[role="button"])`, { visible: true, timeout: 500 })
        .catch(() => null);
      await seen?.click().catch(() => undefined);
      return seen !== null;
    },
    async close() {
      await running?.close();
      running = undefined;
      tab = undefined;
    },
    kill,
    async end() {
      await kill();
      // Its processes die one after the other.
      rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    },
  };
}

function opened<T>(page: T | undefined): T {
  if (!page) throw new Error('no browser runs');
  return page;
}
