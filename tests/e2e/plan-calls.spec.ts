/** The numbers of plans drawn at random, as they stand on the screen; the rules behind them are tried whole in tests/unit. */
import { expect, type Page, test } from '@playwright/test';
import { COUNTRIES, type CountryCode } from '../../src/directory/codes.ts';
import { isUrgent } from '../../src/directory/emergency.ts';
import type { PackChannel } from '../../src/directory/pack.ts';
import { AGES, FORMS, ORIGINS, ROLES, SEXES } from '../../src/referral/situation.ts';
import { publishedDirectory } from '../relevance/directory.ts';

const SITUATIONS = 40;
const HOURS = ['2026-11-24T01:30:00Z', '2026-11-24T10:00:00Z', '2026-11-28T19:00:00Z'];
/** Steps of danger, injury, or a child in danger. */
const URGENT = /^(danger|injured|child)\.|^shelter\.child|^guardian\.if-missing/;
/** Lines of Europe, in each country its own. */
const EUROPEAN = ['112', '116000', '116006', '116111', '116117', '116123'];

/** Draws that are the same at every run: a linear congruence of Numerical Recipes. */
function drawing(seed: number) {
  let state = seed;
  return <Value>(values: readonly Value[]): Value => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return values[Math.floor((state / 2 ** 32) * values.length)] as Value;
  };
}

const directory = publishedDirectory();
const packOf = (country: CountryCode) => {
  const pack = directory.countries.get(country);
  if (!pack) throw new Error(`no ${country}`);
  return pack;
};
const channelsOf = (country: CountryCode): PackChannel[] =>
  packOf(country).responders.flatMap(({ channels }) =>
    channels.filter(({ type }) => type === 'phone' || type === 'sms'),
  );

/** Why a link dials nobody, or somebody else, from there; empty where it rings. Asked of the data, not of the app's own rule. */
function fault(tel: string, standing: CountryCode): string {
  if (!tel.startsWith('+')) {
    const here = [
      ...packOf(standing).emergency.map(({ number }) => number),
      ...channelsOf(standing).map((channel) => channel.tel ?? channel.value),
      ...EUROPEAN,
    ];
    return here.includes(tel) ? '' : `${tel} is no number of ${standing}`;
  }
  for (const country of COUNTRIES) {
    if (country === standing) continue;
    const same = channelsOf(country).filter((channel) => (channel.tel ?? channel.value) === tel);
    const closed = same.some(({ fromAbroad, freephone }) => fromAbroad === false || freephone);
    if (closed && !same.some(({ fromAbroad }) => fromAbroad)) return `${tel} works inside ${country} only`;
  }
  return '';
}

interface Shown {
  id: string;
  title: string;
  says: string;
  calls: string[];
}

/** Every step on the screen: its title, its sentence, and the numbers that can be tapped in it. */
function stepsOn(page: Page): Promise<Shown[]> {
  return page.locator('[data-step]').evaluateAll((steps) =>
    steps.map((step) => ({
      id: step.getAttribute('data-step') ?? '',
      title: step.querySelector('h3')?.textContent ?? '',
      says: step.querySelector(':scope > div > p:first-child')?.textContent ?? '',
      calls: [...step.querySelectorAll('a[href^="tel:"]')]
        .filter((link) => link.checkVisibility())
        .map((link) => (link.getAttribute('href') ?? '').slice('tel:'.length)),
    })),
  );
}

test('whoever is told to call can call, from where one stands, and an alarm stands for danger only', async ({
  page,
}) => {
  test.setTimeout(900_000);
  const draw = drawing(20261128);
  await page.goto('/settings');
  const faults: string[] = [];
  for (let count = 0; count < SITUATIONS; count++) {
    // Every country has its turn, each second time seen from another one.
    const found = COUNTRIES[count % COUNTRIES.length] as CountryCode;
    const standing = count % 3 === 2 ? draw(COUNTRIES) : found;
    const hour = draw(HOURS);
    const query = new URLSearchParams({
      found,
      role: draw(ROLES),
      age: draw(AGES),
      sex: draw(SEXES),
      origin: draw(ORIGINS),
      form: draw(FORMS),
      danger: draw(['0', '0', '1']),
      injured: draw(['0', '0', '1']),
      police: draw(['yes', 'no', 'later']),
      home: draw(['yes', 'no', 'later']),
      fears: draw(['0', '0', '1']),
    });
    const where = `${query} from ${standing} at ${hour}`;
    await page.evaluate(
      (country) => localStorage.setItem('harbour.settings', JSON.stringify({ country, language: 'en' })),
      standing,
    );
    await page.clock.setFixedTime(new Date(hour));
    await page.goto(`/referral?${query}`);
    await expect(page.locator('[data-step]').first()).toBeVisible();
    const folded = page.locator('main h2 button[aria-expanded="false"]');
    await folded.evaluateAll((phases) => {
      for (const phase of phases) (phase as HTMLElement).click();
    });
    await expect(folded).toHaveCount(0);

    const pack = packOf(standing);
    const alarms = pack.emergency.filter(isUrgent).map(({ number }) => number);
    const lines = [pack.contactPoint, ...pack.antiTraffickingLine].flatMap(
      (id) => directory.responder(id ?? '')?.channels.filter(({ via }) => via === undefined) ?? [],
    );
    for (const { id, title, says, calls } of await stepsOn(page)) {
      const toldTo = /^Call /.test(title) || /(^|[.:;,] )[Cc]all (?!anyone)/.test(says);
      if (toldTo && !/^Do not/.test(says) && calls.length === 0)
        faults.push(`${where}: ${id} "${title}" has no number`);
      for (const tel of calls) {
        // Where the line for trafficking is the emergency number itself, the line is asked by it.
        const isLine = /^(line|marriage)\./.test(id) && lines.some(({ value }) => value === tel);
        if (alarms.includes(tel) && !URGENT.test(id) && !isLine)
          faults.push(`${where}: ${id} calls ${tel} in no danger`);
      }
    }
    const all = await page
      .locator('main a[href^="tel:"]')
      .evaluateAll((links) => links.map((link) => (link.getAttribute('href') ?? '').slice('tel:'.length)));
    expect(all.length, where).toBeGreaterThan(0);
    for (const tel of new Set(all)) {
      const why = fault(tel, standing);
      if (why) faults.push(`${where}: ${why}`);
    }
  }
  expect(faults).toEqual([]);
});

test('at night every number says whether it answers, the second way and the one on paper as well', async ({ page }) => {
  test.setTimeout(120_000);
  await page.clock.setFixedTime(new Date('2026-11-24T01:30:00Z'));
  let seconds = 0;
  let onPaper = 0;
  for (const found of ['de', 'lt', 'se', 'ua', 'ro'] as const) {
    await page.goto('/settings');
    await page.evaluate(
      (country) => localStorage.setItem('harbour.settings', JSON.stringify({ country, language: 'en' })),
      found,
    );
    await page.goto(
      `/referral?found=${found}&people=several&age=adult,child&sex=female,male&form=labour&origin=bg&home=yes`,
    );
    await expect(page.locator('[data-step]').first()).toBeVisible();
    const folded = page.locator('main h2 button[aria-expanded="false"]');
    await folded.evaluateAll((phases) => {
      for (const phase of phases) (phase as HTMLElement).click();
    });
    await expect(folded).toHaveCount(0);
    const alarms = packOf(found).emergency.map(({ number }) => number);
    const second = await page.locator('[data-step] p', { hasText: 'If that fails:' }).evaluateAll((ways) =>
      ways.flatMap((way) => {
        const tel = way.querySelector('a[href^="tel:"]')?.getAttribute('href');
        return tel ? [{ tel: tel.slice('tel:'.length), says: way.textContent ?? '' }] : [];
      }),
    );
    for (const { tel, says } of second) {
      if (alarms.includes(tel)) continue;
      expect(says, `${found} ${tel}`).toMatch(/[●◐○–] (open|closed|public holiday|hours not found)/);
      seconds += 1;
    }
    await page.emulateMedia({ media: 'print' });
    for (const said of await page.locator('li:visible', { has: page.locator('strong') }).allTextContents())
      if (said.includes('hours not found in our sources')) onPaper += 1;
    await page.emulateMedia({ media: 'screen' });
  }
  expect(seconds).toBeGreaterThan(5);
  expect(onPaper).toBeGreaterThan(5);
});
