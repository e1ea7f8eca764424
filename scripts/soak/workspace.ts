/**
 * Two tabs tick, untick, keep and take off, as fast as they can; in the middle of it the browser is killed. Whatever a
 * screen had acknowledged by then is there when the browser is opened again.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, Page } from '@playwright/test';
import fc from 'fast-check';
import { newPhone } from './browser.ts';
import { Violation, type Walk } from './walk.ts';

/** How long a screen may take until it shows what is kept, in milliseconds. */
const SHOWN_MS = 60_000;

/** A screen on which things are switched on and off. */
interface Place {
  path: string;
  /** Selects what can be switched, in the order of the page. */
  switches: string;
  /** What has to be pressed before anything is kept; nothing happens where it is pressed already. */
  first?: string;
}

const PLACES = {
  guide: { path: '/guides/roles/health', switches: 'main li input[type=checkbox]' },
  plan: {
    path: '/referral?found=lv&origin=ro&age=child',
    switches: 'main [data-step] input[type=checkbox]:not([disabled])',
    first: 'main button[aria-pressed]',
  },
  responder: { path: '/responders/lv-patverums-drosa-maja', switches: 'main button[aria-pressed]' },
} as const satisfies Record<string, Place>;
type PlaceName = keyof typeof PLACES;

/** How many switches of a screen are used, at most. */
const SWITCHES: Record<PlaceName, number> = { guide: 12, plan: 8, responder: 1 };

interface Steps {
  place: PlaceName;
  /** Switches in the order in which they are pressed, each with the pause before it in milliseconds. */
  presses: { at: number; pause: number }[];
}

interface Script {
  tabs: Steps[];
  /** After how many acknowledgements the browser is killed, and how many milliseconds later. */
  acknowledged: number;
  later: number;
}

/** Both tabs on the guide use switches of their own: that two who press the same one meet is another test's affair. */
const script: fc.Arbitrary<Script> = fc
  .tuple(
    fc.constantFrom<[PlaceName, PlaceName]>(
      ['guide', 'guide'],
      ['guide', 'plan'],
      ['plan', 'responder'],
      ['guide', 'responder'],
    ),
    fc.array(fc.record({ at: fc.nat(), pause: fc.nat(25) }), { minLength: 12, maxLength: 12, size: 'max' }),
    fc.array(fc.record({ at: fc.nat(), pause: fc.nat(25) }), { minLength: 12, maxLength: 12, size: 'max' }),
    fc.integer({ min: 1, max: 16 }),
    fc.nat(20),
  )
  .map(([places, ours, theirs, acknowledged, later]) => {
    const shared = places[0] === places[1];
    const tabs = [ours, theirs].map((presses, tab) => {
      const place = places[tab] as PlaceName;
      const count = SWITCHES[place];
      const own = (at: number) => (shared ? (at % (count / 2)) * 2 + tab : at % count);
      return { place, presses: presses.map(({ at, pause }) => ({ at: own(at), pause })) };
    });
    return { tabs, acknowledged, later };
  });

export const workspace: Walk = {
  what: 'two tabs write, the browser is killed: what was acknowledged is there',
  async run(seed, site) {
    const [plan] = fc.sample(script, { seed, numRuns: 1 });
    if (!plan) throw new Error('no script');
    const phone = newPhone();
    try {
      const acknowledged = await writeAndKill(await phone.start(), plan, site, phone.kill);
      const context = await phone.start();
      for (const [tab, { place, presses }] of plan.tabs.entries()) {
        const wrong = await compare(context, site, PLACES[place], possible(presses, acknowledged[tab] ?? 0));
        if (wrong) {
          const seen = presses.slice(0, acknowledged[tab]).map(({ at }) => at);
          throw new Violation(`${PLACES[place].path}: ${wrong}; acknowledged in order: ${seen.join(' ')}`);
        }
      }
      return `${plan.tabs.map(({ place }) => place).join(' + ')}, ${acknowledged.join(' + ')} acknowledged`;
    } finally {
      await phone.end();
    }
  },
};

/** Presses as the script says and kills. @returns how many presses each tab had acknowledged */
async function writeAndKill(
  context: BrowserContext,
  { tabs, acknowledged, later }: Script,
  site: string,
  kill: () => Promise<void>,
): Promise<number[]> {
  const counts = tabs.map(() => 0);
  let enough: () => void = () => undefined;
  const killing = new Promise<void>((resolve) => (enough = resolve));
  const pages: Page[] = [];
  for (const [tab, { place }] of tabs.entries()) {
    const page = await openAt(context, site, PLACES[place]);
    await page.exposeBinding('acknowledged', () => {
      counts[tab] = (counts[tab] ?? 0) + 1;
      if (counts.reduce((sum, count) => sum + count) >= acknowledged) enough();
    });
    pages.push(page);
  }
  const pressing = Promise.all(
    tabs.map(({ place, presses }, tab) => pages[tab]?.evaluate(press, { ...PLACES[place], presses })),
  );
  await Promise.race([killing, pressing]);
  pressing.catch(() => undefined); // what is not pressed when the browser ends is not pressed
  await wait(later);
  const seen = [...counts];
  await kill();
  return seen;
}

async function openAt(context: BrowserContext, site: string, { path, switches, first }: Place): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(SHOWN_MS);
  // The app's files are not what this is about, and keeping them takes longer than all the rest.
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  // tsx puts this around the functions that run in the page.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.goto(site + path);
  if (first) {
    const button = page.locator(first).first();
    await button.and(page.locator(':not([disabled])')).waitFor();
    if ((await button.getAttribute('aria-pressed')) === 'false') await button.click();
    await page.locator(`${first}[aria-pressed=true]:not([data-saving])`).first().waitFor();
  }
  await page.locator(switches).first().waitFor();
  return page;
}

/** Runs in the page: presses one after the other, and says when the screen has acknowledged each. */
async function press({ switches, presses }: Pick<Place, 'switches'> & Pick<Steps, 'presses'>): Promise<void> {
  const isOn = (element: Element) =>
    element instanceof HTMLInputElement ? element.checked : element.getAttribute('aria-pressed') === 'true';
  for (const { at, pause } of presses) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const find = () => document.querySelectorAll<HTMLElement>(switches)[at];
    const element = find();
    if (!element) throw new Error(`no switch ${at}`);
    const wanted = !isOn(element);
    await new Promise<void>((resolve) => {
      const look = () => {
        const now = find();
        if (!now || isOn(now) !== wanted || now.hasAttribute('data-saving')) return;
        observer.disconnect();
        resolve();
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
      element.click();
      // A box that is on is no change of the document.
      setTimeout(look);
    });
    (window as unknown as { acknowledged(): void }).acknowledged();
  }
}

/**
 * What may stand there: what the presses up to one make, none of them earlier than the last that was acknowledged. The news
 * of later ones may still have been on its way when the browser ended.
 */
function possible(presses: Steps['presses'], acknowledged: number): ReadonlyMap<number, boolean>[] {
  return Array.from({ length: presses.length - acknowledged + 1 }, (_, later) => {
    const on = new Map(presses.map(({ at }) => [at, false]));
    for (const { at } of presses.slice(0, acknowledged + later)) on.set(at, !on.get(at));
    return on;
  });
}

/** Opens the screen again. @returns what is not as it must be */
async function compare(
  context: BrowserContext,
  site: string,
  place: Place,
  [least, ...later]: readonly ReadonlyMap<number, boolean>[],
) {
  const page = await openAt(context, site, place);
  let wrong = '';
  for (const end = Date.now() + SHOWN_MS; ; await wait(50)) {
    const shown = await page
      .locator(place.switches)
      .evaluateAll((elements) =>
        elements.map((element) =>
          element instanceof HTMLInputElement ? element.checked : element.getAttribute('aria-pressed') === 'true',
        ),
      );
    const against = (on: ReadonlyMap<number, boolean> | undefined) =>
      [...(on ?? [])].flatMap(([at, wanted]) => (shown[at] === wanted ? [] : `${at} is ${wanted ? 'off' : 'on'}`));
    wrong = later.some((on) => against(on).length === 0) ? '' : against(least).join(', ');
    if (!wrong || Date.now() > end) break;
  }
  await page.close();
  return wrong;
}
