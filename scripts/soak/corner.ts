/**
 * Two tabs write down one of everything (contacts, notes, visits, what was agreed, plans, ticks, responders, corrections), plain or
 * under a lock; in the middle of it the browser is killed. What a screen had acknowledged is there when the browser is opened again, what
 * it had not is there whole or not at all, and under a lock no word of it is in any file of the browser's.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import fc from 'fast-check';
import { newPhone } from './browser.ts';
import { Violation, type Walk } from './walk.ts';

/** How long a screen may take until it shows what is kept, in milliseconds. */
const SHOWN_MS = 60_000;
const PASSPHRASE = 'three words of mine';
/** Stands in all that is written. */
const MARK = 'Q7ZCORNER';

const KINDS = ['contact', 'note', 'visit', 'agreed', 'plan', 'tick', 'kept', 'correction'] as const;
type Kind = (typeof KINDS)[number];

/** What is switched by both tabs, each its own. */
const PLANS = ['/referral?found=lv&origin=ro&age=child', '/referral?found=se&origin=ua&age=adult'];
const RESPONDERS = ['/responders/lv-patverums-drosa-maja', '/responders/lv-centrs-marta'];
const GUIDE = '/guides/roles/health';
const CORRECTIONS = '/workspace/corrections';

/** Numbers that each tab finds wrong. */
const { responders } = JSON.parse(readFileSync('data/countries/lv/responders.json', 'utf8')) as {
  responders: Responder[];
};
const WRONG = responders
  .flatMap(({ id, channels }) => {
    const phone = channels.find(({ type, value, via }) => type === 'phone' && value.startsWith('+371') && !via);
    return phone ? [{ responder: id, value: phone.value }] : [];
  })
  .slice(0, 2);

interface Responder {
  id: string;
  channels: { type: string; value: string; via?: unknown }[];
}

interface Script {
  locked: boolean;
  /** What each tab writes, in its order. */
  tabs: Kind[][];
  /** After how many acknowledgements the browser is killed, and how many milliseconds later. */
  acknowledged: number;
  later: number;
}

const order = fc.shuffledSubarray([...KINDS], { minLength: KINDS.length });
const script: fc.Arbitrary<Script> = fc.record({
  locked: fc.boolean(),
  tabs: fc.tuple(order, order),
  acknowledged: fc.integer({ min: 2, max: 14 }),
  later: fc.nat(600),
});

/** Something that was written. */
interface Written {
  kind: Kind;
  tab: number;
  text: string;
  /** Where it is read again. */
  path: string;
}

export const corner: Walk = {
  what: 'two tabs write down one of everything, plain or under a lock, the browser is killed: nothing is lost, half, or plain',
  async run(seed, site) {
    const [plan] = fc.sample(script, { seed, numRuns: 1 });
    if (!plan) throw new Error('no script');
    const phone = newPhone();
    try {
      const { written, under } = await writeAndKill(await phone.start(), plan, site, phone.kill);
      if (plan.locked) {
        const plain = filesWith(phone.profile, MARK);
        if (plain.length > 0) throw new Violation(`plain in ${plain.join(', ')}`);
      }
      const page = await openAt(await phone.start(), site, '/workspace');
      if (plan.locked) {
        await page.getByText('What you keep is locked.', { exact: true }).waitFor();
        if ((await page.getByText(MARK).count()) > 0) throw new Violation('plain on the screen of a locked phone');
        await unlock(page);
      }
      for (const one of written) {
        const missing = await isMissing(page, one);
        if (missing) throw new Violation(`${one.kind} of tab ${one.tab}, acknowledged: ${missing}`);
      }
      for (const one of under) await expectWhole(page, one);
      return `${plan.locked ? 'locked' : 'plain'}, ${written.length} acknowledged: ${written.map(({ kind }) => kind).join(' ')}`;
    } finally {
      await phone.end();
    }
  },
};

/** @returns what was acknowledged, and the names of contacts that were under way */
async function writeAndKill(
  context: BrowserContext,
  { locked, tabs, acknowledged, later }: Script,
  site: string,
  kill: () => Promise<void>,
): Promise<{ written: Written[]; under: string[] }> {
  const pages: Page[] = [];
  for (const _ of tabs) pages.push(await openAt(context, site, '/workspace'));
  if (locked) await putLockOn(pages);
  const written: Written[] = [];
  let enough: () => void = () => undefined;
  const killing = new Promise<void>((resolve) => (enough = resolve));
  const writing = Promise.all(
    tabs.map(async (kinds, tab) => {
      const page = pages[tab] as Page;
      for (const kind of needed(kinds)) {
        const path = await write(page, kind, tab).catch(async (error: unknown) => {
          const seen = await page.locator('#content').textContent({ timeout: 2000 });
          throw new Error(`${kind} of tab ${tab} at ${page.url()}: ${error}\n${seen?.slice(0, 600)}`);
        });
        written.push({ kind, tab, text: textOf(kind, tab), path });
        if (written.length >= acknowledged) enough();
      }
    }),
  );
  await Promise.race([killing, writing]);
  writing.catch(() => undefined); // what is not written when the browser ends is not written
  await wait(later);
  const seen = [...written];
  await kill();
  const names = tabs.map((_, tab) => textOf('contact', tab));
  return { written: seen, under: names.filter((name) => !seen.some(({ text }) => text === name)) };
}

/** A note stands on a contact, and an agreement in a visit: those come first. */
function needed(kinds: readonly Kind[]): Kind[] {
  return kinds
    .flatMap((kind): Kind[] => (kind === 'note' ? ['contact', kind] : kind === 'agreed' ? ['visit', kind] : [kind]))
    .filter((kind, at, all) => all.indexOf(kind) === at);
}

const textOf = (kind: Kind, tab: number) => `${MARK} ${kind} ${tab === 0 ? 'amber' : 'birch'}`;
const numberOf = (tab: number) => `+371 20 000 00${tab}`;

/** Writes one thing as somebody does, until the screen says that it is kept. @returns where it is read again */
async function write(page: Page, kind: Kind, tab: number): Promise<string> {
  const main = page.locator('#content');
  const text = textOf(kind, tab);
  const own = () => new URL(page.url()).pathname;
  switch (kind) {
    case 'contact':
      await go(page, '/workspace/contacts/new');
      await main.getByLabel('Name', { exact: true }).fill(text);
      await main.getByLabel('Number or address 1', { exact: true }).fill(numberOf(tab));
      await main.getByRole('button', { name: 'Keep', exact: true }).click();
      await main.getByRole('heading', { level: 1, name: text }).waitFor();
      places.set(page, { ...places.get(page), contact: own() });
      return own();
    case 'note':
      await go(page, places.get(page)?.contact ?? '');
      await main.getByRole('button', { name: 'Write a note' }).click();
      await main.getByLabel('Note', { exact: true }).fill(text);
      await main.getByRole('button', { name: 'Keep', exact: true }).click();
      await main.getByRole('listitem').filter({ hasText: text }).getByRole('paragraph').first().waitFor();
      return own();
    case 'visit':
      await go(page, '/workspace/visits/new?to=ro');
      await main.getByRole('button', { name: 'Prepare this visit' }).click();
      await main.getByRole('heading', { level: 1, name: 'Study visit: Romania' }).waitFor();
      places.set(page, { ...places.get(page), visit: own() });
      return own();
    case 'agreed': {
      const visit = places.get(page)?.visit ?? '';
      await go(page, `${visit}?part=there`);
      const agreed = page.getByRole('region', { name: 'What was agreed' });
      await agreed.getByRole('button', { name: 'Write it down' }).click();
      await agreed.getByLabel('What, and who does it').fill(text);
      await agreed.getByRole('button', { name: 'Write it down' }).click();
      await agreed.locator('li:not([data-saving])').filter({ hasText: text }).waitFor();
      return `${visit}?part=there`;
    }
    case 'plan':
      await go(page, PLANS[tab] ?? '');
      await main.getByRole('button', { name: 'Keep', exact: true }).click();
      await main.getByRole('button', { name: 'Kept: forget' }).and(page.locator(':not([data-saving])')).waitFor();
      return PLANS[tab] ?? '';
    case 'tick':
      await go(page, GUIDE);
      await tickOf(page, tab).check();
      await tickOf(page, tab).and(page.locator(':not([data-saving])')).waitFor();
      return GUIDE;
    case 'kept':
      await go(page, RESPONDERS[tab] ?? '');
      await main.getByRole('button', { name: 'Keep', exact: true }).click();
      await main.locator('button[aria-pressed=true]:not([data-saving])').first().waitFor();
      return RESPONDERS[tab] ?? '';
    case 'correction': {
      const { responder, value } = WRONG[tab] ?? { responder: '', value: '' };
      await go(page, `${CORRECTIONS}/new?${new URLSearchParams({ responder, type: 'phone', value })}`);
      await main.getByLabel('The right number').fill(value.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)));
      await main.getByRole('radio', { name: 'I rang' }).check();
      await main.getByLabel('Your office').fill('Social service');
      await main.getByLabel('Anything else').fill(text);
      await main.getByRole('button', { name: 'Keep it to send' }).click();
      await main.getByRole('heading', { level: 1, name: 'Corrections for the curators' }).waitFor();
      return CORRECTIONS;
    }
  }
}

/** Reads it again. @returns what is not as it must be */
async function isMissing(page: Page, { kind, tab, text, path }: Written): Promise<string> {
  const main = page.locator('#content');
  await go(page, path);
  const shown: Record<Kind, Locator[]> = {
    contact: [main.getByRole('heading', { level: 1, name: text }), main.getByText(numberOf(tab)).first()],
    note: [main.getByRole('listitem').filter({ hasText: text }).first()],
    visit: [main.getByRole('heading', { level: 1, name: 'Study visit: Romania' })],
    agreed: [page.getByRole('region', { name: 'What was agreed' }).getByRole('listitem').filter({ hasText: text })],
    plan: [main.getByRole('button', { name: 'Kept: forget' })],
    tick: [tickOf(page, tab).and(page.locator(':checked'))],
    kept: [main.locator('button[aria-pressed=true]').first()],
    correction: [main.getByText(text).first()],
  };
  for (const locator of shown[kind]) {
    const there = await locator.waitFor({ timeout: SHOWN_MS }).then(
      () => true,
      () => false,
    );
    if (!there) return `not on ${path}`;
  }
  return '';
}

/** A contact that was not acknowledged is not there, or is there with its number. */
async function expectWhole(page: Page, name: string): Promise<void> {
  await go(page, '/workspace');
  await page.getByRole('heading', { level: 1, name: 'Kept' }).waitFor();
  const link = page.getByRole('list', { name: 'Own contacts' }).getByRole('link', { name });
  if ((await link.count()) === 0) return;
  await link.click();
  const tab = name.endsWith('amber') ? 0 : 1;
  await page
    .getByText(numberOf(tab))
    .first()
    .waitFor({ timeout: SHOWN_MS })
    .catch(() => {
      throw new Violation(`half a contact: ${name}`);
    });
}

/** Where a tab has written its contact and its visit. */
const places = new WeakMap<Page, { contact?: string; visit?: string }>();

const tickOf = (page: Page, tab: number) => page.locator('main li input[type=checkbox]').nth(tab);

/** Within the app, as a link does: loading it anew would lock it. */
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, '', to), path);
}

async function openAt(context: BrowserContext, site: string, path: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(SHOWN_MS);
  // The app's files are not what this is about, and keeping them takes longer than all the rest.
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  await page.goto(site + path);
  await page.getByRole('heading', { level: 1, name: 'Kept' }).waitFor();
  return page;
}

async function putLockOn([first, ...others]: Page[]): Promise<void> {
  if (!first) return;
  await go(first, '/workspace/lock');
  await first.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await first.getByLabel('The same once more').fill(PASSPHRASE);
  await first.getByRole('button', { name: 'Put the lock on' }).click();
  await first.getByText('The lock is on. What you keep is sealed.').waitFor();
  for (const page of others) await unlock(page);
}

async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await page.getByRole('button', { name: 'Lock now' }).waitFor();
}

/** The files below a folder in which a text stands, in either of the ways browsers write letters. */
function filesWith(folder: string, text: string): string[] {
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le')];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file), { throwIfNoEntry: false })?.isFile())
    .filter((file) => forms.some((form) => readFileSync(join(folder, file)).includes(form)));
}
