/**
 * First visits over a network that hangs and goes: files are held back and come, pages are reloaded, browsers killed, people
 * leave, all before anything is stored. Whatever page comes, there is a number or the screen on it; after Leave nothing of
 * Harbour; and once the network is back, everything comes and stays.
 */
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { chromium, type Device } from './device.ts';
import { assetOf, manifestOf, ownManifest, publishFolder } from './publish.ts';
import { newSite, type Site } from './site.ts';
import { Violation, type Walk } from './walk.ts';

/** How long anything may take on a busy machine, in milliseconds. */
const SHOWN_MS = 60_000;
const STORED_MS = 120_000;
const STEPS = 10;

const ADDRESSES = [
  '/',
  '/search?q=marta',
  '/countries/lv',
  '/responders/lv-centrs-marta',
  '/referral',
  '/guides/roles/police',
  '/glossary',
] as const;

/** What may hang: the app itself, the code of screens, packs, what says which packs there are, and the worker. */
const FILES = {
  'the app': (dist) => assetOf(dist, 'index'),
  'a screen': (dist) => assetOf(dist, 'Country'),
  'another screen': (dist) => assetOf(dist, 'Referral'),
  'the country': (dist) => packOf(dist, 'lv'),
  'the guides': (dist) => packOf(dist, 'guides'),
  'the search': (dist) => packOf(dist, 'search'),
  'the manifest': (dist) => ownManifest(dist),
  'the worker': () => '/sw.js',
  'the neutral page': () => '/away.html',
} as const satisfies Record<string, (dist: string) => string>;

type File = keyof typeof FILES;

const step = fc.oneof(
  fc.record({ what: fc.constant('open' as const), address: fc.constantFrom(...ADDRESSES) }),
  fc.record({ what: fc.constant('hold' as const), file: fc.constantFrom(...(Object.keys(FILES) as File[])) }),
  fc.record({
    what: fc.constantFrom('release', 'reload', 'try again', 'offline', 'online', 'online', 'leave', 'kill', 'close'),
  }),
);

const script = fc.record({
  held: fc.subarray(Object.keys(FILES) as File[], { maxLength: 3 }),
  first: fc.constantFrom(...ADDRESSES),
  steps: fc.array(fc.record({ step, after: fc.nat(1500) }), { minLength: STEPS, maxLength: STEPS, size: 'max' }),
});

export const firstVisits: Walk = {
  what: 'on first visits files hang, the network goes, people leave, the browser is killed: there is a number or the screen',
  run: (seed) => walk(seed, chromium()),
};

async function walk(seed: number, device: Device): Promise<string> {
  const [drawn] = fc.sample(script, { seed, numRuns: 1 });
  if (!drawn) throw new Error('no script');
  const site = await newSite();
  publishFolder(site.dist, process.env.DIST ?? 'dist');
  const done: string[] = [];
  const held = new Map<string, () => void>();
  let online = true;
  const hold = (file: File) => {
    const ending = FILES[file](site.dist);
    if (!held.has(ending)) held.set(ending, site.hold(ending));
  };
  const release = () => {
    for (const [ending, letGo] of held) {
      held.delete(ending);
      letGo();
    }
  };
  const open = async (address: string) => {
    await device.go(site.url + address);
    await expectShown(device, online, done);
  };
  try {
    for (const file of drawn.held) hold(file);
    done.push(`${drawn.held.join(' and ') || 'nothing'} hangs at ${drawn.first}`);
    await open(drawn.first);
    for (const { step, after } of drawn.steps) {
      await wait(after);
      done.push(step.what === 'open' ? step.address : step.what === 'hold' ? `${step.file} hangs` : step.what);
      switch (step.what) {
        case 'open':
          await open(step.address);
          break;
        case 'hold':
          hold(step.file);
          break;
        case 'release':
          release();
          break;
        case 'offline':
          online = false;
          await site.stop();
          break;
        case 'online':
          await site.start();
          online = true;
          break;
        case 'kill':
          await device.kill();
          break;
        case 'close':
          await device.close();
          break;
        case 'leave':
          await leave(device, done);
          break;
        case 'try again':
          if (device.address() !== undefined && (await device.press('Try again')))
            await expectShown(device, online, done);
          break;
        default:
          await open(pathOf(device, site));
      }
    }
    await site.start();
    online = true;
    release();
    done.push('all comes');
    await expectMended(device, done);
    await open('/countries/lv');
    await expectLatvia(device, done);
    await stored(device);
    await site.stop();
    await device.kill();
    done.push('killed, without a network');
    await open('/countries/lv');
    await expectLatvia(device, done);
    return done.join(', ');
  } finally {
    await device.end();
    await site.end();
  }
}

function packOf(dist: string, id: string): string {
  return manifestOf(dist).packs.find((pack) => pack.id === id)?.file ?? '';
}

/** Where the tab is on this site; where it was left, at the beginning. */
function pathOf(device: Device, site: Site): string {
  const address = device.address() ?? '';
  return address.startsWith(site.url) && !address.endsWith('/away.html') ? address.slice(site.url.length) : '/';
}

/** A page of ours shows a number or the screen that was asked for. Only a first page without a network may be the browser's own. */
async function expectShown(device: Device, online: boolean, done: readonly string[]): Promise<void> {
  const shows = () => {
    if (location.protocol === 'chrome-error:') return 'no page';
    const first = 'a[href="tel:112"], a[href="tel:116006"], #content h1, #content [data-hit]';
    return [...document.querySelectorAll(first)].some((element) => element.checkVisibility()) ? 'shown' : '';
  };
  for (const end = Date.now() + SHOWN_MS; Date.now() < end; await wait(100)) {
    const what = await device.ask(shows).catch(() => '');
    if (what === 'no page' && online) break;
    if (what) return;
  }
  const text = await device.ask(() => document.body.innerText.slice(0, 200)).catch(String);
  throw new Violation(`nothing at ${device.address()} after: ${done.join(', ')}; it shows: ${text}`);
}

/** Leaves where that can be pressed. @throws Violation when anything of Harbour is seen afterwards */
async function leave(device: Device, done: readonly string[]): Promise<void> {
  if (device.address() === undefined || !(await device.press('Leave'))) return;
  const neutral = () =>
    document.documentElement.hidden ||
    location.href === 'about:blank' ||
    (document.title === 'Calendar' && !/Harbour/.test(document.body.innerText));
  for (const end = Date.now() + SHOWN_MS; Date.now() < end; await wait(100)) {
    const address = device.address() ?? '';
    const gone = address === 'about:blank' || address.endsWith('/away.html');
    // A page that is just giving way answers nothing; it is asked again.
    const left = await device.ask(neutral).catch(() => undefined);
    if (left === false) break;
    if (left && gone) return;
  }
  throw new Violation(`not left at ${device.address()} after: ${done.join(', ')}`);
}

/** What failed on the screen comes at one press, without opening the page anew, once everything can be had. */
async function expectMended(device: Device, done: readonly string[]): Promise<void> {
  if (device.address() === undefined || !(await device.press('Try again'))) return;
  const fails = () =>
    [...document.querySelectorAll('button')].some(
      (button) => button.innerText.trim() === 'Try again' && button.checkVisibility(),
    );
  for (const end = Date.now() + SHOWN_MS; Date.now() < end; await wait(100)) {
    if ((await device.ask(fails).catch(() => true)) === false) return;
  }
  const text = await device.ask(() => document.body.innerText.slice(0, 200)).catch(String);
  throw new Violation(`Try again did not help at ${device.address()} after: ${done.join(', ')}; it shows: ${text}`);
}

async function expectLatvia(device: Device, done: readonly string[]): Promise<void> {
  const there = () => document.querySelector('#content h1')?.textContent === 'Latvia';
  for (const end = Date.now() + SHOWN_MS; Date.now() < end; await wait(100)) {
    if (await device.ask(there).catch(() => false)) return;
  }
  throw new Violation(`no Latvia after: ${done.join(', ')}`);
}

async function stored(device: Device): Promise<void> {
  const active = async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated';
  for (const end = Date.now() + STORED_MS; Date.now() < end; await wait(200)) {
    if (await device.ask(active).catch(() => false)) return;
  }
  throw new Error('it was not stored in time');
}
