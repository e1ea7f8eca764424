/**
 * A delegation, three days in Bucharest without roaming, and what is left of it on a phone that is given away: two phones with
 * profiles of their own, and no network between them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Download, Locator, Page } from '@playwright/test';
import { expect, test } from './harbour.ts';
import { filesWith } from './profile.ts';

/** Stands in all that is written down. */
const MARK = 'Q7ZDELEGATION';
const PASSPHRASE = 'four words for the bus';
const PLAN = '/referral#found=ee&origin=ro&age=adult';

const content = (page: Page) => page.locator('#content');
const section = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const part = (page: Page, name: 'Before' | 'There' | 'After'): Locator =>
  page.getByRole('navigation', { name: 'Parts of the visit' }).getByRole('link', { name });
const field = (page: Page, name: string) => content(page).getByLabel(name, { exact: true });
const ready = (page: Page) => page.getByRole('main').getByText('Ready offline.');
const kept = (page: Page) => page.getByRole('link', { name: 'Kept' }).first();
const theirCard = (page: Page, name: string) => page.getByRole('link', { name: `${MARK} ${name}` });

/** A picture of what the phone shows, where `SHOTS` names a folder for them. */
async function shot(page: Page, name: string): Promise<void> {
  if (!process.env.SHOTS) return;
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), fullPage: true });
}

async function fileOf(page: Page, tap: Locator): Promise<{ name: string; buffer: Buffer }> {
  // A phone without a share sheet for files saves them.
  await page.evaluate(() => Object.defineProperty(navigator, 'canShare', { value: undefined, configurable: true }));
  const coming = page.waitForEvent('download');
  await tap.click();
  const download: Download = await coming;
  return { name: download.suggestedFilename(), buffer: readFileSync(await download.path()) };
}

/** Somebody met on the visit whose screen is open: back on it afterwards. */
async function meet(page: Page, name: string, number: string): Promise<void> {
  const met = section(page, 'Whom you met');
  await met.getByRole('link', { name: 'Write down a new contact' }).click();
  await field(page, 'Name').fill(`${MARK} ${name}`);
  await field(page, 'Number or address 1').fill(number);
  await content(page).getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(met.getByRole('link', { name: `${MARK} ${name}` })).toBeVisible();
}

async function unlock(page: Page): Promise<void> {
  await field(page, 'Passphrase').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
}

test.setTimeout(400_000);

test('a visit without a network, from phone to phone, sealed, wiped, and brought back on the other', async ({
  site,
  phone,
  otherPhone,
}) => {
  const a = await phone.open('/');
  const b = await otherPhone.open('/');
  for (const page of [a, b]) {
    await page.goto('/settings');
    await expect(ready(page)).toBeVisible();
  }

  // At home, before one goes: the empty list names the three visits, and one comes prepared.
  await a.goto('/workspace');
  await expect(a.getByRole('heading', { name: 'Nothing kept yet' })).toBeVisible();
  await shot(a, '01-nothing-kept');
  await content(a).getByRole('link', { name: 'Romania' }).click();
  await expect(a.getByRole('radio', { name: 'Romania' })).toBeChecked();
  await shot(a, '02-new-visit');
  await a.getByRole('button', { name: 'Prepare this visit' }).click();
  await expect(a.getByRole('heading', { level: 1, name: 'Study visit: Romania' })).toBeVisible();
  await expect(a.getByText('All of this opens without a network.')).toBeVisible();
  const visit = a.url();
  const checklist = section(a, 'Before you go');
  await expect(checklist.getByRole('link', { name: 'Make a backup' })).toHaveAttribute('href', '/workspace/backup');
  await field(a, 'Place').fill('Bucharest');
  await field(a, 'First day').fill('2099-05-03');
  await field(a, 'Last day').fill('2099-05-05');
  await field(a, 'How many travel').fill('4');
  await shot(a, '03-before');

  // On the plane: no network from here on.
  await site.stop();
  await phone.close();
  const bus = await phone.open(visit);
  await expect(field(bus, 'Place')).toHaveValue('Bucharest');
  await section(bus, 'Before you go').getByRole('link', { name: 'Say it in their language' }).click();
  await expect(bus.getByText('Let the person point at their language.')).toBeVisible();
  await bus.goBack();
  await part(bus, 'There').click();
  await meet(bus, 'Ioana', '+40 21 000 00 01');
  await meet(bus, 'Radu', '+40 21 000 00 02');
  const notes = section(bus, 'Notes');
  await notes.getByRole('button', { name: 'Write a note' }).click();
  await notes.getByLabel('Note').fill(`${MARK} They meet every Monday.`);
  await notes.getByRole('button', { name: 'Keep' }).click();
  await expect(notes.getByRole('paragraph').filter({ hasText: 'They meet every Monday.' })).toBeVisible();
  const agreed = section(bus, 'What was agreed');
  await agreed.getByRole('button', { name: 'Write it down' }).click();
  await agreed.getByLabel('What, and who does it').fill(`${MARK} Radu sends the form`);
  await agreed.getByLabel('By when, if a day was named').fill('2099-06-01');
  await agreed.getByRole('button', { name: 'Write it down' }).click();
  await expect(agreed.getByRole('listitem')).toHaveText([/Radu sends the form/]);
  await shot(bus, '04-there');

  // One contact by the picture of a code, the visit's contacts by file: the colleague's phone takes both in.
  const met = section(bus, 'Whom you met');
  await met.getByRole('button', { name: 'Show as QR code' }).click();
  const dialog = bus.getByRole('dialog', { name: 'Scan with the other phone' });
  await expect(dialog.getByRole('status').first()).toHaveText('1 of 2');
  const picture = await bus.screenshot();
  await shot(bus, '05-code');
  const cards = await fileOf(bus, dialog.getByRole('button', { name: 'Give as a file' }));
  expect(cards.name).toBe('contacts.vcf');
  await dialog.getByRole('button', { name: 'Close' }).click();

  await b.goto('/workspace/exchange');
  await expect(b.getByRole('heading', { name: 'My card' })).toBeVisible();
  await shot(b, '06-exchange');
  await b
    .getByLabel('Picture', { exact: true })
    .setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: picture });
  await expect(b.getByRole('region', { name: 'Contacts read: 1' })).toContainText(`${MARK} `);
  await shot(b, '07-read');
  await b.getByRole('button', { name: 'Keep ticked (1)' }).click();
  await expect(b.getByText('Kept: 1.')).toBeVisible();
  await b.getByLabel('File', { exact: true }).setInputFiles({ ...cards, mimeType: 'text/vcard' });
  await expect(b.getByText('is here already and says all of this')).toBeVisible();
  await b.getByRole('button', { name: 'Keep ticked (1)' }).click();
  await expect(b.getByRole('region', { name: 'Contacts to give' }).getByRole('listitem')).toHaveCount(2);

  await part(bus, 'After').click();
  await shot(bus, '08-after');
  const report = await fileOf(bus, bus.getByRole('button', { name: 'Give as a file' }));
  expect(report.name).toBe('visit-ro.txt');
  expect(report.buffer.toString()).toContain(`What was agreed\n- ${MARK} Radu sends the form · by 1 June 2099`);
  expect(report.buffer.toString()).toContain('They meet every Monday.');
  await expect(bus.getByText('Saved as a text file.')).toBeVisible();

  // A plan is kept; then the lock, and a backup under it.
  await bus.goto(PLAN);
  await bus.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(bus.getByRole('button', { name: 'Kept: forget' })).toBeVisible();
  await bus.goto('/workspace/lock');
  await expect(bus.getByRole('button', { name: 'Put the lock on' })).toBeVisible();
  await shot(bus, '09-lock');
  await field(bus, 'Passphrase').fill(PASSPHRASE);
  await field(bus, 'The same once more').fill(PASSPHRASE);
  await bus.getByRole('button', { name: 'Put the lock on' }).click();
  await expect(bus.getByText('The lock is on. What you keep is sealed.')).toBeFocused();
  await shot(bus, '10-lock-is-on');
  await kept(bus).click();
  await expect(theirCard(bus, 'Ioana')).toBeVisible();
  await shot(bus, '11-kept');
  await bus.getByRole('button', { name: 'Lock now' }).click();
  await expect(bus.getByText('What you keep is locked.', { exact: true })).toBeVisible();
  await expect(bus.getByText(MARK)).toHaveCount(0);
  await shot(bus, '12-locked');
  await unlock(bus);
  await expect(theirCard(bus, 'Ioana')).toBeVisible();
  await bus.getByRole('link', { name: 'Backup: make one, or bring one back' }).click();
  const making = section(bus, 'Make a backup');
  await making.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await making.getByLabel('The same once more').fill(PASSPHRASE);
  await shot(bus, '13-backup');
  await making.getByRole('button', { name: 'Make the backup' }).click();
  await expect(making.getByText(/\.age is ready/)).toBeFocused();
  await shot(bus, '14-backup-ready');
  const backup = await fileOf(bus, making.getByRole('button', { name: 'Save it' }));
  expect(backup.buffer.includes(MARK)).toBe(false);

  // The phone is given away: nothing of it is found.
  await kept(bus).click();
  await bus.getByRole('button', { name: 'Delete all that is mine' }).click();
  await shot(bus, '15-wipe');
  await bus.getByRole('button', { name: 'Delete it' }).click();
  await expect(bus.getByRole('heading', { name: 'Nothing of yours is here any more' })).toBeFocused();
  await shot(bus, '16-wiped');
  const left = await bus.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    local: Object.keys(localStorage),
    tab: Object.keys(sessionStorage),
  }));
  expect(left.databases).not.toContain('workspace');
  expect(left.tab).toEqual([]);
  expect(left.local.filter((key) => /case|backup|lock/.test(key))).toEqual([]);
  for (const place of ['/', '/workspace', '/workspace/exchange', '/search', new URL(visit).pathname]) {
    await bus.goto(place);
    await expect(bus.locator('h1').first()).toBeVisible();
    await expect(bus.getByText(MARK)).toHaveCount(0);
  }
  await bus.goto('/workspace');
  await expect(bus.getByRole('heading', { name: 'Nothing kept yet' })).toBeVisible();
  await phone.close();
  // What the tab held of a text while it was written, its browser may still have: the last screen says so.
  expect(filesWith(phone.profile, MARK).filter((file) => !file.includes('Session Storage'))).toEqual([]);

  // The colleague's phone brings it back, beside what is there.
  await b.goto('/workspace/backup');
  const opening = section(b, 'Bring back from a backup');
  await opening
    .getByLabel('Choose a file')
    .setInputFiles({ name: backup.name, mimeType: 'application/octet-stream', buffer: backup.buffer });
  await opening.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await shot(b, '17-open-backup');
  await opening.getByRole('button', { name: 'Open it' }).click();
  await expect(b.getByRole('heading', { name: 'What the backup would bring' })).toBeFocused();
  await shot(b, '18-would-bring');
  await opening.getByRole('button', { name: 'Bring it back' }).click();
  await expect(opening.getByText(/^Brought back\. Entries written: /)).toBeVisible();
  await shot(b, '19-brought-back');
  await kept(b).click();
  await expect(b.getByRole('list', { name: 'Referral plans' }).getByRole('listitem')).toHaveCount(1);
  await shot(b, '20-kept-there');
  for (const name of ['Ioana', 'Radu']) await expect(theirCard(b, name)).toHaveCount(1);
  await b.getByRole('link', { name: /^Study visit: Romania/ }).click();
  await part(b, 'After').click();
  const brought = b.getByRole('article', { name: 'Report of a study visit' });
  await expect(brought).toContainText(`${MARK} Radu sends the form · by 1 June 2099`);
  await expect(brought).toContainText(`${MARK} Ioana`);
  await expect(brought).toContainText('They meet every Monday.');
  await shot(b, '21-report-there');
});
