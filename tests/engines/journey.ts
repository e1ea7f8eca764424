/**
 * One journey, walked in every engine that is not Chromium: from the first visit through a cold start without a network
 * to Leave. Its steps follow each other in one browser, as they would on one phone.
 */
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishEdition, publishFolder } from '../../scripts/soak/publish.ts';
import { newSite, type Site } from '../../scripts/soak/site.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { expected, question } from '../fixtures/in-fifteen.ts';
import { type Browser, type Engine, element, press, type Setup, until } from './browser.ts';

/** Another site's page; each another one, because going to where one is says nothing in Firefox. */
const foreign = (count: number) => `data:text/html,<title>Foreign</title><h1>Foreign, ${count}</h1>`;
const heading = (text: RegExp) => element('#app h1', text);
const call = (number: string) => element(`#app a[href="tel:${number}"]`);
const leave = element('#app button', /^Leave/);
const calendar = `document.title === 'Calendar' && ${element('button', /Next month/)}`;
/** The number of the anti-trafficking line of Latvia, which the plain page carries as well. */
const LINE = '+37128612120';

/** Fifteen addresses of our own, each of them a document when it is typed. */
const ADDRESSES = [
  '/responders/lv-centrs-marta',
  '/countries/lv',
  '/settings',
  '/about',
  ...['dk', 'ee', 'fi', 'de', 'is', 'lt', 'no', 'pl', 'se', 'bg', 'ro'].map((code) => `/countries/${code}`),
];

/** Walks the journey; where the engine is not there or does not even open an empty page, says so and skips all of it. */
export async function journey(engine: Engine): Promise<void> {
  const usable = engine.found && (await opens(engine));
  describe.skipIf(!usable)(engine.name, { timeout: 600_000 }, () => {
    let site: Site;
    beforeAll(async () => {
      site = await newSite();
      publishFolder(site.dist, process.env.DIST ?? 'dist');
    }, 60_000);
    afterAll(() => site?.end());

    describe('one phone', () => {
      const browser = engine.browser();
      const go = (address: string) => browser.go(site.url + address);
      const see = (expression: string) => until(browser, expression);
      beforeAll(() => browser.open(), 300_000);
      afterAll(() => browser.close(), 60_000);

      test('first visit: the number common to all, then those of the chosen country', async () => {
        await go('/');
        await see(element('a[href="tel:112"]'));
        await press(browser, '#app main button', /^Latvia/);
        await see(call(LINE));
        await see(call('112'));
      });

      test('it names days, countries and languages in fifteen languages, and sorts them', async () => {
        const answers = JSON.parse(String(await browser.read(await question())));
        const right = expected();
        for (const language of LANGUAGES) expect(answers[language], language).toEqual(right[language]);
      });

      test('it says when it is ready, and is', async () => {
        await go('/settings');
        await see(element('#app main *', /^Ready offline/));
      });

      test('a language that is chosen is stored', async () => {
        await go('/settings');
        await press(browser, '#app label', /^Lietuvių/);
        await see('document.documentElement.lang === "lt"');
        // The others are not: so it is known which are, and this one is among them.
        const away = (name: string) =>
          `[...document.querySelectorAll("#app label")].some((one) => /^${name}.*nėra/s.test(one.innerText.trim()))`;
        await see(`${away('Eesti')} && !(${away('Lietuvių')})`);
        await press(browser, '#app label', /^English/);
        await see('document.documentElement.lang === "en"');
      });

      test('server stopped, browser closed, cold start: the number', async () => {
        await site.stop();
        await browser.restart();
        await go('/');
        await see(call('112'));
        await see(call(LINE));
      });

      test('search without a network, to a responder and its number', async () => {
        await press(browser, '#app input[type="search"]');
        await browser.type('marta');
        await press(browser, '#app main a', /MARTA/);
        await see(heading(/MARTA/));
        await see(element('#app main a[href^="tel:"]'));
      });

      test('keep', async () => {
        await press(browser, '#app main button', /^Keep$/);
        await see(element('#app main button[aria-pressed="true"], #app main button', /^Kept/));
        await go('/workspace');
        await see(element('#app main a', /MARTA/));
      });

      test('plan and handover note', async () => {
        await go('/referral?found=lv&age=child&origin=ro&form=begging&police=later&home=later&role=ngo');
        await see('document.querySelectorAll("#app [data-step]").length > 3');
        await see(element('#app main a[href^="tel:"]'));
        await press(browser, '#app main a', /Handover note/);
        await see(heading(/Handover note/));
      });

      test('what is kept outlives closing the browser', async ({ skip }) => {
        if (!engine.keeps) skip();
        await browser.restart();
        await go('/workspace');
        await see(element('#app main a', /MARTA/));
      });

      test('dark, and in Lithuanian', async () => {
        await go('/settings');
        await press(browser, '#app label', /^Dark$/);
        await see('getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).every((it) => it < 60)');
        await press(browser, '#app label', /^Lietuvių/);
        await see('document.documentElement.lang === "lt"');
        await go('/countries/lv');
        await see(heading(/^Latvija$/));
        await go('/settings');
        await press(browser, '#app label', /^English/);
        await see('document.documentElement.lang === "en"');
      });

      test('a country is printed with its numbers, not as an empty sheet', async ({ skip }) => {
        if (!browser.print) skip();
        await go('/countries/lv');
        // The number stands there before the rest of the country does.
        await see(`${call(LINE)} && document.querySelectorAll("#app h2, #app h3").length > 30`);
        expect(textCommands((await browser.print?.()) ?? new Uint8Array())).toBeGreaterThan(200);
      });

      for (const count of [2, 3]) {
        test(`Leave after ${count} documents, without a network`, () => leaveAfter(browser, site, count));
      }

      test('Leave from a dialog, by Esc three times', async () => {
        await go('/settings');
        await press(browser, '#app button', /^Delete everything/);
        await see('document.querySelector("dialog[open]")');
        await browser.escape(3);
        await see(calendar);
      });

      test('Leave out of the search box, by Esc three times', async () => {
        await go('/search');
        await press(browser, '#app input[type="search"]');
        await browser.type('shelter');
        await browser.escape(3);
        await see(calendar);
      });

      test('opened anew after Leave, it is there again, also when it is reloaded', async () => {
        await go('/countries/lv');
        await see(call(LINE));
        await browser.read('void setTimeout(() => location.reload())');
        await see(call(LINE));
      });

      test('a new version waits, and the network goes: the number', async () => {
        await site.start();
        publishEdition(site.dist, 'lv', (text) => text.replace('"checked":"2', '"checked":"1'));
        await go('/');
        await see(element('#app button', /^Update now/));
        await go('/countries/lv');
        await see(call(LINE));
        await site.stop();
        await browser.restart();
        await go('/');
        await see(call('112'));
      });
    });

    test('Leave after fifteen documents', () => withBrowser(engine, {}, (browser) => leaveAfter(browser, site, 15)));

    describe.skipIf(!engine.canBlock)('set up otherwise', () => {
      test('Leave with all storage blocked', () =>
        withBrowser(engine, { storageBlocked: true }, (browser) => leaveAfter(browser, site, 3)));

      test('Leave without a worker; and without a network then, to an empty page', () =>
        withBrowser(engine, { withoutWorkers: true }, async (browser) => {
          await leaveAfter(browser, site, 3);
          await browser.go(`${site.url}/countries/lv`);
          await until(browser, leave);
          await site.stop();
          await browser.click(leave);
          await until(browser, `location.href === 'about:blank' && document.title + document.body.innerText === ''`);
        }));
    });

    async function withBrowser(which: Engine, setup: Setup, walk: (browser: Browser) => Promise<void>): Promise<void> {
      await site.start();
      const browser = which.browser(setup);
      await browser.open();
      try {
        await walk(browser);
      } finally {
        await browser.close();
      }
    }
  });
}

async function opens(engine: Engine): Promise<boolean> {
  const browser = engine.browser();
  try {
    await browser.open();
    await browser.go('about:blank');
    return true;
  } catch (error) {
    console.log(`${engine.name} is there but does not open, so its tests are skipped: ${error}`);
    return false;
  } finally {
    await browser.close().catch(() => undefined);
  }
}

/** Loads some documents after another site's, leaves, and presses Back until that site is there: nothing of ours is seen. */
async function leaveAfter(browser: Browser, site: Site, count: number): Promise<void> {
  await browser.go(foreign(count));
  for (const address of ADDRESSES.slice(0, count)) {
    await browser.go(site.url + address);
    await until(browser, leave);
  }
  await browser.click(leave);
  await until(browser, calendar);
  const kept = await browser.read(
    '(() => { try { return JSON.stringify(sessionStorage); } catch { return "{}"; } })()',
  );
  expect(kept).not.toMatch(/harbour/i);
  // The neutral page has put an entry of its own upon each of ours.
  for (let presses = 0; presses <= 2 * count + 1; presses++) {
    await browser.back().catch(() => undefined);
    const end = Date.now() + 1500;
    while (Date.now() < end) {
      const shown = await browser
        .read<string>('document.documentElement.hidden ? "" : document.title + document.body.innerText')
        .catch(() => '');
      expect(shown).not.toMatch(/Harbour|112|Leave/);
      if (shown.startsWith('Foreign')) return;
    }
  }
  throw new Error('Back never led out of the neutral pages');
}

/** How often a PDF says that text is to be written. */
function textCommands(pdf: Uint8Array): number {
  const bytes = Buffer.from(pdf);
  let commands = 0;
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    try {
      const start = bytes.indexOf('\n', at) + 1;
      commands +=
        inflateSync(bytes.subarray(start), { finishFlush: 2 })
          .toString('latin1')
          .match(/\bT[jJ]\b/g)?.length ?? 0;
    } catch {
      // Not every stream is of this kind.
    }
  }
  return commands;
}
