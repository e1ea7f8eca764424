/** Study visits: prepared at home, kept while one is there without a network, brought home as a report. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';

// The files of the app are not what this is about; whoever is without a network has opened the visit before.
test.use({ serviceWorkers: 'block' });

const section = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const part = (page: Page, name: 'Before' | 'There' | 'After'): Locator =>
  page.getByRole('navigation', { name: 'Parts of the visit' }).getByRole('link', { name });
/** All that is on the screen is on the disk. */
const isWritten = (page: Page) => expect(page.getByRole('main').locator('[data-saving]')).toHaveCount(0);

/** An Estonian phone opens Romania's visit. */
async function prepare(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (!localStorage.getItem('harbour.settings')) {
      localStorage.setItem('harbour.settings', JSON.stringify({ language: 'en', country: 'ee' }));
    }
  });
  await page.goto('/workspace/visits/new');
  await page.getByRole('radio', { name: 'Romania' }).check();
  await expect(page).toHaveURL(/\/new\?to=ro$/);
  await page.getByRole('button', { name: 'Prepare this visit' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Study visit: Romania' })).toBeVisible();
}

async function agree(page: Page, what: string, by?: string): Promise<void> {
  const agreed = section(page, 'What was agreed');
  const open = agreed.getByRole('button', { name: 'Write it down' });
  if (!(await agreed.getByLabel('What, and who does it').isVisible())) await open.click();
  await agreed.getByLabel('What, and who does it').fill(what);
  if (by) await agreed.getByLabel('By when, if a day was named').fill(by);
  await agreed.getByRole('button', { name: 'Write it down' }).click();
}

test('what was found at home only is not called the same', async ({ page }) => {
  await page.addInitScript(() =>
    localStorage.setItem('harbour.settings', JSON.stringify({ language: 'en', country: 'ee' })),
  );
  await page.goto('/workspace/visits/new?to=ua');
  await page.getByRole('button', { name: 'Prepare this visit' }).click();
  const home = section(page, 'Different from home');
  await expect(home.getByText('Ukraine: Not found in our sources').first()).toBeVisible();
  await expect(home.getByText('Estonia: 60 days')).toBeVisible();
  await expect(home.getByText('is the same')).toHaveCount(0);
});

test('from the plane to the bus home', async ({ page, context }) => {
  await prepare(page);
  const address = page.url();
  expect(new URL(address).pathname).toMatch(/^\/workspace\/visits\/[0-9a-f-]{36}$/);

  // Before: who travels, what differs, which number, what to ask.
  await page.getByLabel('Place', { exact: true }).fill('Bucharest');
  await page.getByLabel('First day').fill('2027-05-05');
  await page.getByLabel('Last day').fill('2027-05-03');
  await expect(page.getByText('The last day is before the first.')).toBeVisible();
  await page.getByLabel('First day').fill('2027-05-03');
  await page.getByLabel('Last day').fill('2027-05-05');
  await page.getByLabel('How many travel').fill('4');
  await expect(page.getByText('Bucharest, Romania · 3 May 2027 to 5 May 2027 · Delegation: 4')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Read what differs from home' }).check();

  const home = section(page, 'Different from home');
  await expect(home.getByRole('link', { name: 'Compare both countries' })).toHaveAttribute(
    'href',
    /^\/countries\/compare\?c=ee,ro&/,
  );
  const checklist = section(page, 'Before you go');
  for (const [name, href] of [
    ['Say it in their language', '/first-words'],
    ['Give and take contacts: by code or file', '/workspace/exchange'],
    ['Make a backup', '/workspace/backup'],
  ] as const) {
    await expect(checklist.getByRole('link', { name })).toHaveAttribute('href', href);
  }
  const numbers = section(page, 'Numbers in Romania');
  const helpline = numbers.getByRole('listitem').filter({ hasText: 'ANITP' }).first();
  await expect(helpline.getByRole('link', { name: /\+40 21 313 3100/ })).toHaveAttribute('href', 'tel:+40213133100');
  await expect(helpline).toContainText('0800 800 678');
  await expect(helpline.locator('a[href="tel:+40800800678"]')).toHaveCount(0);

  const who = section(page, 'Who is who');
  await who.getByText('Prosecution').click();
  await expect(who.getByRole('link', { name: /DIICOT/ }).first()).toBeVisible();
  const ask = section(page, 'What to ask');
  await ask.getByText('3. Formal identification').click();
  const question = ask.getByRole('checkbox', { name: /border police/ });
  await expect(question).not.toBeChecked();
  await question.check();
  await isWritten(page);
  expect(await violations(page, 'main')).toEqual([]);

  // There: no network, two taps each.
  await part(page, 'There').click();
  await expect(section(page, 'Whom you met')).toBeVisible();
  await context.setOffline(true);
  await agree(page, 'A call every month');
  await agree(page, 'ANITP sends the form', '2027-06-01');
  await page.getByRole('button', { name: 'Add somebody you met' }).click();
  await page.getByLabel('Name or organisation').fill('diicot');
  await page.getByRole('checkbox', { name: /DIICOT/ }).check();
  await expect(section(page, 'Whom you met').getByRole('link', { name: /DIICOT/ })).toBeVisible();
  const met = section(page, 'Whom you met');
  await context.setOffline(false); // here no worker brings the form, which has not been opened yet
  await met.getByRole('link', { name: 'Write down a new contact' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Prosecutor on call');
  await page.getByLabel('Number or address 1').fill('021 319 39 33');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(met.getByRole('link', { name: 'Prosecutor on call' })).toBeVisible();
  await context.setOffline(true);
  const notes = section(page, 'Notes');
  await notes.getByRole('button', { name: 'Write a note' }).click();
  await notes.getByLabel('Note').fill('They meet every Monday.');
  await notes.getByRole('button', { name: 'Keep' }).click();
  await expect(notes.getByRole('paragraph').filter({ hasText: 'They meet every Monday.' })).toBeVisible();
  await section(page, 'Questions to bring')
    .getByRole('checkbox', { name: /border police/ })
    .check();
  const programme = section(page, 'Programme');
  await programme.getByRole('button', { name: 'Add to the programme' }).click();
  for (const text of ['14:00 DIICOT', '9:30 ANITP']) {
    await programme.getByLabel('What happens').fill(text);
    await programme.getByRole('button', { name: 'Add to the programme' }).click();
  }
  await expect(programme.getByRole('listitem')).toHaveText([/9:30 ANITP/, /14:00 DIICOT/]);
  await expect(programme.getByRole('heading', { name: '3 May 2027' })).toHaveCount(1);
  await programme.getByRole('button', { name: 'Change: 14:00 DIICOT' }).click();
  await programme.getByRole('listitem').last().getByLabel('What happens').fill('15:00 DIICOT');
  await programme.getByRole('button', { name: 'Keep' }).click();
  await expect(programme.getByRole('button', { name: 'Change: 15:00 DIICOT' })).toBeFocused();
  await programme.getByRole('button', { name: 'Change: 9:30 ANITP' }).click();
  await programme.getByRole('button', { name: 'Remove' }).click();
  await expect(programme.getByRole('button', { name: 'Undo' })).toBeFocused();
  await programme.getByRole('button', { name: 'Undo' }).click();
  await expect(programme.getByRole('listitem')).toHaveText([/9:30 ANITP/, /15:00 DIICOT/]);
  await isWritten(page);
  expect(await violations(page, 'main')).toEqual([]);

  // After: the report, what was agreed first.
  await part(page, 'After').click();
  const report = page.getByRole('article', { name: 'Report of a study visit' });
  await expect(report.getByRole('heading')).toHaveText([
    'What was agreed',
    'Whom you met',
    'Asked',
    'Still to ask',
    'Programme',
    'Noted',
  ]);
  await expect(report.getByRole('listitem').first()).toHaveText('ANITP sends the form · by 1 June 2027');
  await page.evaluate(() => {
    const shared: ShareData[] = [];
    Object.assign(window, { shared });
    Object.assign(navigator, { share: async (data: ShareData) => void shared.push(data) });
  });
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const shared = await page.evaluate(() => (window as unknown as { shared: ShareData[] }).shared);
  expect(shared).toHaveLength(1);
  expect(shared[0]?.title).toBe('Report of a study visit');
  expect(shared[0]?.text).toMatch(
    /^Study visit: Romania\nBucharest, Romania .*\n\nWhat was agreed\n- ANITP sends the form/,
  );
  await page.evaluate(() =>
    Object.assign(navigator, {
      share: () => Promise.reject(new DOMException('', 'NotAllowedError')),
      canShare: undefined,
    }),
  );
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  expect((await saved).suggestedFilename()).toBe('visit-ro.txt');
  // As a file: by the share sheet where it takes this very file.
  await page.evaluate(() => {
    const files: string[] = [];
    Object.assign(window, { files });
    Object.assign(navigator, {
      canShare: ({ files: [file] }: { files: File[] }) => file?.name === 'visit-ro.txt',
      share: async ({ files: [file] }: { files: File[] }) => void files.push((await file?.text()) ?? ''),
    });
  });
  await page.getByRole('button', { name: 'Give as a file' }).click();
  await expect(page.getByText('The file was handed over.')).toBeVisible();
  const [given] = await page.evaluate(() => (window as unknown as { files: string[] }).files);
  expect(given).toBe(shared[0]?.text);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeHidden();
  await expect(page.getByText('not data of the directory')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });

  // Home again: all of it is there, and nothing of it in the address or the title.
  await context.setOffline(false);
  await page.reload();
  await expect(report.getByRole('listitem').first()).toHaveText('ANITP sends the form · by 1 June 2027');
  await expect(page).toHaveTitle('Study visit · Harbour');
  await expect(page).toHaveURL(`${address}?part=after`);
});

test('two tabs, words not added yet, a database that lets one down, and the end of a visit', async ({
  page,
  context,
}) => {
  await page.addInitScript(() => {
    const faults: string[] = [];
    Object.assign(window, { faults });
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...args) {
      if (this.name === 'workspace' && args[1] === 'readwrite' && faults.length > 0) {
        throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
      }
      return begin.apply(this, args);
    };
  });
  await prepare(page);
  await part(page, 'There').click();
  await agree(page, 'First');
  const other = await context.newPage();
  await other.goto(page.url());
  const agreements = (tab: Page) => section(tab, 'What was agreed').getByRole('listitem');
  await expect(agreements(other)).toHaveText([/First/]);
  await agree(other, 'Second');
  await expect(agreements(page)).toHaveText([/First/, /Second/]);
  await section(page, 'What was agreed').getByRole('checkbox', { name: 'done: Second' }).check();
  await expect(section(other, 'What was agreed').getByRole('checkbox', { name: 'done: Second' })).toBeChecked();
  await agreements(page).first().getByRole('button', { name: 'Change: First' }).click();
  await agreements(page).first().getByRole('button', { name: 'Remove' }).click();
  await expect(agreements(other)).toHaveText([/Second/]);

  const words = section(page, 'What was agreed').getByLabel('What, and who does it');
  await words.fill('Half a sentence');
  await page.reload();
  await expect(words).toHaveValue('Half a sentence');

  await page.evaluate(() => (window as unknown as { faults: string[] }).faults.push('on'));
  await agree(page, 'Third');
  await expect(page.getByText('The last changes are not saved.')).toBeVisible();
  await expect(agreements(page).last()).toHaveAttribute('data-saving', 'failed');
  await expect(agreements(page)).toHaveText([/Second/, /Third/]);
  await page.evaluate(() => (window as unknown as { faults: string[] }).faults.splice(0));
  await page.getByRole('button', { name: 'Try again' }).click();
  await isWritten(page);
  await expect(agreements(other)).toHaveText([/Second/, /Third/]);

  await part(other, 'After').click();
  await other.getByRole('button', { name: 'Delete the visit' }).click();
  await expect(other.getByRole('dialog').getByRole('button', { name: 'Cancel' })).toBeFocused();
  await other.keyboard.press('Enter');
  await expect(other.getByRole('dialog')).toBeHidden();
  await other.getByRole('button', { name: 'Delete the visit' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Delete the visit' }).click();
  await expect(other).toHaveURL(/\/workspace$/);
  await expect(page.getByText('This visit was deleted in another tab.')).toBeVisible();
});
