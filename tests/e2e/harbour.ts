/** For journeys that need a server of their own, which can be stopped and can publish, and a phone that can be switched off. */
import { mkdtempSync, rmSync } from 'node:fs';
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
import { publishFolder } from '../../scripts/soak/publish.ts';
import { newSite, type Site } from '../../scripts/soak/site.ts';

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
    const site = await newSite();
    publishFolder(site.dist, process.env.DIST ?? 'dist');
    await use(site);
    await site.end();
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
export type { Site } from '../../scripts/soak/site.ts';

/** How many files are in the app's cache. */
export function cached(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => !name.startsWith('harbour-languages:'));
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().length;
  });
}
