/** The practitioner's own corner: people one met, notes, the search of all that is kept, plans by name. */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';

test.use({ serviceWorkers: 'block' });

const RESPONDER = '/responders/lv-patverums-drosa-maja';
/** So far ahead that nothing depends on today. */
const DAY = '2099-03-01';

const content = (page: Page) => page.locator('#content');
const title = (page: Page) => content(page).getByRole('heading', { level: 1 });
const field = (page: Page, name: string) => content(page).getByLabel(name, { exact: true });
const keep = (page: Page) => content(page).getByRole('button', { name: 'Keep', exact: true });
const isAsWideAsThePhone = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

/** Writes down somebody by name, and is on their screen then. @returns its address */
async function writeDown(page: Page, name: string, number = ''): Promise<string> {
  await page.goto('/workspace/contacts/new');
  await field(page, 'Name').fill(name);
  if (number !== '') await field(page, 'Number or address 1').fill(number);
  await keep(page).click();
  await expect(title(page)).toHaveText(name);
  return new URL(page.url()).pathname;
}

test('somebody met at a responder is written down, called, noted, and found again', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('harbour.settings', JSON.stringify({ country: 'lv' })));
  await page.goto(RESPONDER);
  await page.getByRole('link', { name: 'Write down whom you met here' }).click();
  await expect(title(page)).toHaveText('Write down a contact');
  await expect(content(page).getByText('Shelter "Safe House" (NGO)')).toBeVisible();
  await expect(field(page, 'Country')).toHaveValue('lv');
  await keep(page).click();
  await expect(content(page).getByText('A contact needs a name')).toBeVisible();
  await expect(field(page, 'Name')).toBeFocused();

  // Two numbers in one field, one of them with an extension; the phone takes the page away before it is kept.
  await field(page, 'Name').fill('Ilze Bērziņa');
  await field(page, 'Number or address 1').fill('+371 (0)67 123 456, 26 123 456 ext. 12');
  await expect(content(page).getByText('Kept as 2 entries:')).toBeVisible();
  await expect(content(page).getByText('Dials 26123456, then 12')).toBeVisible();
  await field(page, 'Languages').selectOption({ label: 'Ukrainian' });
  await page.reload();
  await expect(field(page, 'Name')).toHaveValue('Ilze Bērziņa');
  await expect(field(page, 'Number or address 1')).toHaveValue('+371 (0)67 123 456, 26 123 456 ext. 12');
  await page.setViewportSize({ width: 320, height: 640 });
  await isAsWideAsThePhone(page);
  await keep(page).click();

  await expect(title(page)).toHaveText('Ilze Bērziņa');
  await expect(content(page).getByText('Speaks Ukrainian')).toBeVisible();
  const calls = content(page).locator('a[href^="tel:"]');
  expect(await calls.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
    'tel:+37167123456',
    'tel:26123456,12',
  ]);
  await expect(calls.first()).toContainText('+371 (0)67 123 456');
  await isAsWideAsThePhone(page);
  // Neither the tab nor the address says who it is.
  expect(await page.title()).toBe('Own contact · Harbour');
  expect(decodeURIComponent(page.url())).not.toContain('Ilze');

  // A note with what looks like a victim's data: a word about it, once, and no hindrance.
  await content(page).getByRole('button', { name: 'Write a note' }).click();
  await expect(field(page, 'Note')).toBeFocused();
  await field(page, 'Note').fill('Ring +371 26 123 456 after eight');
  await expect(content(page).getByText('A lost or borrowed phone')).toBeHidden();
  await field(page, 'Note').fill('Ring after eight. She was born in Rivne');
  await expect(content(page).getByText('This looks like when somebody was born.')).toBeVisible();
  await page.reload();
  await expect(field(page, 'Note')).toHaveValue('Ring after eight. She was born in Rivne');
  await content(page).getByRole('button', { name: 'Understood' }).click();
  await field(page, 'Day').fill('2026-11-20');
  await keep(page).click();
  // It leaves its form when it is written; until then it stands there, also after a reload.
  const note = content(page).getByRole('listitem').filter({ hasText: 'Ring after eight.' });
  await expect(note).toBeVisible();
  await page.reload();
  await expect(note).toBeVisible();
  await expect(content(page).getByText('20 November 2026')).toBeVisible();
  expect(await violations(page, '#app')).toEqual([]);

  // Beside the responder, and in the search, apart from the directory.
  await content(page).getByRole('link', { name: 'Shelter "Safe House" (NGO)' }).click();
  const yours = page.getByRole('region', { name: 'Yours' });
  await expect(yours.getByRole('link', { name: /Ilze Bērziņa/ })).toBeVisible();
  await expect(yours.locator('a[href="tel:+37167123456"]')).toBeVisible();
  await page.goto('/search');
  await page.getByRole('searchbox', { name: 'Search' }).fill('berzina');
  await expect(page.getByRole('region', { name: /^Yours/ }).getByRole('link', { name: /^Ilze/ })).toBeVisible();

  // One box over all that is kept: misspelt, and by number.
  await page.goto('/workspace');
  const box = page.getByRole('searchbox', { name: 'Search what you keep' });
  for (const typed of ['ilse berzin', '67123456', '26 123', 'safe house', 'eight']) {
    await box.fill(typed);
    await expect(content(page).locator('[data-hit]').first(), typed).toBeVisible();
  }
  await box.fill('xyzzyx');
  await expect(content(page).getByText('Nothing of yours bears')).toBeVisible();
  await box.fill('');
  await expect(page.getByRole('list', { name: 'Own contacts' }).getByRole('listitem')).toHaveCount(1);
  await isAsWideAsThePhone(page);
  expect(await violations(page, '#app')).toEqual([]);
  expect(page.url()).not.toContain('ilse');
});

test('two tabs show each other’s changes at once, and what is deleted comes back whole', async ({ page, context }) => {
  const address = await writeDown(page, 'Oksana', '+380 44 123 45 67');
  await content(page).getByRole('button', { name: 'Write a note' }).click();
  await field(page, 'Note').fill('Knows the border');
  await keep(page).click();
  await expect(content(page).getByRole('listitem').filter({ hasText: 'Knows the border' })).toBeVisible();

  const other = await context.newPage();
  await other.goto(`${address}/edit`);
  await field(other, 'Role').fill('Duty officer');
  await page.goto(`${address}/edit`);
  await field(page, 'Where you met').fill('Kyiv');
  await keep(page).click();
  await expect(content(page).getByText('Kyiv')).toBeVisible();
  await keep(other).click();
  for (const tab of [page, other]) {
    await expect(content(tab).getByText('Duty officer')).toBeVisible();
    await expect(content(tab).getByText('Kyiv')).toBeVisible();
  }

  await content(page).getByRole('button', { name: 'Delete' }).last().click();
  await expect(content(other).getByText('This contact is not here')).toBeVisible();
  await expect(content(page).getByRole('button', { name: 'Undo' })).toBeFocused();
  await content(page).getByRole('button', { name: 'Undo' }).click();
  await expect(title(other)).toHaveText('Oksana');
  await expect(content(other).getByText('Knows the border')).toBeVisible();

  // One writes while the other deletes: what was written is not lost, and is kept anew only on purpose.
  await other.goto(`${address}/edit`);
  await field(other, 'Organisation').fill('La Strada');
  await content(page).getByRole('button', { name: 'Delete' }).last().click();
  await expect(content(page).getByText('The contact and its notes are deleted.')).toBeVisible();
  await keep(other).click();
  await expect(content(other).getByText('This contact was deleted meanwhile')).toBeVisible();
  await content(other).getByRole('button', { name: 'Keep it as a new one' }).click();
  await expect(content(other).getByText('La Strada')).toBeVisible();
  await expect(title(page)).toHaveText('Oksana');
});

test('what could not be written says so, stands in its form also after a reload, and is kept by trying again', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...args) {
      const transaction = begin.apply(this, args);
      // As the end of the browser between the write and its completion does.
      const breaks = sessionStorage.getItem('breaks') && this.name === 'workspace' && args[1] === 'readwrite';
      if (breaks) queueMicrotask(() => transaction.abort());
      return transaction;
    };
  });
  await page.goto('/workspace/contacts/new');
  await page.evaluate(() => sessionStorage.setItem('breaks', '1'));
  await field(page, 'Name').fill('Ștefan');
  await keep(page).click();
  await expect(content(page).getByText('Not saved: this browser could not write it.')).toBeVisible();
  await expect(field(page, 'Name')).toHaveValue('Ștefan');
  await page.reload();
  await expect(field(page, 'Name')).toHaveValue('Ștefan');
  await page.evaluate(() => sessionStorage.removeItem('breaks'));
  await keep(page).click();
  await expect(title(page)).toHaveText('Ștefan');
  await page.goto('/workspace');
  await expect(page.getByRole('list', { name: 'Own contacts' }).getByRole('listitem')).toHaveCount(1);
});

test('a plan has a name, the one that is due first stands first, and a reminder says nothing of it', async ({
  page,
  context,
}) => {
  for (const situation of ['found=lv&origin=ua&age=adult', 'found=se&origin=ro&age=child']) {
    await page.goto(`/referral?${situation}`);
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Kept: forget' })).toBeVisible();
  }
  await page.goto('/workspace');
  const plans = page.getByRole('list', { name: 'Referral plans' }).getByRole('listitem');
  await expect(plans.first()).toContainText('Sweden');
  // It is told here once it is written there.
  const other = await context.newPage();
  await other.goto('/referral?found=lv&origin=ua&age=adult');
  await other.getByRole('button', { name: /^Days that count/ }).click();
  await other.locator('#days input[type=date]').first().fill(DAY);
  await expect(plans.first()).toContainText('Latvia');
  await expect(plans.first()).toContainText('2099');
  await other.close();
  await plans
    .first()
    .getByRole('button', { name: /^Name it/ })
    .click();
  await page.getByLabel('Name of the plan').fill('Tuesday, harbour');
  await keep(page).click();
  await expect(plans.first().getByRole('link')).toContainText('Tuesday, harbour');
  await page.reload();
  await expect(plans.first().getByRole('link')).toContainText('Tuesday, harbour');

  const coming = page.waitForEvent('download');
  await plans
    .first()
    .getByRole('button', { name: /^Remind me/ })
    .click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe('harbour.ics');
  const calendar = readFileSync(await file.path(), 'utf8');
  expect(calendar).toContain('SUMMARY:Harbour: a plan’s next step is due');
  expect(calendar).toMatch(/DTSTART;VALUE=DATE:(2099|21\d\d)\d{4}/);
  expect(calendar).not.toMatch(/Tuesday|Latvia|Ukraine|http|found=/);
  await expect(content(page).getByText('It names nobody.')).toBeVisible();
});
