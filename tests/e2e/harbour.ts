/** For journeys that need a server of their own, which can be stopped and can publish, and a phone that can be switched off. */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, chromium, type Page } from '@playwright/test';
import { serve } from '../../scripts/serve.ts';
import type { Manifest } from '../../src/directory/pack.ts';

/** A published copy of the build, on a port of its own. */
export interface Site {
  url: string;
  /** The folder it is served from; what is changed there is published. */
  dist: string;
  /** The paths asked for so far. Emptied by whoever wants to count. */
  requests: string[];
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
}

export const test = base.extend<{ site: Site; phone: Phone }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the braces
  site: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'harbour-site-'));
    // Without what was compressed at build: it would be sent in the stead of a file that a test has changed.
    cpSync(process.env.DIST ?? 'dist', folder, { recursive: true, filter: (file) => !/\.(br|gz)$/.test(file) });
    const requests: string[] = [];
    const held = new Map<string, Promise<void>>();
    let server: Server | undefined;
    const listen = async (port: number) => {
      const started = await serve(folder, port);
      const [answer] = started.listeners('request') as RequestListener[];
      started.removeAllListeners('request');
      started.on('request', async (request, response) => {
        const path = (request.url ?? '').split('?')[0] ?? '';
        requests.push(path);
        await [...held].find(([ending]) => path.endsWith(ending))?.[1];
        answer?.(request, response);
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

  phone: async (
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
    },
    use,
  ) => {
    const profile = mkdtempSync(join(tmpdir(), 'harbour-phone-'));
    let running: BrowserContext | undefined;
    const context = async () => {
      running ??= await chromium.launchPersistentContext(profile, {
        ...launchOptions,
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
  },
});

export { expect } from '@playwright/test';

/** The manifest that a folder publishes. */
export function manifestOf(dist: string): Manifest {
  return JSON.parse(readFileSync(join(dist, 'data/edition.json'), 'utf8')) as Manifest;
}

/** Publishes the next edition, in which the pack of one region is changed. @returns the name of the new pack's file */
export function publishEdition(dist: string, region: string, change: (text: string) => string): string {
  const manifest = manifestOf(dist);
  const entry = manifest.packs.find((pack) => pack.id === region);
  if (!entry) throw new Error(`no pack of ${region}`);
  const text = change(readFileSync(join(dist, 'data', entry.file), 'utf8'));
  rmSync(join(dist, 'data', entry.file));
  entry.sha256 = createHash('sha256').update(text).digest('hex');
  entry.bytes = Buffer.byteLength(text);
  entry.file = `${region}.${entry.sha256.slice(0, 12)}.json`;
  manifest.edition += 1;
  writeFileSync(join(dist, 'data', entry.file), text);
  writeFileSync(join(dist, 'data/edition.json'), JSON.stringify(manifest));
  relist(dist);
  return entry.file;
}

/** Takes a file out of what is published, as a new version does with parts that it has no longer. */
export function unpublish(dist: string, path: string): void {
  rmSync(join(dist, path));
  relist(dist);
}

/** The one file in `assets/` whose name begins so. */
export function assetOf(dist: string, name: string): string {
  const found = readdirSync(join(dist, 'assets')).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.js'));
  if (found.length !== 1) throw new Error(`${found.length} files for ${name}`);
  return `assets/${found[0]}`;
}

/** Writes the service worker's list of files anew, as a build would after the files have changed. */
function relist(dist: string): void {
  const path = join(dist, 'sw.js');
  const packs = manifestOf(dist).packs.map(({ file }) => `data/${file}`);
  const worker = readFileSync(path, 'utf8').replace(/\[\{"integrity":.*?\}\]/s, (list) => {
    const entries = (JSON.parse(list) as { url: string; revision: string | null }[]).filter(
      ({ url }) => !/^data\/.+\.[0-9a-f]{12}\.json$/.test(url),
    );
    const all = [...entries, ...packs.map((url) => ({ url, revision: null }))].flatMap(({ url, revision }) => {
      const bytes = read(join(dist, url));
      if (!bytes) return [];
      return {
        integrity: `sha256-${createHash('sha256').update(bytes).digest('base64')}`,
        revision: revision && createHash('md5').update(bytes).digest('hex'),
        url,
      };
    });
    return JSON.stringify(all);
  });
  writeFileSync(path, worker);
}

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** How many files are in the app's cache. */
export function cached(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().length;
  });
}

/** How many files the service worker of a folder means to keep. */
export function listed(dist: string): number {
  const list = /\[\{"integrity":.*?\}\]/s.exec(readFileSync(join(dist, 'sw.js'), 'utf8'))?.[0] ?? '[]';
  return new Set((JSON.parse(list) as { url: string }[]).map(({ url }) => url)).size;
}
