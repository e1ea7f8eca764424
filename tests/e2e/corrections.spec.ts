/** A number that is wrong: told on a phone without a network, kept, changed, handed over, and taken up into the data. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { buildPacks } from '../../scripts/data/publish.ts';
import { dataOf, readData, readFiles } from '../../scripts/data/read.ts';
import { violations } from './axe.ts';
import { expect, publishData, test } from './harbour.ts';

const { regions } = readData('data');
const latvia = regions.find(({ region }) => region === 'lv');
const everyValue = new Set(
  regions.flatMap(({ responders }) => responders.flatMap(({ channels }) => channels.map(({ value }) => value))),
);
/** A number of Latvia that nobody else has, and one like it that nobody has. */
const [responder, old] = (latvia?.responders ?? []).flatMap((one) =>
  one.channels.flatMap(({ type, value, via }) =>
    type === 'phone' && value.startsWith('+371') && !via ? [[one, value] as const] : [],
  ),
)[0] ?? [undefined, ''];
const id = responder?.id ?? '';
const right =
  [1, 2, 3, 4, 5, 6, 7, 8, 9]
    .map((step) => old.replace(/\d$/, (digit) => String((Number(digit) + step) % 10)))
    .find((value) => !everyValue.has(value)) ?? '';
const point = latvia?.country.measures['1'][0];

const speaks = (of: Pick<Page | BrowserContext, 'addInitScript'>, settings: object) =>
  of.addInitScript((value) => localStorage.setItem('harbour.settings', JSON.stringify(value)), settings);
const newAt = (query: Record<string, string>) => `/workspace/corrections/new?${new URLSearchParams(query)}`;
const number = { responder: id, type: 'phone', value: old };

/** Fills in that a number is another one, in English. */
async function tellNumber(page: Page, value: string) {
  await page.goto(newAt(number));
  await page.getByLabel('The right number').fill(value);
  await page.getByRole('radio', { name: 'I rang' }).check();
  await page.getByLabel('Your office').fill('Social service');
  await page.getByRole('button', { name: 'Keep it to send' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Corrections for the curators' })).toBeVisible();
}

const unsent = (page: Page) => page.getByRole('region', { name: 'Not sent yet' }).getByRole('listitem');

test.describe('from the phone to the packs', () => {
  test('in Latvian, without a network', async ({ site, phone }) => {
    await speaks(await phone.context(), { language: 'lv', country: 'lv' });
    let page = await phone.open('/');
    await expect(page.getByRole('status').filter({ hasText: 'Gatavs darbam bez tīkla' })).toBeVisible();
    await site.stop();
    await phone.close();

    await speaks(await phone.context(), { language: 'lv', country: 'lv' });
    page = await phone.open(`/responders/${id}`);
    const read = [...old.slice(1)].join(' ?');
    await page.getByRole('link', { name: new RegExp(`^Kļūda\\? Ziņojiet uzturētājiem: \\+${read}$`) }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Kļūda? Ziņojiet uzturētājiem' })).toBeFocused();
    await expect(page.getByLabel('Par ko ir runa?')).toHaveValue(`phone ${old}`);
    // What is missing is said beside its field, and the first of them is gone to.
    const keep = page.getByRole('button', { name: 'Paturēt nosūtīšanai' });
    await keep.click();
    const value = page.getByLabel('Pareizais numurs');
    await expect(value).toBeFocused();
    await expect(value).toHaveAccessibleDescription(/Lūdzu, aizpildiet/);
    await expect(page.getByRole('group', { name: 'Kā jūs to zināt?' })).toHaveAccessibleDescription(/izvēlieties/);
    await value.fill(old);
    await expect(value).toHaveAccessibleDescription(/jau ir rakstīts/);
    await value.fill(`${right.slice(0, 4)} ${right.slice(4)}`);
    await expect(value).not.toHaveAccessibleDescription(/rakstīts/);
    await page.getByRole('radio', { name: 'Es zvanīju' }).check();
    await page.getByLabel('Jūsu iestāde').fill('Sociālais dienests');
    await keep.click();
    await expect(page.getByText('Vēl nekas nav nosūtīts')).toBeVisible();

    await page.reload();
    await expect(page.getByText(right)).toBeVisible();
    await page.getByRole('link', { name: 'Saglabātie' }).first().click();
    const kept = page.getByRole('region', { name: 'Labojumi uzturētājiem' });
    const grouped = [...old.slice(1)].join('\\s?');
    await expect(kept.getByRole('listitem')).toHaveText(new RegExp(`\\+${grouped}.*vēl nav nosūtīts`));
    await kept.getByRole('link').first().click();

    await page.getByRole('link', { name: /^Mainīt/ }).click();
    await expect(page.getByLabel('Pareizais numurs')).toHaveValue(right);
    await page.getByLabel('Kas vēl uzturētājiem jāzina').fill('Vecais numurs vairs neatbild.');
    await page.getByRole('button', { name: 'Paturēt nosūtīšanai' }).click();
    await expect(page.getByText('Vecais numurs vairs neatbild.')).toBeVisible();

    // No address is named: that is said, and nothing looks like a mail.
    await expect(page.getByText('vēl nav adreses labojumiem')).toBeVisible();
    await expect(page.locator('#content a[href^="mailto:"]')).toHaveCount(0);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Saglabāt kā failu' }).click();
    const folder = mkdtempSync(join(tmpdir(), 'harbour-told-'));
    const file = join(folder, (await download).suggestedFilename());
    await (await download).saveAs(file);
    await expect(page.getByRole('heading', { name: 'Vai tas ir nosūtīts?' })).toBeFocused();
    await page.getByRole('button', { name: 'Jā, nosūtīts' }).click();
    await expect(page.getByRole('region', { name: 'Nosūtīts' }).getByRole('listitem')).toHaveCount(1);
    await expect(page.getByRole('link', { name: /^Mainīt/ })).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('region', { name: 'Nosūtīts' }).getByRole('listitem')).toHaveCount(1);

    const data = join(folder, 'data');
    cpSync('data', data, { recursive: true });
    const run = (script: string, ...args: string[]) => {
      const { stdout, status } = spawnSync('node', ['--import', 'tsx', `scripts/${script}.ts`, ...args], {
        encoding: 'utf8',
      });
      return { stdout, status };
    };
    const applied = run('data-apply', '--root', data, file);
    expect(applied.stdout).toContain(id);
    expect(applied.stdout).toContain(old);
    expect(applied.stdout).toContain(right);
    expect(applied).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('1 applied, 0 there already, 0 not applied'),
    });
    expect(run('data-apply', '--root', data, file).stdout).toContain('0 applied, 1 there already');
    expect(run('check-data', data).status).toBe(0);
    const pack = buildPacks(dataOf(readFiles(data))).find(
      ({ pack: one }) => one.kind === 'country' && one.country === 'lv',
    );
    expect(pack?.text).toContain(`"${right}"`);
    expect(readFileSync(file, 'utf8')).not.toMatch(/harbour\.settings|userAgent/);
    rmSync(folder, { recursive: true });
  });
});

test('what was told of a number stands before it, until an edition has taken it up', async ({ site, phone }) => {
  const page = await phone.open('/settings');
  await expect(page.getByRole('status').filter({ hasText: /Ready offline/ })).toBeVisible();
  const told = page.locator('#content').getByText(/not sent yet/);
  await page.goto(newAt(number));
  await page.getByRole('radio', { name: 'It leads nowhere, or to somebody else' }).check();
  await page.getByRole('radio', { name: 'I rang' }).check();
  await page.getByLabel('Your office').fill('Social service');
  await page.getByRole('button', { name: 'Keep it to send' }).click();
  await expect(unsent(page)).toHaveCount(1);
  await page.goto(`/responders/${id}`);
  await expect(told).toHaveText(/It leads nowhere, or to somebody else/);
  const above = await told.evaluate(
    (line, link) => line.compareDocumentPosition(document.querySelector(`#content a[href="${link}"]`) as Node),
    `tel:${old}`,
  );
  expect(above & 4).toBe(4);
  expect(await violations(page)).toEqual([]);
  // Of others nothing was told.
  await page.goto(`/responders/${latvia?.responders.find((one) => one.id !== id)?.id}`);
  await expect(page.getByRole('heading', { name: 'Yours' })).toBeVisible();
  await expect(told).toHaveCount(0);
  publishData(site.dist, 'lv', (text) => {
    const pack = JSON.parse(text);
    for (const one of pack.responders) {
      one.channels = one.channels.filter(({ value }: { value: string }) => value !== old);
    }
    return JSON.stringify(pack);
  });
  await page.goto('/settings');
  await page.getByRole('region', { name: 'Newer edition' }).getByRole('button', { name: 'Use it now' }).click();
  await page.goto(`/responders/${id}`);
  await expect(page.getByRole('heading', { name: 'Yours' })).toBeVisible();
  await expect(page.locator(`#content a[href="tel:${old}"]`)).toHaveCount(0);
  await expect(told).toHaveCount(0);
});

test('what is told in one tab is there in the other, and what was changed meanwhile is not marked as sent', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await other.goto('/workspace/corrections');
  await expect(other.getByText('Nothing here.')).toBeVisible();
  await tellNumber(page, right);
  await expect(unsent(other)).toHaveCount(1);

  await other.getByRole('button', { name: 'Save as a file' }).click();
  await expect(other.getByRole('heading', { name: 'Has it been sent?' })).toBeVisible();
  await page.getByRole('link', { name: /^Change/ }).click();
  await page.getByLabel('Anything else').fill('Rung twice.');
  await page.getByRole('button', { name: 'Keep it to send' }).click();
  await expect(unsent(other)).toContainText('Rung twice.');
  await other.getByRole('button', { name: 'Yes, sent' }).click();
  await expect(unsent(other)).toHaveCount(1);

  await page.goto('/workspace');
  await expect(page.getByRole('region', { name: 'Corrections for the curators' }).getByRole('listitem')).toHaveCount(1);
  await other.getByRole('button', { name: /^Remove/ }).click();
  await expect(page.getByRole('region', { name: 'Corrections for the curators' })).toHaveCount(0);
});

test('a body of the network is told of too, and Back leads to it', async ({ page }) => {
  const body = latvia?.network.bodies[0];
  await page.goto('/countries/lv#network');
  const tell = page.locator('#network').getByRole('link', { name: /^Wrong\? Tell the curators/ });
  await expect(tell).toHaveCount(latvia?.network.bodies.length ?? 0);
  await tell.first().click();
  await expect(page.getByText(body?.about.text ?? '?')).toBeVisible();
  await page.getByLabel('What is right?').fill('It has not met this year.');
  await page.getByRole('radio', { name: 'They told me' }).check();
  await page.getByLabel('Your office').fill('Welfare office');
  await page.getByRole('button', { name: 'Keep it to send' }).click();
  await expect(unsent(page)).toContainText('It has not met this year.');
  await expect(unsent(page)).toContainText(body?.id ?? '?');
  await page.getByRole('link', { name: /^Change/ }).click();
  await expect(page.getByText(body?.about.text ?? '?')).toBeVisible();
  await page.getByRole('link', { name: 'Back to the entry' }).click();
  await expect(page.locator(`#${body?.id}`)).toBeInViewport();
});

test('every number, fact and emergency number of a country leads there, and says what stands now', async ({ page }) => {
  await page.goto('/countries/lv');
  await expect(page.getByRole('heading', { level: 1, name: 'Latvia' })).toBeVisible();
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  const points = Object.values(latvia?.country.measures ?? {}).flat().length;
  const legal = Object.keys(latvia?.country.legal ?? {}).length;
  const tell = (part: string) => page.locator(part).getByRole('link', { name: /^Wrong\? Tell the curators/ });
  await expect(tell('#measures')).toHaveCount(points);
  await expect(tell('#legal')).toHaveCount(legal);
  await expect(tell('#statistics')).toHaveCount(latvia?.country.statistics.length ?? 0);
  await expect(tell('#harmonised')).not.toHaveCount(0);
  await expect(tell('#emergency')).toHaveCount(1);
  await tell('#emergency').click();
  await expect(page.getByLabel('What is it about?').getByRole('option')).toHaveCount(
    latvia?.country.emergency.length ?? 0,
  );
  await page.goBack();
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await tell('#measures').first().click();
  await expect(page.getByText(point?.text ?? '?')).toBeVisible();
  await page.getByLabel('What is right?').fill('Another body does this now.');
  await page.getByRole('radio', { name: 'A page says so' }).check();
  await page.getByLabel('Address of the page').fill('www.example.org/about');
  await page.getByRole('button', { name: 'Keep it to send' }).click();
  await expect(unsent(page)).toContainText('Another body does this now.');
  await page.reload();
  await expect(unsent(page)).toContainText('https://www.example.org/about');

  await page.goto(`/responders/${id}`);
  await expect(page.getByRole('link', { name: /^Wrong\? Tell the curators/ })).toHaveCount(
    (responder?.channels.length ?? 0) + (responder?.addresses?.length ?? 0) + 1,
  );
});

test('what is filled in is there again after a reload, and gone once it is kept or cases are forgotten', async ({
  page,
}) => {
  const value = page.locator('[data-field="value"]');
  const note = page.getByLabel('Anything else');
  await page.goto(newAt(number));
  await value.fill(right);
  await note.fill('Rang at noon');
  await page.reload();
  await expect(value).toHaveValue(right);
  await expect(note).toHaveValue('Rang at noon');
  await page.goto('/');
  await page.goBack();
  await expect(note).toHaveValue('Rang at noon');
  await page.getByRole('radio', { name: 'I rang' }).check();
  await page.getByLabel('Your office').fill('Labour Inspectorate');
  await page.getByRole('button', { name: 'Keep it to send' }).click();
  await expect(unsent(page)).toHaveCount(1);
  await page.goto(newAt(number));
  await expect(note).toHaveValue('');
  await note.fill('Of a case');
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Forget cases' }).click();
  await expect(page.getByText('The cases are forgotten.')).toBeVisible();
  await page.goBack();
  await expect(note).toHaveValue('');
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('Of a case');
  await page.goto('/workspace/corrections');
  await expect(unsent(page)).toHaveCount(1);
});

test('a text that looks like a person’s data warns, says why, and keeps nobody from going on', async ({ page }) => {
  await page.goto(newAt(number));
  const note = page.getByLabel('Anything else');
  await note.fill('Born 14.03.2009.');
  const warning = page.getByRole('status').filter({ hasText: 'date of birth' });
  await expect(warning).toContainText('read by others');
  await note.fill(`Not ${old} any more`);
  await expect(warning).toHaveCount(0);
});

test('Delete everything takes corrections along', async ({ page }) => {
  await tellNumber(page, right);
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page
    .getByRole('button', { name: /^Delete/ })
    .last()
    .click();
  await expect
    .poll(() => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)))
    .not.toContain('workspace');
});

test('where the browser keeps nothing, that is said and what was written stays', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  });
  await page.goto(newAt(number));
  await page.getByLabel('The right number').fill(right);
  await page.getByRole('radio', { name: 'I rang' }).check();
  await page.getByLabel('Your office').fill('Social service');
  await page.getByRole('button', { name: 'Keep it to send' }).click();
  await expect(page.getByText('What you wrote still stands here')).toBeVisible();
  await expect(page.getByLabel('The right number')).toHaveValue(right);
});

test('the form is filled in by keyboard alone', async ({ page }) => {
  await page.goto(newAt(number));
  await page.getByLabel('What is it about?').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /leads nowhere/ })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { name: 'I rang' })).toBeChecked();
  await page.getByLabel('Your office').focus();
  await page.keyboard.type('Social service');
  await page.keyboard.press('Enter');
  await expect(unsent(page)).toHaveCount(1);
});

for (const theme of ['light', 'dark', 'contrast'] as const) {
  test(`axe finds nothing in the form, its mistakes and the outbox: ${theme}`, async ({ page }) => {
    await speaks(page, { theme, language: 'en' });
    const clean = async () => {
      const found = await violations(page);
      expect(found.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([]);
    };
    await tellNumber(page, right);
    await page.getByRole('button', { name: 'Save as a file' }).click();
    await expect(page.getByRole('heading', { name: 'Has it been sent?' })).toBeVisible();
    await clean();
    await page.goto(newAt(number));
    await page.getByRole('radio', { name: 'The hours' }).check();
    await page.getByRole('radio', { name: 'A page says so' }).check();
    await page.getByLabel('Anything else').fill('born 1999');
    await page.getByRole('button', { name: 'Keep it to send' }).click();
    await expect(page.getByText('Please fill this in.').first()).toBeVisible();
    await clean();
  });
}

for (const language of ['en', 'et', 'lv', 'lt'] as const) {
  test(`fits 320 px with text twice as large, with targets for thumbs: ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    await speaks(page, { textScale: 2, language });
    const fits = async () =>
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.goto(newAt(number));
    const radios = page.getByRole('main').getByRole('radio');
    await radios.nth(3).check();
    await page.locator('[data-field="how"]').check();
    await fits();
    const low = await page.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          '#content :is(a, button, select, input:not([type=radio], [type=checkbox]), textarea, label:has([type=radio], [type=checkbox]))',
        ),
      ]
        .filter((one) => getComputedStyle(one).display !== 'inline' && one.getBoundingClientRect().height < 44)
        .map((one) => one.outerHTML.slice(0, 120)),
    );
    expect(low).toEqual([]);
    await radios.nth(0).check();
    await page.locator('[data-field="value"]').fill(right);
    await page.locator('[data-field="by"]').fill('Starptautiskās sadarbības un cilvēktirdzniecības novēršanas nodaļa');
    await page.locator('form button[type=submit]').click();
    await expect(page.locator('#content h3')).toHaveCount(1);
    await fits();
    await page.goto('/workspace');
    await expect(page.locator('#content a[href="/workspace/corrections"]')).toBeVisible();
    await fits();
  });
}
