import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { plainWords } from '../../scripts/vite/plain-words.ts';
import { COUNTRIES } from '../../src/directory/codes.ts';
import { exceptions, readable } from '../../src/directory/emergency.ts';
import type { FirstContacts } from '../../src/directory/first-contacts.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { violations } from './axe.ts';

test.use({ serviceWorkers: 'allow' });

/** What one sees before the app runs, and instead of it when it cannot. */
const plain = '#first';

test.describe('with scripts switched off', () => {
  test.use({ javaScriptEnabled: false });

  test('every number of the first contacts of all fourteen countries is a link that calls', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1, name: 'Whom to call' })).toBeVisible();
    const contacts = (JSON.parse(readFileSync('.build/first-contacts.json', 'utf8')) as { contacts: FirstContacts })
      .contacts;
    for (const code of COUNTRIES) {
      const section = page.locator(`section[data-country="${code}"]`);
      await expect(section.getByRole('heading')).toBeVisible();
      const { emergency, lines, contactPoint } = contacts[code];
      for (const { number } of emergency)
        await expect(section.locator(`a[href="tel:${number}"]`).first()).toBeVisible();
      for (const { channel } of [...lines, ...(contactPoint ? [contactPoint] : [])]) {
        const href = channel.tel
          ? `tel:${channel.tel}`
          : channel.type === 'email'
            ? `mailto:${channel.value}`
            : channel.value;
        await expect(section.locator(`a[href="${href}"]`).first()).toBeVisible();
      }
    }
  });

  for (const [language, width] of [
    ['pl', 390],
    ['bg', 390],
    ['de', 320],
  ] as const) {
    test(`the word that calls is whole in ${language}, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.goto('/');
      const word = plainWords(language).call as string;
      const lines = await page
        .locator(`${plain} .big b`)
        .first()
        .evaluate((button, text) => {
          button.textContent = text;
          const range = document.createRange();
          range.selectNodeContents(button);
          return range.getClientRects().length;
        }, word);
      expect(lines).toBe(1);
    });
  }

  test('112 comes first, with the countries where it is not enough', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator(`${plain} a[href^="tel:"]`).first()).toHaveAttribute('href', 'tel:112');
    const contacts = (JSON.parse(readFileSync('.build/first-contacts.json', 'utf8')) as { contacts: FirstContacts })
      .contacts;
    const names = new Intl.DisplayNames(['en-GB'], { type: 'region' });
    for (const { country, numbers } of exceptions(contacts)) {
      const where = page.locator(`${plain} .any p`, { hasText: `${names.of(country.toUpperCase())}: 112` });
      await expect(where).toBeVisible();
      for (const { number, shown } of numbers)
        await expect(where.locator('+ ul')).toContainText(shown ?? readable(number));
    }
  });

  test('every address shows it, on a narrow screen without scrolling sideways', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    for (const address of ['/countries/lv', '/search?q=x', '/settings']) {
      await page.goto(address);
      await expect(page.locator(`${plain} .any a[href="tel:112"]`)).toBeVisible();
    }
    await page.getByRole('link', { name: 'Leave' }).click();
    await expect(page).toHaveURL('/away.html');
  });
});

test.describe('with scripts, but without the app', () => {
  test.beforeEach(async ({ page }) => {
    await page.route('**/assets/*.js', (route) => route.abort());
  });

  test('the chosen country stands first, in its theme and text size', async ({ page }) => {
    await page.addInitScript(() =>
      localStorage.setItem('harbour.settings', JSON.stringify({ country: 'ee', theme: 'dark', textScale: 1.5 })),
    );
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1, name: 'In Estonia' })).toBeVisible();
    await expect(page.locator(`${plain} section`).first()).toHaveAttribute('data-country', 'ee');
    await expect(page.locator(`${plain} .any`)).toBeHidden();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  for (const language of LANGUAGES) {
    test(`it speaks ${language} to a phone set so, and marks what stays English`, async ({ browser, baseURL }) => {
      const words = plainWords(language);
      const context = await browser.newContext({ locale: language, baseURL: baseURL ?? '' });
      const page = await context.newPage();
      await page.route('**/assets/*.js', (route) => route.abort());
      await page.goto('/');
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title ?? '');
      await expect(page.locator('#late')).toContainText(words.slow ?? '');
      // Every word that is left, but for numbers and names in no language, is one of this language's.
      const left = await page.locator(plain).evaluate((first) => {
        const texts = document.createTreeWalker(first, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        for (let node = texts.nextNode(); node; node = texts.nextNode()) {
          if (!node.parentElement?.closest('[lang], [data-w], [data-c]')) found.push(node.textContent ?? '');
        }
        return found.filter((text) => /\p{L}{2}/u.test(text.replace(/[\w.+-]+@[\w.-]+|https?:\S+/g, '')));
      });
      expect(left).toEqual([]);
      if (language !== 'en') {
        const english = plainWords('en');
        const same = Object.keys(english).filter((word) => english[word] === words[word]);
        const shown = await page
          .locator(`${plain} [data-w]`)
          .evaluateAll((all) => all.map((it) => [it.getAttribute('data-w') ?? '', it.textContent ?? '']));
        expect(shown.filter(([word = '', text]) => text === english[word] && !same.includes(word))).toEqual([]);
        const mark = await page
          .locator(`${plain} .soft[lang="en"] span`)
          .first()
          .evaluate((it) => getComputedStyle(it, '::after').content);
        expect(mark).toContain('EN');
      }
      await page.goto('/nothing.here');
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(
        language === 'en' ? '' : 'Nothing is at this address',
      );
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await context.close();
    });
  }

  test('a language that was chosen counts for more than the phone’s; in it stand the country and what only holds there', async ({
    page,
  }) => {
    await page.addInitScript(() =>
      localStorage.setItem('harbour.settings', JSON.stringify({ country: 'lt', language: 'is' })),
    );
    await page.goto('/');
    // Which Chromium does not know in Icelandic.
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Land: Litháen');
    await expect(page.locator(`${plain} section[data-country="de"]`)).toContainText('aðeins innanlands: Þýskaland');
  });

  test('settings that are nonsense do no harm', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('harbour.settings', '{"country":"\\"]<img>","theme":7'));
    await page.goto('/');
    await expect(page.locator(`${plain} .any a[href="tel:112"]`)).toBeVisible();
  });

  test('Leave leaves no way back', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Leave' }).click();
    await expect(page.getByRole('button', { name: 'Next month' })).toBeVisible();
    await page.goBack().catch(() => undefined);
    await expect(page).not.toHaveTitle(/Harbour/);
  });

  for (const theme of ['light', 'dark', 'contrast'] as const) {
    test(`has no axe findings: ${theme}`, async ({ page }) => {
      await page.addInitScript(
        (value) => localStorage.setItem('harbour.settings', JSON.stringify({ theme: value })),
        theme,
      );
      // So tall that nothing lies beneath the bar at the lower edge, which axe takes for its ground.
      await page.setViewportSize({ width: 390, height: 6000 });
      await page.goto('/');
      const found = await violations(page);
      expect(found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    });
  }
});

test('who installs the app gets a manifest in the language of the screens, and one app in all of them', async ({
  page,
}) => {
  const manifest = async () => {
    const href = await page.locator('link[rel="manifest"]').getAttribute('href');
    return (await page.request.get(href ?? '')).json();
  };
  await page.goto('/settings');
  const english = await manifest();
  await page.getByRole('radio', { name: 'Deutsch' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  const german = await manifest();
  expect(german.lang).toBe('de');
  expect(german.description).not.toBe(english.description);
  for (const same of ['name', 'start_url', 'scope', 'icons']) expect(german[same]).toEqual(english[same]);
});

test('once the app runs there is one main content and one main heading: its own', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('main')).toHaveId('content');
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  // It is there to come back, but neither seen nor read aloud.
  await expect(page.locator(plain)).toBeAttached();
  await expect(page.locator(plain)).toBeHidden();
});

test('a screen that fails brings it back, below a word of what happened', async ({ page }) => {
  const body = 'export default () => { throw new Error("broken"); };';
  await page.route('**/assets/About-*.js', (route) => route.fulfill({ contentType: 'text/javascript', body }));
  await page.goto('/about');
  await expect(page.getByRole('alert')).toContainText('This screen failed.');
  const notice = await page.getByRole('alert').boundingBox();
  const number = page.locator(`${plain} a[href="tel:112"]`).first();
  await expect(number).toBeVisible();
  await expect(page.getByRole('main')).toHaveId('first');
  expect((await number.boundingBox())?.y).toBeGreaterThan((notice?.y ?? 0) + (notice?.height ?? 0));
});
