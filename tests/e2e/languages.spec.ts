import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { expected, question } from '../fixtures/in-fifteen.ts';
import { violations } from './axe.ts';

test('days, months, countries, languages, numbers and their order in each of the fifteen, whatever the browser knows', async ({
  page,
}) => {
  await page.goto('about:blank');
  const answers = JSON.parse((await page.evaluate(await question())) as string);
  const right = expected();
  for (const language of LANGUAGES) expect(answers[language], language).toEqual(right[language]);
});

const FOLDER = 'src/i18n/messages/en';
/** What the keys of messages begin with. */
const NAMES = readdirSync(FOLDER).flatMap((name) => Object.keys(JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8'))));

// Three of fifteen, or this would take as long as all else: the longest words, other letters, and one with four plural forms.
for (const [locale, language, country] of [
  ['de-AT', 'de', 'de'],
  ['uk-UA', 'uk', 'ua'],
  ['lt-LT', 'lt', 'lt'],
] as const) {
  test(`a phone set to ${locale} is spoken to in its language, and nothing is cut on 320 pixels`, async ({
    browser,
  }) => {
    const context = await browser.newContext({
      locale,
      viewport: { width: 320, height: 568 },
      serviceWorkers: 'block',
    });
    await context.addInitScript(
      (code) => localStorage.setItem('harbour.settings', JSON.stringify({ country: code })),
      country,
    );
    const page = await context.newPage();
    for (const address of [
      '/',
      `/referral?found=${country}&origin=ro&age=child&form=labour`,
      `/referral/note?found=${country}&origin=ro`,
      '/referral/answer',
      '/guides/roles/police',
      '/first-words',
      '/workspace',
      '/workspace/backup',
      `/countries/${country}`,
      '/settings',
    ]) {
      await page.goto(address);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.locator('#app h1').first()).toBeAttached();
      const { wide, keys, tabs } = await page.evaluate((names) => {
        const texts = [...document.querySelectorAll('#app *')].flatMap((element) =>
          [...element.childNodes].flatMap((node) => (node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : [])),
        );
        return {
          wide: document.documentElement.scrollWidth,
          // A message that is not there shows its key.
          keys: texts.filter((text) => names.some((name) => text.trim().startsWith(`${name}.`))),
          tabs: [...document.querySelectorAll<HTMLElement>('#app nav li a span')]
            // The names of the five places stand in one line each.
            .filter((tab) => tab.offsetHeight > 1.5 * Number.parseFloat(getComputedStyle(tab).lineHeight))
            .map((tab) => tab.textContent),
        };
      }, NAMES);
      expect({ wide, keys, tabs }, address).toEqual({ wide: 320, keys: [], tabs: [] });
    }
    // And in the largest text.
    await page.setViewportSize({ width: 390, height: 844 });
    await page.addInitScript(() => {
      const settings = JSON.parse(localStorage.getItem('harbour.settings') ?? '{}');
      localStorage.setItem('harbour.settings', JSON.stringify({ ...settings, textScale: 2 }));
    });
    for (const address of [
      '/',
      `/referral?found=${country}&origin=ro&age=child&form=labour`,
      '/guides/roles/police',
      '/glossary',
      `/countries/${country}`,
    ]) {
      await page.goto(address);
      await expect(page.locator('#app h1').first()).toBeAttached();
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), address).toBe(390);
      const cut = await page
        .locator('#app a[href^="tel:"]')
        .evaluateAll((links) =>
          links.filter((link) => link.scrollWidth > link.clientWidth + 1).map((it) => it.textContent),
        );
      expect(cut, address).toEqual([]);
    }
    await page.addInitScript(() => {
      const settings = JSON.parse(localStorage.getItem('harbour.settings') ?? '{}');
      localStorage.setItem('harbour.settings', JSON.stringify({ ...settings, textScale: 1 }));
    });
    // By night, where a word that can be pressed is not to drown, and what is a draft is said once of all remarks.
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('/');
    await expect(page.locator('#emergency')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    const emergency = page.locator('section', { has: page.locator('#emergency') });
    expect(await emergency.locator('p button').count()).toBeLessThan(2);
    await context.close();
  });
}

test('a language is found in the list by its own name; that of the phone comes first', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'uk-UA', serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto('/settings');
  const choices = page.getByRole('radio', { name: /Українська|Deutsch|English|Eesti/ });
  await expect(choices.first()).toHaveAccessibleName(/^Українська/);
  await expect(choices.first()).toBeChecked();
  await expect(page.locator('label', { hasText: 'Deutsch' }).locator('[lang="de"]')).toHaveText('Deutsch');
  await context.close();
});

test('what nobody has translated is translated on the device where the browser can, for the reader alone', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'de', serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto('/countries/pl');
  const law = page.locator('#legal');
  await law.locator('summary').first().click();
  const offer = law.getByRole('button', { name: 'Auf diesem Gerät übersetzen' });
  await expect(law.locator('[lang="en"]').first()).toBeVisible();
  await expect(offer).toHaveCount(0);

  // Chromium without a head has no translator: one that says each word in brackets, and is wrong about numbers.
  await page.addInitScript(() => {
    const translate = async (text: string) => `[${text.replace(/\d/, '7')}]`;
    Object.assign(globalThis, {
      Translator: { availability: async () => 'available', create: async () => ({ translate }) },
    });
  });
  await page.reload();
  await law.locator('summary').first().click();
  await offer.click();
  await expect(law.getByText('Von diesem Browser übersetzt')).toBeVisible();
  await expect(law.getByText(/^\[[^\d]+\]/).first()).toBeVisible();
  // Where a figure is another than in the text, the text stays.
  const numbers = await law.locator('[lang="en"]').allTextContents();
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers.filter((text) => !/\d/.test(text))).toEqual([]);
  await offer.click();
  await expect(law.getByText(/^\[[^\d]/)).toHaveCount(0);
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toMatch(
    /\[[A-Z]/,
  );
  await context.close();
});

test('names in other letters stand in their own language, for who has them read aloud', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'de', serviceWorkers: 'block' });
  const page = await context.newPage();
  for (const country of ['ua', 'bg', 'ru']) {
    for (const address of [
      `/countries/${country}`,
      `/responders?country=${country}`,
      `/referral?found=${country}&origin=ua&age=adult&form=sexual`,
    ]) {
      await page.goto(address);
      await expect(page.locator('#app h1').first()).toBeAttached();
      await expect(page.locator('#app a[href^="/responders/"]').first()).toBeAttached();
      const astray = await page.locator('#app').evaluate((app) => {
        const texts = document.createTreeWalker(app, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        for (let node = texts.nextNode(); node; node = texts.nextNode()) {
          const language = node.parentElement?.closest('[lang]')?.getAttribute('lang') ?? '';
          const text = (node.textContent ?? '').replace(/https?:\S+/g, '');
          if (/\p{Script=Cyrillic}{3}/u.test(text) && !['bg', 'ru', 'uk'].includes(language)) found.push(text);
        }
        return found;
      });
      expect(astray, address).toEqual([]);
    }
  }
  await context.close();
});
