/** First words: an officer and a person who share no language, a phone between them, and nothing of it left afterwards. */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';

const settings = (page: Page, change: Record<string, unknown>) =>
  page.addInitScript((value) => localStorage.setItem('harbour.settings', JSON.stringify(value)), {
    language: 'en',
    country: 'fi',
    ...change,
  });
const facing = (page: Page) => page.getByRole('dialog', { name: 'Say it in their language' });
const language = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true });
const row = (page: Page, text: string) => page.locator('main').getByRole('button', { name: text });

/** What is said in a language, as it stands in the data. */
function said(code: string, id: string): string {
  return JSON.parse(readFileSync(`data/first-words/${code}.json`, 'utf8')).sentences[id].text;
}

test('a police officer in Finland and a person from Bulgaria, from Home to where one waits for the interpreter', async ({
  page,
}) => {
  await settings(page, { role: 'police' });
  await page.goto('/');
  await page.locator('#app').getByRole('link', { name: 'Say it in their language' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Say it in their language' })).toBeVisible();
  const names = page.locator('main ul button[lang]');
  await expect(names).toHaveCount(15);
  await expect(language(page, 'Български')).toHaveAttribute('lang', 'bg');
  // Whoever finds no language of their own is not left with a list.
  const stop = page.getByRole('region', { name: 'Stop here and wait for an interpreter' });
  await expect(stop.getByRole('link', { name: /^Call .*\+358 29 5463177/ })).toBeVisible();
  await language(page, 'Български').click();

  // The list is for who holds the phone: what is said in their own language first, and once, that it is a draft.
  await expect(page.getByRole('heading', { level: 1, name: 'Български' })).toHaveAttribute('lang', 'bg');
  await expect(page.getByText('drafts that no native speaker has reviewed')).toHaveCount(1);
  await expect(page.getByRole('combobox', { name: 'Who is speaking' })).toHaveValue('police');
  await expect(row(page, 'I work for the police.')).toBeVisible();
  await expect(row(page, 'even if you do not want to speak to the police')).toHaveCount(0);

  // What it rests on.
  const doctor = page.getByRole('listitem').filter({ hasText: 'Do you need a doctor?' });
  await doctor.getByRole('button', { name: 'What this rests on' }).click();
  await expect(doctor).toContainText('Look whether first aid, food or drink is needed.');
  await expect(doctor.getByRole('link', { name: 'Talking with a person' })).toHaveAttribute(
    'href',
    '/guides/first-contact',
  );

  // What says how things are is marked before it can stand before the person.
  const safe = page.getByRole('listitem').filter({ hasText: 'You are safe here now.' });
  await expect(safe).toContainText('Show this only where it is true.');

  await row(page, 'Do you need a doctor?').click();
  const words = facing(page).getByText(said('bg', 'doctor'));
  await expect(words).toBeVisible();
  expect(await words.evaluate((one) => one.closest('[lang]')?.getAttribute('lang'))).toBe('bg');
  expect(await words.evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))).toBeGreaterThan(34);
  await expect(facing(page).locator('p[lang="en"]')).toHaveText('Do you need a doctor?');
  const yes = facing(page).getByRole('button', { name: 'Да' });
  await yes.click();
  await expect(yes).toHaveAttribute('aria-pressed', 'true');

  // On and back with the keyboard; what was pointed at belongs to one sentence.
  const next = facing(page).getByRole('button', { name: 'Next sentence' });
  await next.focus();
  await page.keyboard.press('Enter');
  await expect(facing(page).getByText(said('bg', 'hurt'))).toBeVisible();
  await expect(yes).toHaveAttribute('aria-pressed', 'false');
  await facing(page).getByRole('button', { name: 'Previous sentence' }).click();
  await expect(words).toBeVisible();
  await facing(page).getByRole('button', { name: 'Turn' }).click();
  expect(await words.evaluate((one) => getComputedStyle(one.parentElement as Element).rotate)).toBe('180deg');
  expect(await violations(page)).toEqual([]);

  await page.keyboard.press('Escape');
  await expect(facing(page)).toHaveCount(0);
  await expect(row(page, 'Do you need a doctor?')).toBeFocused();

  // The number of the country's line to take along, and who interprets.
  await row(page, 'Here is a number').click();
  await expect(facing(page)).toContainText('+358 29 5463177');
  await page.goBack();
  await expect(facing(page)).toHaveCount(0);
  await expect(stop.getByRole('link', { name: /^Call .*\+358 29 5463177/ })).toHaveAttribute(
    'href',
    'tel:+358295463177',
  );

  // Another speaker, another language for who holds the phone: everything follows.
  await page.getByRole('combobox', { name: 'Who is speaking' }).selectOption('consular');
  await expect(row(page, 'I will not call your embassy')).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Your language' }).selectOption('fi');
  await expect(row(page, said('fi', 'decide'))).toBeVisible();
  await page.goBack();
  await expect(names).toHaveCount(15);
});

test('every language stands in one line of its own letters, however wide the screen', async ({ page }) => {
  await settings(page, {});
  await page.goto('/first-words');
  for (const width of [320, 390, 768, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await expect(language(page, 'Українська')).toBeVisible();
    const lines = await page.locator('main ul button[lang]').evaluateAll((buttons) =>
      buttons.map((button) => {
        const range = document.createRange();
        range.selectNodeContents(button);
        return `${button.textContent}: ${range.getClientRects().length}`;
      }),
    );
    expect(lines.filter((line) => !line.endsWith(': 1'))).toEqual([]);
  }
});

test('leaves no trace: not in an address, a title, the history or on the phone, and a reload begins anew', async ({
  page,
}) => {
  await settings(page, {});
  await page.goto('/first-words');
  await language(page, 'Українська').click();
  await row(page, 'Is there a child who needs help').click();
  await facing(page).getByRole('button', { name: 'Так' }).click();
  const left = await page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    return JSON.stringify([
      location.href,
      history.state,
      navigation.entries().map(({ url }) => url),
      Object.entries(localStorage).filter(([key]) => key !== 'harbour.settings'),
      Object.entries(sessionStorage),
      databases.includes('workspace'),
    ]);
  });
  expect(left).not.toMatch(/uk|Укр|child|yes|Так/);
  await page.reload();
  await expect(language(page, 'Українська')).toBeVisible();
  await expect(facing(page)).toHaveCount(0);

  await language(page, 'Українська').click();
  await row(page, 'You can stop at any time').click();
  await facing(page).getByRole('button', { name: 'Leave' }).click();
  await expect(page).toHaveURL(/\/away\.html$/);
});

test('is spoken by a voice that lies on the phone, and by no other', async ({ page }) => {
  await settings(page, {});
  await page.addInitScript(() => {
    const voices = [
      { lang: 'ro-RO', localService: true, voiceURI: 'here' },
      { lang: 'pl-PL', localService: false, voiceURI: 'elsewhere' },
    ];
    const spoken: string[] = [];
    Object.assign(globalThis, {
      spoken,
      SpeechSynthesisUtterance: function (this: { text: string }, text: string) {
        this.text = text;
      },
    });
    Object.defineProperty(globalThis, 'speechSynthesis', {
      value: {
        getVoices: () => voices,
        cancel: () => undefined,
        speak: (words: { text: string; lang: string }) => spoken.push(`${words.lang} ${words.text}`),
        addEventListener: () => undefined,
        removeEventListener: () => undefined,
      },
    });
  });
  await page.goto('/first-words');
  await language(page, 'Polski').click();
  await row(page, 'You may say no to anything').click();
  await expect(facing(page).getByText(said('pl', 'say-no'))).toBeVisible();
  await expect(facing(page).getByRole('button', { name: 'Play' })).toHaveCount(0);
  await facing(page).getByRole('button', { name: 'All sentences' }).click();
  await page.getByRole('button', { name: 'Another language' }).click();
  await language(page, 'Română').click();
  await row(page, 'You may say no to anything').click();
  await facing(page).getByRole('button', { name: 'Play' }).click();
  expect(await page.evaluate(() => (globalThis as unknown as { spoken: string[] }).spoken)).toEqual([
    `ro-RO ${said('ro', 'say-no')}`,
  ]);
});

test('from a plan and from a country; in large text on a narrow phone nothing is wider than the screen', async ({
  page,
}) => {
  await settings(page, { country: 'dk', textScale: 2, theme: 'dark' });
  await page.setViewportSize({ width: 320, height: 568 });
  await page.goto('/referral#found=dk&origin=bg&age=adult');
  await page.locator('[data-step^="talk."]').getByRole('link', { name: 'Say it in their language' }).first().click();
  await expect(page).toHaveURL('/first-words');
  const wider = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await expect(language(page, 'Deutsch')).toBeVisible();
  expect(await wider()).toBeLessThanOrEqual(0);
  await language(page, 'Deutsch').click();
  // In Denmark nobody names interpreting: then the line is asked.
  await expect(page.getByText('nobody with a telephone number who names interpreting was found')).toBeAttached();
  expect(await wider()).toBeLessThanOrEqual(0);
  expect(await violations(page, 'main')).toEqual([]);
  await row(page, 'You can get help even').click();
  await expect(facing(page)).toBeVisible();
  expect(await facing(page).evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
  const box = await facing(page).getByRole('button', { name: 'Next sentence' }).boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 320 && box.y + box.height <= 568).toBe(true);
  await page.goto('/countries/lv');
  await page.getByRole('link', { name: 'Say it in their language' }).click();
  await expect(language(page, 'Deutsch')).toBeVisible();
});
