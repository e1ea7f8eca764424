/** Contacts from phone to phone without a network: by a code on a screen, a picture of it, a camera, a file. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { encode } from 'uqr';
import { CARD_FILES } from '../../scripts/soak/hostile-cards.ts';
import { violations } from './axe.ts';

const SCREEN = '/workspace/exchange';
const file = (page: Page) => page.getByLabel('File', { exact: true });
const picture = (page: Page) => page.getByLabel('Picture', { exact: true });
const fixture = (name: string) => join(CARD_FILES, name);
const card = (...lines: string[]) =>
  Buffer.from(['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n'));
const upload = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/vcard', buffer });
const coming = (page: Page) => page.getByRole('region', { name: /^Contacts read/ });
const given = (page: Page) => page.getByRole('region', { name: 'Contacts to give' }).getByRole('listitem');

/** Another phone: a profile of its own, without a network once the screen stands. */
async function otherPhone(page: Page): Promise<{ context: BrowserContext; page: Page }> {
  const context = await (page.context().browser() as NonNullable<ReturnType<BrowserContext['browser']>>).newContext({
    viewport: { width: 390, height: 844 },
    baseURL: new URL(page.url()).origin,
    locale: 'en-GB',
    serviceWorkers: 'block',
  });
  return { context, page: await context.newPage() };
}

test('two phones, no network: cards as pictures of codes, looked at, kept, and merged field by field', async ({
  page,
}) => {
  await page.goto(SCREEN);
  await page.getByLabel('Your name, as you introduce yourself').fill('Žanete Kalniņa');
  await page.getByRole('button', { name: 'Make my card' }).click();
  await expect(page.getByRole('region', { name: 'My card' })).toContainText('Žanete Kalniņa');
  await file(page).setInputFiles([fixture('ios-3.0.vcf'), fixture('google-3.0.vcf')]);
  await expect(coming(page)).toContainText('Contacts read: 3');
  await expect(given(page)).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Мария Иванова' }).uncheck();
  await page.getByRole('button', { name: 'Keep ticked (2)' }).click();
  await expect(page.getByText('Kept: 2. They are on this phone only.')).toBeFocused();
  await expect(given(page)).toHaveText(['Dr. Jörg Grünwald · Fachberatungsstelle, Nord, Team 2', /Ioana Mănescu/]);
  // Reloading shows what was acknowledged, and nothing that was only looked at.
  await page.reload();
  await expect(given(page)).toHaveCount(2);

  await page.getByRole('button', { name: 'Tick all' }).click();
  const show = page.getByRole('region', { name: 'Contacts to give' }).getByRole('button', { name: 'Show as QR code' });
  const other = await otherPhone(page);
  await other.page.goto(SCREEN);
  await expect(other.page.getByRole('heading', { name: 'Take in' })).toBeVisible();
  await other.page.getByRole('button', { name: 'Scan a code' }).waitFor();
  // What reads pictures is a part that comes when it is needed, so the phones go offline once it was.
  await picture(other.page).setInputFiles(
    upload('white.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
  );
  await expect(other.page.getByRole('alert').first()).not.toBeEmpty();
  await page.emulateMedia({ colorScheme: 'dark' });
  await show.click();
  const dialog = page.getByRole('dialog', { name: 'Scan with the other phone' });
  await expect(dialog.getByRole('status').first()).toHaveText('1 of 2');
  expect(await violations(page, 'dialog')).toEqual([]);
  // Black on white also in the dark.
  await expect(dialog.getByRole('img')).toHaveCSS('fill', 'rgb(0, 0, 0)');
  await expect(dialog.getByRole('img').locator('..')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  const first = await dialog.getByRole('img', { name: 'QR code: Dr. Jörg Grünwald' }).screenshot();
  await dialog.getByRole('button', { name: 'Next' }).click();
  const second = await dialog.getByRole('img', { name: 'QR code: Ioana Mănescu' }).screenshot();
  await page.keyboard.press('Escape');
  await expect(show).toBeFocused();

  const read = other.page;
  const codes = [first, second].map((buffer, at) => ({ name: `code-${at}.png`, mimeType: 'image/png', buffer }));
  for (const code of codes) await picture(read).setInputFiles(code);
  await expect(coming(read)).toContainText('Contacts read: 2');
  await expect(coming(read)).toContainText('+49 30 1000 008 Nachtdienst nur Frauen');
  await expect(coming(read)).not.toContainText('Spricht langsam');
  await read.getByRole('button', { name: 'Keep ticked (2)' }).click();
  await expect(given(read)).toHaveCount(2);

  // The same code again says nothing new; a card with the same number and another role is not taken over what is there.
  await picture(read).setInputFiles(codes[0] as (typeof codes)[number]);
  await expect(coming(read)).toContainText('is here already and says all of this');
  await expect(read.getByRole('button', { name: 'Keep ticked (0)' })).toBeDisabled();
  await read.getByRole('button', { name: 'Discard' }).click();
  await file(read).setInputFiles(
    upload(
      'changed.vcf',
      card('FN:Dr. Jorg Grunwald', 'TITLE:Berater', 'TEL:0049301000008', 'EMAIL:neu@beratung.example'),
    ),
  );
  await expect(read.getByRole('radio', { name: 'Add this to Dr. Jörg Grünwald' })).toBeChecked();
  await expect(read.getByRole('radio', { name: 'Leiter' })).toBeChecked();
  await read.getByRole('radio', { name: 'Berater' }).check();
  expect(await violations(read, 'main')).toEqual([]);
  await read.getByRole('button', { name: 'Keep ticked (1)' }).click();
  await expect(read.getByText('Kept: 1.')).toBeVisible();
  await expect(given(read)).toHaveCount(2);
  await expect(given(read).first()).toContainText('Dr. Jörg Grünwald');
  const [row] = await read.evaluate(
    () =>
      new Promise<{ name: string; role?: string; channels: { value: string }[] }[]>((resolve, reject) => {
        const open = indexedDB.open('workspace');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const all = open.result.transaction('contacts').objectStore('contacts').getAll();
          all.onsuccess = () => {
            open.result.close();
            resolve(all.result.filter(({ name }) => name.includes('Grünwald')));
          };
        };
      }),
  );
  expect(row).toMatchObject({ name: 'Dr. Jörg Grünwald', role: 'Berater' });
  expect(row?.channels.map(({ value }) => value)).toEqual(
    expect.arrayContaining(['+49 30 1000 008', 'neu@beratung.example']),
  );
  expect(row?.channels.filter(({ value }) => value.includes('1000 008'))).toHaveLength(1);
  await other.context.close();
});

test('old, broken and hostile files: the good cards are there, the rest is said, nothing runs', async ({ page }) => {
  await page.goto(SCREEN);
  await file(page).setInputFiles([fixture('broken.vcf'), fixture('outlook-2.1.vcf')]);
  await expect(coming(page).getByRole('checkbox')).toHaveCount(4);
  await expect(coming(page)).toContainText('Šarūnė Žukauskienė');
  await expect(coming(page)).toContainText('Card 2 could not be read. It begins: NOTE: nobody is named here');
  await expect(coming(page)).toContainText('The card breaks off before its end.');
  await expect(coming(page)).toContainText('Not taken: Address');
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(coming(page)).toBeHidden();

  await file(page).setInputFiles(
    upload(
      'hostile.vcf',
      card(
        'FN:\u202eanna <img src=x onerror="window.pwned=1">',
        'NOTE:<script>window.pwned=1</script>',
        'URL:javascript:window.pwned=1',
        'TEL:*21*+37120000000#',
        ...Array.from(
          { length: 18 },
          (_, at) => `TEL;X-LABEL=${'for nights and holidays '.repeat(2)}:+371 200000${10 + at}`,
        ),
      ),
    ),
  );
  await expect(coming(page)).toContainText('anna <img src=x onerror="window.pwned=1">');
  await expect(coming(page)).toContainText('U+202E');
  await expect(coming(page)).toContainText('so not taken: javascript:window.pwned=1');
  await expect(coming(page)).toContainText('so not taken: *21*+37120000000#');
  await page.getByRole('button', { name: 'Keep ticked (1)' }).click();
  await expect(given(page)).toHaveCount(1);
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  await given(page).getByRole('checkbox').check();
  await page.getByRole('region', { name: 'Contacts to give' }).getByRole('button', { name: 'Show as QR code' }).click();
  await expect(page.getByText('No room in the code for: Labels. The file has everything.')).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('main img, main [href^="javascript"], main [href*="*"]')).toHaveCount(0);

  const alert = page.getByRole('alert').first();
  await file(page).setInputFiles(upload('letter.txt', Buffer.from('Dear colleague')));
  await expect(alert).toHaveText('There is no contact in it. Nothing was changed.');
  await file(page).setInputFiles(upload('large.vcf', Buffer.alloc(5_000_001, 65)));
  await expect(alert).toContainText('more than Harbour reads at once');
  await page.getByText('Paste text').click();
  await page.getByLabel('Text of a contact').fill('BEGIN:VCARD\nFN:Pasted\nTEL:+371 20000002\nEND:VCARD');
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(alert).toBeEmpty();
  await expect(coming(page)).toContainText('Pasted');
  await expect(page).toHaveURL(new RegExp(`${SCREEN}$`));
});

test('a camera that is refused is answered with the reason; one that is not reads a responder’s code', async ({
  page,
  baseURL,
  launchOptions,
}) => {
  await page.goto('/responders/lv-patverums-drosa-maja');
  await page.getByRole('button', { name: 'Show as QR code' }).click();
  const dialog = page.getByRole('dialog', { name: 'Scan with the other phone' });
  await expect(dialog.getByRole('img')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.evaluate(() => Object.defineProperty(navigator, 'canShare', { value: undefined }));
  await dialog.getByRole('button', { name: 'Give as a file' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('lv-patverums-drosa-maja.vcf');
  expect(readFileSync(await saved.path(), 'utf8')).toMatch(/^BEGIN:VCARD\r\nVERSION:3\.0\r\n/);

  await page.goto(SCREEN);
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await page.getByRole('button', { name: 'Scan a code' }).click();
  await expect(page.getByRole('alert').first()).toContainText('The camera is not allowed here.');
  await expect(page.getByRole('button', { name: 'Scan a code' })).toBeFocused();

  const folder = mkdtempSync(join(tmpdir(), 'harbour-camera-'));
  const film = join(folder, 'code.y4m');
  writeFileSync(
    film,
    filmOf('BEGIN:VCARD\r\nVERSION:3.0\r\nN:Ström;Åsa;;;\r\nFN:Åsa Ström\r\nTEL:+46 8 000 00 14\r\nEND:VCARD\r\n'),
  );
  const browser = await chromium.launch({
    ...launchOptions,
    args: [
      ...(launchOptions.args ?? []),
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  });
  const seeing = await browser.newPage({ viewport: { width: 390, height: 844 }, ...(baseURL && { baseURL }) });
  await seeing.goto(SCREEN);
  await seeing.getByRole('button', { name: 'Scan a code' }).click();
  await expect(coming(seeing)).toContainText('Åsa Ström');
  await expect(seeing.getByText('Contacts read: 1. Go on with the next code')).toBeVisible();
  await seeing.getByRole('button', { name: 'Stop the camera' }).click();
  await expect(seeing.locator('video')).toHaveCount(0);
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** A film for the browser to take for its camera: a code that stands still (YUV4MPEG2, grey). */
function filmOf(text: string): Buffer {
  const [width, height] = [640, 480];
  const rows = encode(text, { ecc: 'L', border: 4 }).data;
  const scale = Math.floor(height / rows.length);
  const luma = Buffer.alloc(width * height, 235);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (rows[Math.floor(y / scale)]?.[Math.floor((x - 80) / scale)]) luma[y * width + x] = 16;
    }
  }
  const frame = [Buffer.from('FRAME\n'), luma, Buffer.alloc((width * height) / 2, 128)];
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), ...frame, ...frame]);
}
