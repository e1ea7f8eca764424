/** For journeys that need a server of their own, which can be stopped and can publish, and a phone that can be switched off. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BrowserContext,
  test as base,
  chromium,
  type Page,
  type PlaywrightTestOptions,
  type PlaywrightWorkerOptions,
} from '@playwright/test';
import { serve } from '../../scripts/serve.ts';
import { publishFolder } from '../../scripts/soak/publish.ts';

/** A published copy of the build, on a port of its own. */
export interface Site {
  url: string;
  /** The folder it is served from; what is changed there is published. */
  dist: string;
  /** The paths asked for so far. Emptied by whoever wants to count. */
  requests: string[];
  /** Answers paths that end in this in a way of its own, until the returned function is called. */
  answer(ending: string, how: RequestListener): () => void;
  /** Holds back all answers for paths that end in this, until the returned function is called. */
  hold(ending: string): () => void;
  /** No network any more. */
  stop(): Promise<void>;
  /** The network is back, at the same address. */
  start(): Promise<void>;
}

/** A phone with one browser profile, which outlives the browser. */
export interface Phone {
  /** Opens the browser, if it is closed, and a tab. */
  open(address: string): Promise<Page>;
  /** Closes the browser. */
  close(): Promise<void>;
  context(): Promise<BrowserContext>;
  /** The folder of its profile. */
  profile: string;
}

async function onePhone(
  {
    launchOptions,
    viewport,
    deviceScaleFactor,
    hasTouch,
    isMobile,
    locale,
    timezoneId,
    userAgent,
    colorScheme,
    site,
  }: PlaywrightTestOptions & PlaywrightWorkerOptions & { site: Site },
  use: (phone: Phone) => Promise<void>,
): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'harbour-phone-'));
  let running: BrowserContext | undefined;
  const context = async () => {
    running ??= await chromium.launchPersistentContext(profile, {
      ...launchOptions,
      serviceWorkers: 'allow',
      viewport,
      hasTouch,
      isMobile,
      colorScheme,
      ...(deviceScaleFactor !== undefined && { deviceScaleFactor }),
      ...(locale !== undefined && { locale }),
      ...(timezoneId !== undefined && { timezoneId }),
      ...(userAgent !== undefined && { userAgent }),
      baseURL: site.url,
    });
    return running;
  };
  const close = async () => {
    await running?.close();
    running = undefined;
  };
  await use({
    profile,
    context,
    close,
    async open(address) {
      const page = await (await context()).newPage();
      await page.goto(address);
      return page;
    },
  });
  await close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
}

export const test = base.extend<{ site: Site; phone: Phone; otherPhone: Phone }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the braces
  site: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'harbour-site-'));
    publishFolder(folder, process.env.DIST ?? 'dist');
    const requests: string[] = [];
    const held = new Map<string, Promise<void>>();
    const faults = new Map<string, RequestListener>();
    let server: Server | undefined;
    const listen = async (port: number) => {
      const started = await serve(folder, port);
      const [answer] = started.listeners('request') as RequestListener[];
      started.removeAllListeners('request');
      started.on('request', async (request, response) => {
        const path = (request.url ?? '').split('?')[0] ?? '';
        requests.push(path);
        await [...held].find(([ending]) => path.endsWith(ending))?.[1];
        const [, fault] = [...faults].find(([ending]) => path.endsWith(ending)) ?? [];
        (fault ?? answer)?.(request, response);
      });
      server = started;
      return (started.address() as AddressInfo).port;
    };
    const stop = async () => {
      const running = server;
      server = undefined;
      if (!running) return;
      running.closeAllConnections();
      await new Promise((resolve) => running.close(resolve));
    };
    const port = await listen(0);
    await use({
      url: `http://localhost:${port}`,
      dist: folder,
      requests,
      answer(ending, how) {
        faults.set(ending, how);
        return () => void faults.delete(ending);
      },
      hold(ending) {
        let release: () => void = () => undefined;
        held.set(ending, new Promise((resolve) => (release = resolve)));
        return () => {
          held.delete(ending);
          release();
        };
      },
      stop,
      start: async () => void (await listen(port)),
    });
    await stop();
    rmSync(folder, { recursive: true, force: true });
  },

  phone: onePhone,
  otherPhone: onePhone,
});

export { expect } from '@playwright/test';
export {
  assetOf,
  listed,
  manifestOf,
  ownManifest,
  publishData,
  publishEdition,
  publishFolder,
  publishManifest,
  publishRelease,
  spoil,
  unpublish,
} from '../../scripts/soak/publish.ts';

/** How many files are in the app's cache. */
export function cached(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => !name.startsWith('harbour-languages:'));
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().length;
  });
}
