/** The other side of a handover: a note that came is answered under its own code, and the answer finds its plan. */
import { type Page, test as plain } from '@playwright/test';
import { violations } from './axe.ts';
import { expect, test } from './harbour.ts';

const CODE = '7K3M-9QTD';
const WAY_HOME = '/referral?found=de&age=adult&sex=female&form=sexual&origin=lv&lang=lv&police=yes&home=yes&role=ngo';

async function settings(page: Page, change: Record<string, unknown> = {}) {
  await page.addInitScript((value) => localStorage.setItem('harbour.settings', JSON.stringify(value)), {
    language: 'en',
    country: 'ro',
    role: 'ngo',
    ...change,
  });
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const box = (page: Page) => page.getByRole('searchbox', { name: 'Search', exact: true });
const open = (page: Page, name: string) => page.locator('summary', { hasText: name }).click();

/** Types a code into the search and goes where it leads. */
async function toAnswer(page: Page, typed: string) {
  await page.goto('/search');
  await box(page).fill(typed);
  await page.getByRole('link', { name: `Answer note ${CODE}` }).click();
  await expect(heading(page, 'Answer to a handover note')).toBeVisible();
}

/** All that the browser has of this page which is not the tab's own memory. */
const outside = (page: Page) =>
  page.evaluate(async () =>
    JSON.stringify([
      location.href,
      document.title,
      history.state,
      navigation.entries().map(({ url }) => url),
      Object.entries(localStorage),
      (await indexedDB.databases()).map(({ name }) => name),
    ]),
  );

plain(
  'a note that came is answered under its code, in both languages, and nothing stays of it',
  async ({ page, context }) => {
    await settings(page);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.addInitScript(() => {
      navigator.share = async (data) => void sessionStorage.setItem('shared', JSON.stringify(data));
    });
    await page.goto('/search');
    await box(page).fill('7k3m 9qtd');
    await expect(page.getByText(`No plan on this phone has the reference ${CODE}.`)).toBeVisible();
    // What the directory has near it by chance is no answer to a code.
    await expect(page.getByText('Nothing matches all of')).toHaveCount(0);
    await page.getByRole('link', { name: `Answer note ${CODE}` }).click();
    await expect(page).toHaveURL('/referral/answer');
    await expect(page.getByLabel('Reference of the note')).toHaveValue(CODE);

    await page.getByLabel('The note comes from').selectOption('se');
    const english = page.locator('article[lang="en"]');
    const swedish = page.locator('article[lang="sv"]');
    await expect(english).toContainText('Your note has arrived and is being read.');
    await open(page, 'What we can offer');
    await page.getByRole('checkbox', { name: 'A safe place to stay' }).check();
    await page.getByRole('checkbox', { name: 'An interpreter' }).check();
    await open(page, 'From when');
    await page.getByLabel('From a certain day').fill('2026-12-03');
    await expect(english).toContainText('From 3 December 2026');
    await page.getByRole('radio', { name: 'From now on, also tonight' }).check();
    await expect(page.getByLabel('From a certain day')).toHaveValue('');
    await open(page, 'What we cannot do, and why');
    await page.getByRole('checkbox', { name: 'Not our area or not our task' }).check();
    const instead = page.getByRole('group', { name: 'What we cannot do, and why' });
    await page.getByLabel('Who can instead (service and number)').fill('The legal clinic, 24/7, 021 111 11 11');
    await expect(instead.getByText('it will be called from abroad')).toBeVisible();
    await page.getByLabel('Who can instead (service and number)').fill('The legal clinic, 24/7');
    await expect(instead.getByText('it will be called from abroad')).toHaveCount(0);
    await page.getByLabel('Who can instead (service and number)').fill('The legal clinic, +40 21 111 11 11');
    await expect(instead.getByText('it will be called from abroad')).toHaveCount(0);
    await open(page, 'When they hear from you');
    await page.getByRole('radio', { name: 'You hear from us again tomorrow' }).check();
    const back = page.getByRole('group', { name: 'Whom to call back' });
    await back.getByLabel('Service and role, no name').fill('Night duty');
    await back.getByLabel('Phone').fill('021 303 70 80');
    await expect(back.getByText('it will be called from abroad')).toBeVisible();
    await back.getByLabel('Phone').fill('+40 21 303 70 80');
    await expect(back.getByText('it will be called from abroad')).toHaveCount(0);

    for (const line of [
      `This answers note ${CODE}.`,
      'From: NGO, Romania',
      'To: counterpart, Sweden',
      'A safe place to stay',
      'From now on, also tonight',
      'Ask instead: The legal clinic, +40 21 111 11 11',
      'Night duty: +40 21 303 70 80',
      'You hear from us again tomorrow',
    ])
      await expect(english).toContainText(line);
    await expect(english).not.toContainText('has arrived');
    await expect(swedish).toContainText(`Det här är svar på bladet ${CODE}.`);
    await expect(swedish).toContainText('Ett tryggt boende');
    await expect(swedish).toContainText('Night duty: +40 21 303 70 80');

    // The same roads as the note; a subject and a title say the code and nothing else.
    const send = page.locator('#send');
    await send.getByRole('button', { name: 'Copy' }).click();
    await expect(send.getByText('Copied: both languages.')).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('A safe place to stay');
    expect(copied).toContain(`Slut på svaret på ${CODE}`);
    await send.getByRole('button', { name: 'Share' }).click();
    expect(await page.evaluate(() => JSON.parse(sessionStorage.getItem('shared') ?? '{}'))).toEqual({
      title: CODE,
      text: copied,
    });
    const href = new URL((await send.getByRole('link', { name: /own/ }).getAttribute('href')) ?? '');
    expect(href.searchParams.get('subject')).toBe(CODE);
    expect(href.searchParams.get('body')?.replaceAll('\r\n', '\n')).toBe(copied);

    // It is there after a reload, for this tab; and nothing of it anywhere else.
    await page.reload();
    await expect(english).toContainText('Night duty: +40 21 303 70 80');
    expect(await outside(page)).not.toMatch(/7K3M|9QTD|303 70 80|Night duty|lodging/i);
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Forget cases' }).click();
    await expect(page.getByText('The cases are forgotten.')).toBeVisible();
    await page.goBack();
    await expect(page.getByLabel('Reference of the note')).toHaveValue('');
    await expect(page.locator('article')).toHaveCount(0);
  },
);

plain('without a code there is no answer to send, and a wrong one is said', async ({ page }) => {
  await settings(page);
  await page.goto('/workspace');
  await page.getByRole('link', { name: 'Answer a handover note' }).click();
  const field = page.getByLabel('Reference of the note');
  await expect(field).toHaveValue('');
  await expect(page.locator('#send')).toHaveCount(0);
  await field.pressSequentially('7K3M-9QOD');
  await expect(page.getByText('This is not the reference of a note')).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('#send')).toHaveCount(0);
  await field.fill('7k3m 9qtd');
  await expect(page.getByText('This is not the reference of a note')).toHaveCount(0);
  await expect(page.locator('article')).toContainText(`This answers note ${CODE}.`);
  // What looks like a victim's data is named, as everywhere.
  await open(page, 'What we cannot do');
  await page.getByLabel('Who can instead').fill('born 14.03.2009');
  await expect(page.getByText('This looks like when somebody was born.')).toBeVisible();
});

plain('on the side of who wrote the note, its code leads to the kept plan from the main search', async ({ page }) => {
  await settings(page);
  await page.goto(WAY_HOME);
  await page.getByRole('link', { name: 'Handover note' }).first().click();
  const send = page.locator('#send');
  await send.getByRole('button', { name: 'Print' }).click();
  await send.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(send).toContainText(/The reference .* is kept with the plan\./);
  const code = (await send.textContent())?.match(/[2-9A-Z]{4}-[2-9A-Z]{4}/)?.[0] ?? '';
  await page.goto('/search');
  for (const typed of [code, code.toLowerCase().replace('-', ' '), `This answers note ${code}.`]) {
    await box(page).fill(typed);
    const row = page.getByRole('region', { name: 'Yours: 1 entry' }).getByRole('link');
    await expect(row).toHaveCount(1);
    await expect(row).toContainText(`Referral plan · Handover note ${code}`);
    await expect(page.getByRole('link', { name: /^Answer note/ })).toHaveCount(0);
  }
  // Plans are found by their code alone: a word of the situation does not show a case to whoever searches.
  await box(page).fill('Latvia');
  await expect(page.locator('[data-hit]').first()).toBeVisible();
  await expect(page.getByText('Referral plan ·')).toHaveCount(0);
  await box(page).fill(code);
  const found = page.getByRole('region', { name: 'Yours: 1 entry' }).getByRole('link');
  await expect(found).toBeVisible();
  await box(page).press('Enter');
  await expect(found).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Kept: forget' })).toBeVisible();
  // Another code in the box of what is kept leads to an answer as well.
  await page.goto('/workspace');
  await page.getByRole('searchbox').fill(CODE);
  await page.getByRole('link', { name: `Answer note ${CODE}` }).click();
  await expect(page.getByLabel('Reference of the note')).toHaveValue(CODE);
});

test('it is answered on a phone without a network', async ({ site, phone }) => {
  test.slow();
  const page = await phone.open('/');
  await expect(page.getByRole('status').filter({ hasText: /^\s*Ready offline/ })).toBeVisible();
  await site.stop();
  await phone.close();
  const offline = await phone.open('/search');
  await toAnswer(offline, CODE);
  await offline.getByLabel('The note comes from').selectOption('lt');
  await expect(offline.locator('article[lang="lt"]')).toContainText(`Tai atsakymas į pranešimą ${CODE}.`);
});

plain('nobody is kept out of it: no barrier, large targets, nothing cut in the largest text', async ({ page }) => {
  plain.slow();
  await settings(page, { textScale: 2, theme: 'dark' });
  await toAnswer(page, CODE);
  await open(page, 'What we can offer');
  expect((await violations(page, '#content')).map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 568 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const small = await page.locator('#content :is(input, select, summary, button, a):visible').evaluateAll((all) =>
    all
      .map((one) => (one.closest('label:has([type=checkbox], [type=radio])') ?? one) as HTMLElement)
      .filter((one) => one.getBoundingClientRect().height < 44)
      .map((one) => one.outerHTML),
  );
  expect(small).toEqual([]);
});
