/**
 * The life of a phone: the first release is installed, then releases follow, some of them broken, some half-published;
 * pages are reloaded, updates let in, browsers killed and networks lost between any two steps. Whenever a page is opened
 * there is a number on it, and most of all at the end, from a cold start without a network.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { chromium, type Device, firefox } from './device.ts';
import { assetOf, publishEdition, publishFolder, publishRelease, spoil } from './publish.ts';
import { newSite } from './site.ts';
import { Violation, type Walk } from './walk.ts';

/** How long a start may take until a number is there on a busy machine, in milliseconds. */
const SHOWN_MS = 60_000;
/** How long the first release may take to store itself. */
const STORED_MS = 120_000;
/** How long a later one may take; one that cannot be stored, or not without a network, is not waited for longer. */
const UPDATED_MS = 30_000;
const FIRST_RELEASE = '2026-11-21';
const RELEASES = 5;

const RELEASE = ['edition', 'whole', 'throws at its start', 'half-published', 'the first one again'] as const;
type Release = (typeof RELEASE)[number];

const BETWEEN = [
  'reload',
  'update',
  'offline',
  'online',
  'kill',
  'close',
  'until it is stored',
  'another page',
] as const;
type Between = (typeof BETWEEN)[number];

/** Releases, each with what happens until the next, and after how many milliseconds each of it happens. */
interface Chapter {
  release: Release;
  between: { what: Between; after: number }[];
}

/** In the end a good release comes: how the browser is closed then, with it waiting or not, and after how many reloads. */
interface Ending {
  stored: boolean;
  reloads: number;
  how: 'kill' | 'close';
}

const chapters: fc.Arbitrary<Chapter[]> = fc.array(
  fc.record({
    release: fc.constantFrom(...RELEASE),
    between: fc.array(
      fc.record({ what: fc.constantFrom<Between>(...BETWEEN, 'update', 'update', 'online'), after: fc.nat(1500) }),
      {
        minLength: 1,
        maxLength: 4,
        size: 'max',
      },
    ),
  }),
  { minLength: RELEASES, maxLength: RELEASES, size: 'max' },
);

const ending: fc.Arbitrary<Ending> = fc.record({
  stored: fc.boolean(),
  reloads: fc.nat(3),
  how: fc.constantFrom('kill', 'close'),
});

const script = fc.record({ chapters, ending });

const what = 'releases follow each other, some broken, with kills and lost networks between: there is always a number';

export const versions: Walk = { what, run: (seed) => walk(seed, chromium()) };

/** The same walk in Firefox, which is slower to drive. */
export const versionsInFirefox: Walk = { what: `in Firefox, ${what}`, run: (seed) => walk(seed, firefox()) };

async function walk(seed: number, device: Device): Promise<string> {
  const [steps] = fc.sample(script, { seed, numRuns: 1 });
  if (!steps) throw new Error('no script');
  const site = await newSite();
  const done: string[] = [];
  const open = async (path: string) => {
    await device.go(site.url + path);
    if (device.failed()) {
      // Firefox that has only just started may not have read yet which sites have a worker: its page says "Try Again".
      done.push('AGAIN');
      await wait(1000);
      await device.go(site.url + path);
    }
    await expectNumber(device, done);
  };
  const act: Record<Between, () => Promise<unknown>> = {
    reload: () => open(new URL(device.address() ?? site.url).pathname),
    'another page': () => open('/countries/lv'),
    update: async () => update(device, done),
    offline: site.stop,
    online: site.start,
    kill: () => device.kill(),
    close: () => device.close(),
    'until it is stored': () => stored(device),
  };
  try {
    publishRelease(site.dist, FIRST_RELEASE);
    await open('/');
    await storedOnce(device);
    for (const { release, between } of steps.chapters) {
      done.push(`[${release}]`);
      publish(site.dist, release);
      await open('/');
      for (const { what, after } of between) {
        await wait(after);
        done.push(what);
        await act[what]();
      }
    }
    const { stored: isStored, reloads, how } = steps.ending;
    await site.start();
    publish(site.dist, 'edition');
    await open('/');
    if (isStored) await stored(device);
    for (let times = 0; times < reloads; times++) await open('/');
    await act[how]();
    await site.stop();
    done.push(`${isStored ? 'stored, ' : ''}${reloads} reloads, ${how}`, 'cold, without a network');
    await open('/');
    return done.join(', ');
  } finally {
    await device.end();
    await site.end();
  }
}

let published = 0;

function publish(dist: string, release: Release): void {
  published += 1;
  if (release === 'the first one again') {
    publishRelease(dist, FIRST_RELEASE);
    return;
  }
  publishFolder(dist, process.env.DIST ?? 'dist');
  // Each is another one, or no phone would take it for new.
  const pack = publishEdition(dist, 'lv', (text) => `${text.slice(0, -1)}${' '.repeat(published)}}`);
  // Every edition changes the page, too: the numbers stand in it.
  spoil(dist, 'index.html', `${readFileSync(join(dist, 'index.html'), 'utf8')}<!-- ${published} -->`);
  if (release === 'throws at its start') spoil(dist, assetOf(dist, 'index'), `throw new Error('broken ${published}');`);
  if (release === 'half-published') rmSync(join(dist, 'data', pack));
}

/** A page shows a number: the app's or the plain page's. @throws Violation when it does not */
async function expectNumber(device: Device, done: readonly string[]): Promise<void> {
  const shows = () =>
    [...document.querySelectorAll('a[href="tel:112"], a[href="tel:116006"]')].some((link) => link.checkVisibility());
  for (const end = Date.now() + SHOWN_MS; Date.now() < end; await wait(100)) {
    // A page that is just being loaded anew answers nothing; it is asked again.
    if (await device.ask(shows).catch(() => false)) return;
  }
  const text = await device.ask(() => document.body.innerText.slice(0, 200)).catch(String);
  throw new Violation(`no number at ${device.address()} after: ${done.join(', ')}; it shows: ${text}`);
}

/** Lets a waiting version in where one is offered. */
async function update(device: Device, done: readonly string[]): Promise<void> {
  if (device.address() === undefined) return;
  if (await device.press('Update now')) await expectNumber(device, done);
}

/** Until the first release has said that it is ready, nothing is promised. */
async function storedOnce(device: Device): Promise<void> {
  const whole = async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.active?.state === 'activated';
  };
  for (const end = Date.now() + STORED_MS; Date.now() < end; await wait(200)) {
    if (await device.ask(whole).catch(() => false)) return;
  }
  throw new Error('the first release was not stored in time');
}

/** Until nothing is being stored any more, whether it could be or not. */
async function stored(device: Device): Promise<void> {
  if (device.address() === undefined) return;
  const busy = async () => Boolean((await navigator.serviceWorker.getRegistration())?.installing);
  // The browser looks for a new version a moment after the page is there.
  await wait(1000);
  for (const end = Date.now() + UPDATED_MS; Date.now() < end; await wait(200)) {
    if ((await device.ask(busy).catch(() => true)) === false) return;
  }
}
