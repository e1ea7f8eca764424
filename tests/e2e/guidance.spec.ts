import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { COUNTRIES } from '../../src/directory/codes.ts';
import { QUESTIONS } from '../../src/guidance/compare.ts';
import { violations } from './axe.ts';
import { cached, listed, test as offlineTest } from './harbour.ts';

/** The settings as the app keeps them, once, so that what the test changes stays changed. */
async function settings(page: Page, change: Record<string, unknown> = {}) {
  await page.addInitScript(
    (value) => {
      if (!localStorage.getItem('harbour.settings')) localStorage.setItem('harbour.settings', JSON.stringify(value));
    },
    { language: 'en', country: 'lv', ...change },
  );
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test.describe('the hub', () => {
  test('is one tap from Home, and every screen one tap further', async ({ page }) => {
    await settings(page);
    await page.goto('/');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Guides' }).click();
    await expect(heading(page)).toHaveText('Guides');
    for (const name of ['Police officer', 'Health worker', 'Teacher', 'Journalist']) {
      await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
    }
    const links = page.getByRole('main').getByRole('link');
    const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    const data = JSON.parse(readFileSync('data/guides/first-contact.json', 'utf8')) as { slug: string };
    expect(paths).toContain(`/guides/${data.slug}`);
    expect(paths.filter((path) => path?.startsWith('/guides/roles/'))).toHaveLength(12);
    expect(paths.filter((path) => path?.startsWith('/guides/measures/'))).toHaveLength(7);
    expect(paths.filter((path) => path?.startsWith('/guides/topics/'))).toHaveLength(6);
    for (const path of ['/guides/indicators', '/guides/municipalities', '/guides/journalists', '/guides/law']) {
      expect(paths).toContain(path);
    }
    for (const path of ['/countries/compare', '/glossary', '/practices']) expect(paths).toContain(path);
  });

  test('leads to a guide and back', async ({ page }) => {
    await settings(page);
    await page.goto('/guides');
    await page.getByRole('link', { name: 'Health worker' }).click();
    await expect(heading(page)).toHaveText('Health worker');
    await page.getByRole('main').getByRole('link', { name: 'Guides' }).click();
    await expect(heading(page)).toHaveText('Guides');
  });

  for (const language of ['de', 'fi', 'is']) {
    test(`keeps the words of whom it is for whole on a phone, in ${language}`, async ({ page }) => {
      await settings(page, { language, country: 'fi' });
      await page.goto('/guides');
      const names = page.locator('#roles a');
      await expect(names).toHaveCount(13);
      const broken = await names.evaluateAll((all) =>
        all.flatMap((link) => {
          const text = link.firstChild as Text;
          return [...text.data.matchAll(/\p{L}+/gu)].flatMap((word) => {
            const range = document.createRange();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            return range.getClientRects().length > 1 ? word[0] : [];
          });
        }),
      );
      expect(broken).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    });
  }

  test('an address that is no guide says so', async ({ page }) => {
    await settings(page);
    await page.goto('/guides/roles/astronaut');
    await expect(heading(page)).toHaveText('Nothing at this address');
  });
});

test.describe('a guide', () => {
  test('of a profession has its phases, and whom to call in the chosen country', async ({ page }) => {
    await settings(page);
    await page.goto('/guides/roles/police');
    for (const name of ['Signs in your work', 'First hour', 'First day', 'First weeks']) {
      const section = page.getByRole('region', { name });
      await expect(section.getByRole('listitem').nth(1)).toBeAttached();
    }
    const hour = page.getByRole('region', { name: 'First hour' });
    await expect(hour.getByRole('heading', { name: 'Do not' })).toBeVisible();
    await expect(hour.getByRole('heading', { name: 'Whom to call in Latvia' })).toBeVisible();
    await expect(hour.locator('a[href="tel:112"]')).toBeVisible();
    await expect(hour.locator('a[href="tel:+37128612120"]')).toBeVisible();
  });

  test('asks for the country where none is chosen, and still says 112', async ({ page }) => {
    await settings(page, { country: undefined });
    await page.goto('/guides/roles/police');
    const hour = page.getByRole('region', { name: 'First hour' });
    await expect(hour.locator('a[href="tel:112"]')).toBeVisible();
    await hour.getByRole('link', { name: /Choose a country/ }).click();
    await expect(heading(page)).toHaveText('In which country are you?');
  });

  test('shows of each point the pages behind it, and where it comes from', async ({ page }) => {
    await settings(page);
    await page.goto('/guides/roles/police');
    const point = page.getByRole('listitem').filter({ hasText: 'Trust the suspicion' });
    await expect(point).toContainText('from: United Kingdom');
    const [, number] = /\[(\d+)\]/.exec((await point.textContent()) ?? '') ?? [];
    const section = page.getByRole('region').filter({ has: point });
    await section.getByText(/^\d+ sources?, /).click();
    await expect(section.locator(`li[value="${number}"]`).getByRole('link')).toContainText('plymouth.gov.uk');
  });

  test('of a measure has every country, the chosen one first and open', async ({ page }) => {
    await settings(page, { country: 'fi' });
    await page.goto('/guides/measures/4');
    const countries = page.locator('#countries details:has(> summary h3)');
    await expect(countries).toHaveCount(14);
    await expect(countries.first()).toContainText('Finland');
    await expect(countries.first()).toHaveAttribute('open');
    await countries.filter({ hasText: 'Sweden' }).locator('> summary').click();
    await expect(countries.filter({ hasText: 'Sweden' })).toContainText(/\d+ days/);
  });

  test('keeps its ticks over a reload, and forgets them when told to', async ({ page }) => {
    await settings(page);
    await page.goto('/guides/roles/health');
    const box = () => page.getByRole('checkbox', { name: /Trust the suspicion/ });
    await box().check();
    await expect(page.getByText('1 tick, on this phone only')).toBeVisible();
    const written = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const open = indexedDB.open('workspace');
          open.onsuccess = () => {
            const ticks = open.result.transaction('ticks').objectStore('ticks').count();
            ticks.onsuccess = () => {
              open.result.close();
              resolve(ticks.result);
            };
          };
        }),
    );
    expect(written).toBe(1);
    await page.reload();
    await expect(box()).toBeChecked();
    await page.goto('/guides/roles/teacher');
    await expect(heading(page)).toHaveText('Teacher');
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
    await page.goto('/guides/roles/health');
    await page.getByRole('button', { name: 'Clear all ticks' }).click();
    await expect(box()).not.toBeChecked();
  });

  test('can be ticked where nothing can be kept, and says so', async ({ page }) => {
    await settings(page);
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'indexedDB', { get: () => undefined });
    });
    await page.goto('/guides/roles/health');
    const box = page.getByRole('checkbox', { name: /Trust the suspicion/ });
    await box.check();
    await expect(box).toBeChecked();
    await expect(page.getByText('does not let Harbour keep ticks')).toBeVisible();
  });

  test('ticks do not cost what an older version kept', async ({ page }) => {
    await settings(page);
    await page.route('**/old', (route) => route.fulfill({ contentType: 'text/html', body: '<p>old</p>' }));
    await page.goto('/old');
    // The database as the first version made it, with a responder kept.
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const open = indexedDB.open('workspace', 10);
          open.onupgradeneeded = () => {
            for (const name of ['kept', 'recent']) {
              open.result.createObjectStore(name, { keyPath: 'id' }).createIndex('at', 'at');
            }
            open.transaction?.objectStore('kept').put({ id: 'lv-gone', at: 1, name: { en: 'Kept long ago' } });
          };
          open.onsuccess = () => {
            open.result.close();
            resolve();
          };
          open.onerror = () => reject(open.error);
        }),
    );
    await page.goto('/guides/roles/health');
    await page.getByRole('checkbox', { name: /Trust the suspicion/ }).check();
    await page.goto('/workspace');
    await expect(page.getByText('Kept long ago')).toBeVisible();
  });
});

test.describe('the signs', () => {
  test('are walked through by form, and end in what to do now', async ({ page }) => {
    await settings(page);
    await page.goto('/guides/indicators');
    await page.getByRole('checkbox', { name: 'Labour exploitation' }).check();
    await page.getByRole('button', { name: 'Begin' }).click();
    await expect(page.getByText('Step 1 of')).toBeVisible();
    for (let step = 0; step < 9; step++) {
      const next = page.getByRole('button', { name: 'Next' });
      const debt = page.getByRole('checkbox', { name: /Has to pay for tools, food or lodging/ });
      if (await debt.isVisible()) await debt.check();
      if (!(await next.isVisible())) break;
      await next.click();
    }
    await expect(page.getByText('1 sign marked. No number of signs is a verdict')).toBeVisible();
    await page.locator('#walk').getByRole('link', { name: 'What to do now' }).click();
    const now = page.getByRole('region', { name: 'What to do now' });
    await expect(now).toBeInViewport();
    await expect(now.locator('a[href="tel:112"]')).toBeAttached();
    // The form stands in the address, so a link carries it.
    await expect(page).toHaveURL(/form=labour/);
  });

  test('can be narrowed to one dimension', async ({ page }) => {
    await settings(page);
    await page.goto('/guides/indicators?form=children');
    await page.getByLabel('Only one dimension').selectOption('recruitment');
    await page.getByRole('button', { name: 'Begin' }).click();
    await expect(page.getByText('Step 1 of 1')).toBeVisible();
    await expect(page.getByRole('checkbox', { name: /Travels alone/ })).toBeVisible();
  });
});

test.describe('a self-check', () => {
  for (const path of ['/guides/municipalities', '/guides/journalists']) {
    test(`of ${path} counts, says what to do, and stays`, async ({ page }) => {
      await settings(page);
      await page.goto(path);
      const result = page.getByRole('region', { name: 'Result' });
      await expect(result).toContainText('Yes: 0 · No: 0');
      await page.getByRole('radio', { name: 'Yes' }).nth(0).check();
      await page.getByRole('radio', { name: 'No' }).nth(1).check();
      await expect(result).toContainText('Yes: 1 · No: 1');
      await expect(result.getByRole('listitem')).toHaveCount(1);
      await page.getByRole('radio', { name: 'Yes' }).nth(1).check();
      await expect(result).toContainText('Yes: 2 · No: 0');
    });
  }
});

test.describe('a word of the glossary', () => {
  test('is explained on the spot, by keyboard, and the focus comes back', async ({ page }) => {
    await settings(page);
    await page.goto('/guides/topics/identification');
    const word = page.locator('button[aria-haspopup="dialog"]', { hasText: 'identification' }).first();
    await expect(word).toBeVisible();
    await word.focus();
    await page.keyboard.press('Enter');
    const popup = page.getByRole('dialog');
    await expect(popup).toBeVisible();
    await expect(popup.getByRole('heading')).toBeFocused();
    await expect(popup).toContainText('source');
    await page.keyboard.press('Escape');
    await expect(popup).toBeHidden();
    await expect(word).toBeFocused();
  });

  test('leads to its place in the glossary', async ({ page }) => {
    await settings(page);
    await page.goto('/guides/measures/4');
    await page.locator('button[aria-haspopup="dialog"]').first().click();
    await expect(page.getByRole('dialog').getByRole('heading')).toBeFocused();
    const name = (await page.getByRole('dialog').getByRole('heading').textContent()) ?? '';
    await page.getByRole('dialog').getByRole('link', { name: 'In all languages' }).click();
    await expect(heading(page)).toHaveText('Glossary');
    await expect(page.locator('li:focus')).toContainText(name);
    await expect(page.locator('li:focus')).toBeInViewport();
  });
});

test.describe('the glossary', () => {
  test('finds a term in another script, and shows two languages side by side', async ({ page }) => {
    await settings(page);
    await page.goto('/glossary');
    await expect(page.getByText(/^1\d\d terms$/)).toBeVisible();
    await page.getByLabel('Find a term').fill('торгівля людьми');
    const first = page.locator('li:has(> details)').first();
    await expect(first).toContainText('trafficking in human beings');
    await expect(page).toHaveURL('/glossary');
    await page.getByLabel('Beside').selectOption('et');
    await expect(first).toContainText('inimkaubandus');
    await page.reload();
    await expect(page.getByLabel('Find a term')).toHaveValue('торгівля людьми');
    await expect(first).toContainText('inimkaubandus');
    await first.locator('> details > summary').click();
    await expect(first).toContainText('Menschenhandel');
    await expect(first.locator('details details').first()).toContainText('source');
  });
});

test.describe('a journalist', () => {
  test('finds first who coordinates and reports in the chosen country, and no emergency number above it', async ({
    page,
  }) => {
    await settings(page, { country: 'ee' });
    await page.goto('/guides/journalists');
    const ask = page.getByRole('region', { name: 'Whom to ask' });
    await expect(ask.getByRole('heading', { name: /^National coordinator.*: Estonia$/ })).toBeVisible();
    await expect(ask.getByRole('link', { name: /Ministry of Justice/ })).toBeVisible();
    await expect(ask).toContainText('Do not ask a shelter or an adviser to bring you a person');
    await expect(ask.getByRole('link', { name: '112' })).toHaveCount(0);
    await expect(ask.getByRole('link', { name: /network/i })).toHaveAttribute('href', '/countries/ee#network');
  });

  test('reads in the order of the work: whom to ask, the interview, words, pictures, the check', async ({ page }) => {
    await settings(page);
    await page.goto('/guides');
    await page.getByRole('region', { name: 'I am a …' }).getByRole('link', { name: 'Journalist' }).click();
    await expect(heading(page)).toHaveText('Journalist');
    const names = await page.locator('#content h2').allTextContents();
    const wanted = ['Whom to ask', 'Interviews', 'Say this, not that', 'Pictures, places, faces', 'Before you publish'];
    expect(names.filter((name) => wanted.includes(name))).toEqual(wanted);
    expect(names.indexOf('Principles')).toBeGreaterThan(names.indexOf('Before you publish'));
  });

  test('has each question with its number before it, and on paper nothing that only a screen can do', async ({
    page,
  }) => {
    await settings(page);
    await page.goto('/guides/journalists');
    const check = page.getByRole('region', { name: 'Before you publish' });
    const asked = check.getByText('Is every fact verified?');
    await expect(asked).toBeVisible();
    expect(await asked.evaluate((one) => getComputedStyle(one, '::before').content)).toContain('counter(question)');
    expect(
      await check
        .locator('ol')
        .first()
        .evaluate((one) => getComputedStyle(one).listStyleType),
    ).toBe('none');
    await expect(check.getByText('source: Denmark')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(check.getByText('Answer for yourselves')).toBeHidden();
    const result = page.getByRole('region', { name: 'Result' });
    await expect(result).toBeHidden();
    await page.emulateMedia({ media: null });
    await check.getByRole('radio', { name: 'No' }).first().check();
    await page.emulateMedia({ media: 'print' });
    await expect(result).toContainText('No: 1');
  });

  test('is told where none was found, and when one looked', async ({ page }) => {
    await settings(page, { country: 'dk' });
    await page.goto('/guides/journalists');
    await expect(page.getByRole('region', { name: 'Whom to ask' })).toContainText(/Not found .* 20\d\d/);
  });
});

test.describe('countries side by side', () => {
  test('on a phone: one question down all of them, nothing scrolls sideways', async ({ page }) => {
    await settings(page);
    await page.goto('/countries/compare?q=reflection');
    const section = page.getByRole('region', { name: 'Reflection and recovery period' });
    await expect(section.getByRole('heading', { level: 3 })).toHaveCount(14);
    await expect(section.getByRole('heading', { level: 3 }).first()).toHaveText('Latvia');
    await expect(section).toContainText('Not found in our sources');
    await expect(page.getByRole('table')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.getByLabel('Question').selectOption('cooperation');
    await expect(page).toHaveURL(/q=cooperation/);
    await expect(page.getByRole('region', { name: /depend on cooperation/ })).toBeVisible();
  });

  test('of a contact point that has only a page for who asks from abroad, the page is named', async ({ page }) => {
    await settings(page, { country: 'lv' });
    await page.goto('/countries/compare?q=contact&c=lv,se');
    const host = 'nspm.jamstalldhetsmyndigheten.se';
    await expect(page.getByRole('link', { name: `Open ${host}`, exact: true })).toHaveText(host);
  });

  test('on a phone: a pair stands side by side', async ({ page }) => {
    await settings(page);
    await page.goto('/countries/compare?c=lv,se&q=reflection,identifies');
    const items = page.getByRole('region', { name: 'Reflection and recovery period' }).locator('ul > li:has(h3)');
    await expect(items).toHaveCount(2);
    const [one, other] = [await items.nth(0).boundingBox(), await items.nth(1).boundingBox()];
    expect(one?.y).toBe(other?.y);
    await page.getByLabel('Beside').selectOption('ua');
    await expect(page).toHaveURL(/c=lv,ua/);
  });

  test('on a desktop: in a row taller than the window one reads whose it is', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 600 });
    await settings(page, { country: 'lv' });
    await page.goto(`/countries/compare?c=lv,ua&q=${QUESTIONS.join(',')}`);
    const table = page.getByRole('region', { name: 'Compare countries' });
    await expect(table.getByRole('row')).toHaveCount(3);
    await table.evaluate((element) => {
      element.scrollIntoView();
      element.scrollTo(0, element.scrollHeight);
    });
    const height = await table
      .getByRole('row')
      .last()
      .evaluate((row) => row.getBoundingClientRect().height);
    expect(height).toBeGreaterThan(600);
    const name = table.getByRole('rowheader').last().getByRole('link', { name: 'Ukraine' });
    await expect(name).toBeInViewport({ ratio: 1 });
    const heading = await table.getByRole('columnheader').first().boundingBox();
    const box = await name.boundingBox();
    expect(box?.y).toBeGreaterThan((heading?.y ?? 0) + (heading?.height ?? 0) - 1);
  });

  test('on a desktop: a table whose headers stay', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await settings(page);
    await page.goto('/countries/compare?q=reflection,identifies,return');
    const table = page.getByRole('table');
    await expect(table.getByRole('columnheader')).toHaveCount(4);
    await expect(table.getByRole('rowheader')).toHaveCount(14);
    await table.getByRole('rowheader', { name: 'Ukraine' }).scrollIntoViewIfNeeded();
    await expect(table.getByRole('columnheader', { name: 'Who identifies formally' })).toBeInViewport();
    await page.getByText('Choose countries and questions').click();
    await page.getByRole('checkbox', { name: 'Poland' }).uncheck();
    await expect(table.getByRole('rowheader')).toHaveCount(13);
  });

  for (const width of [390, 1280]) {
    test(`two of them and all questions are three sheets of paper, with the pages by name (${width} px)`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 844 });
      await settings(page);
      await page.goto(`/countries/compare?c=de,ua&q=${QUESTIONS.join(',')}`);
      await expect(page.locator('#content').getByRole('link', { name: 'Ukraine' }).last()).toBeVisible();
      const sheets = /\/Count (\d+)/.exec((await page.pdf({ format: 'A4' })).toString('latin1'))?.[1];
      expect(Number(sheets)).toBeLessThanOrEqual(3);
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await page.emulateMedia({ media: 'print' });
      const [, number] = /\[(\d+)/.exec((await page.locator('#content').textContent()) ?? '') ?? [];
      await expect(page.locator(`ol > li[value="${number}"]`)).toContainText(/\w\.\w+, /);
    });
  }

  test('say on paper what is compared, of which edition, with the addresses of the pages', async ({ page }) => {
    await settings(page);
    await page.goto('/countries/compare?c=ee,se&q=reflection');
    await expect(page).toHaveTitle('Compare countries: Reflection and recovery period · Estonia, Sweden · Harbour');
    const foot = page.getByText(/^Harbour, edition \d+ of .* · Compare countries: Reflection and recovery period/);
    await expect(foot).toBeHidden();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await expect(foot).toBeVisible();
    await expect(page.getByText('1 question: Reflection and recovery period')).toBeVisible();
    await expect(page.getByText('2 countries: Estonia, Sweden')).toBeVisible();
    await expect(page.getByText(/^Edition: \d+, \d+ \w+ 20\d\d$/)).toBeVisible();
    await expect(page.getByText('It exists. Our sources do not say how long it is.')).toBeVisible();
    await expect(page.locator('ol > li').filter({ hasText: 'migrationsverket.se' })).toContainText('https://');
  });

  test('share a sheet of paper alike, be it one question or three', async ({ page }) => {
    await page.setViewportSize({ width: 718, height: 844 });
    await settings(page);
    for (const [query, columns] of [
      ['reflection', 1],
      ['reflection,return,offence', 3],
    ] as const) {
      await page.goto(`/countries/compare?c=ee,pl,ua&q=${query}`);
      await expect(page.locator('#content').getByRole('heading', { name: 'Estonia' }).first()).toBeVisible();
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await page.emulateMedia({ media: 'print' });
      const heads = page.getByRole('columnheader');
      await expect(heads).toHaveCount(columns + 1);
      const widths = await heads.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().width)));
      expect(Math.max(...widths.slice(1)) - Math.min(...widths.slice(1))).toBeLessThanOrEqual(1);
      expect(widths[0]).toBeLessThan(Math.min(...widths.slice(1)));
      await page.emulateMedia({ media: null });
    }
  });

  test('are saved as CSV with their sources', async ({ page }) => {
    await settings(page);
    await page.goto('/countries/compare?c=lv,se&q=reflection,offence');
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as CSV' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/^harbour-reflection-offence-\d+\.csv$/);
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv.split('\r\n')[0]).toBe(
      '\ufeffCountry,Question,Answer,Sources,Address of the page,Date of the page,Pages gathered,Edition,Date of the edition',
    );
    expect(csv).toMatch(/\r\nSweden,Reflection and recovery period,.*\d+ days/);
    expect(csv).toContain('https://');
    expect(csv).toMatch(/,20\d\d-\d\d,\d+,20\d\d-\d\d-\d\d\r\n/);
  });

  test('are saved in the language of the screen, as far as they are translated', async ({ page }) => {
    await settings(page, { language: 'sv' });
    await page.goto('/countries/compare?c=lv,se&q=reflection');
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Spara som CSV' }).click();
    const csv = readFileSync(await (await waiting).path(), 'utf8');
    expect(csv).toContain('\ufeffLand,');
    expect(csv).toContain('\r\nSverige,Betänketid,');
    expect(csv).toContain('Socialnämnden');
    expect(csv).not.toContain('The social board');
  });

  test('are marked in the file where they are English', async ({ page }) => {
    await settings(page, { language: 'sv' });
    await page.goto('/countries/compare?q=permit,compensation,return');
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Spara som CSV' }).click();
    const csv = readFileSync(await (await waiting).path(), 'utf8').replaceAll('""', '"');
    const texts = COUNTRIES.flatMap((code) => {
      const { legal } = JSON.parse(readFileSync(`data/countries/${code}/country.json`, 'utf8'));
      return [legal.residencePermit, legal.compensation, legal.return].flatMap((fact) => fact?.text ?? []);
    }).filter((text) => csv.includes(text));
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((text) => !csv.includes(`${text} (på engelska)`))).toEqual([]);
  });

  test('count a country where a page says that nothing was found as not found', async ({ page }) => {
    await settings(page);
    await page.goto('/countries/compare?c=ru&q=permit');
    await expect(page.getByText(/Not found in our sources/).first()).toBeVisible();
  });

  test('say aloud what is compared, when that changes', async ({ page }) => {
    await settings(page);
    await page.goto('/countries/compare?c=lv,se&q=reflection');
    const told = page.locator('#content').getByRole('status');
    await expect(told).toHaveText('Reflection and recovery period · Latvia, Sweden');
    await page.getByRole('combobox', { name: 'Question' }).selectOption({ label: 'Compensation' });
    await expect(told).toHaveText('Compensation · Latvia, Sweden');
    await page.locator('summary', { hasText: 'Choose countries' }).press('Enter');
    await page.getByRole('checkbox', { name: 'Estonia' }).press('Space');
    await expect(told).toHaveText('Compensation · Latvia, Estonia, Sweden');
    await expect(page.getByRole('checkbox', { name: 'Estonia' })).toBeFocused();
  });

  test('can be opened as a country page is, beside the countries', async ({ page }) => {
    await settings(page);
    await page.goto('/countries/compare');
    await expect(heading(page)).toHaveText('Compare countries');
    await page.goto('/countries/lv');
    await expect(heading(page)).toHaveText('Latvia');
  });
});

test.describe('practices and law', () => {
  test('practices are narrowed by country, year and theme in the address', async ({ page }) => {
    await settings(page);
    await page.goto('/practices');
    await expect(page.getByText(/^\d+ practices$/)).toBeVisible();
    await page.getByRole('combobox', { name: 'Country' }).selectOption('dk');
    await page.getByLabel('Theme').selectOption('health');
    await expect(page).toHaveURL(/country=dk&theme=health/);
    await expect(page.getByRole('heading', { name: 'Mobile health clinics' })).toBeVisible();
    await page.reload();
    const { practices } = JSON.parse(readFileSync('data/practices.json', 'utf8')) as {
      practices: { country: string; themes: string[] }[];
    };
    const fitting = practices.filter(({ country, themes }) => country === 'dk' && themes.includes('health'));
    await expect(page.getByRole('article')).toHaveCount(fitting.length);
  });

  test('law stands by date, and an instrument can be linked to', async ({ page }) => {
    await settings(page);
    await page.goto('/guides/law#directive-2011-36');
    await expect(page.locator('#directive-2011-36')).toBeInViewport();
    await expect(page.locator('#directive-2011-36')).toContainText('Changed by');
    const years = await page
      .getByRole('main')
      .locator('section[id]')
      .evaluateAll((all) =>
        all.map((one) => Number(/(19|20)\d\d(?!.*)/.exec(one.querySelector('p')?.textContent ?? '')?.[0])),
      );
    expect(years).toEqual([...years].sort((a, b) => a - b));
  });
});

test.describe('the search', () => {
  for (const [text, group, name] of [
    ['debt bondage', /term/, 'debt bondage'],
    ['teacher', /guide/, 'Teacher'],
    ['mobile health clinics', /practice/, 'Mobile health clinics'],
    ['Palermo Protocol', /guide/, /Palermo Protocol/],
    ['inimkaubandus', /term/, 'trafficking in human beings'],
  ] as const) {
    test(`finds ${text}`, async ({ page }) => {
      await settings(page);
      await page.goto(`/search?q=${encodeURIComponent(text)}`);
      const found = page.getByRole('region', { name: group });
      await expect(found.getByRole('link', { name, exact: typeof name === 'string' }).first()).toBeVisible();
    });
  }

  test('leads to the term', async ({ page }) => {
    await settings(page);
    await page.goto('/search?q=debt%20bondage');
    await page.getByRole('region', { name: /term/ }).getByRole('link', { name: 'debt bondage' }).click();
    await expect(heading(page)).toHaveText('Glossary');
    await expect(page.locator('#debt-bondage')).toBeInViewport();
  });
});

test.describe('the frame', () => {
  test('has its five places, and the settings beside the search', async ({ page }) => {
    await settings(page);
    await page.goto('/');
    const places = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
    await expect(places).toHaveText(['Home', 'Countries', 'Plan', 'Guides', 'Kept']);
    await page.getByRole('banner').getByRole('link', { name: 'Settings' }).click();
    await expect(heading(page)).toHaveText('Settings');
  });

  test('says where one is also in what the guides lead to', async ({ page }) => {
    await settings(page);
    for (const path of ['/guides/roles/police', '/glossary', '/countries/compare']) {
      await page.goto(path);
      await expect(page.locator('nav [aria-current="page"]')).toHaveText('Guides');
    }
  });

  for (const language of ['en', 'et', 'lv', 'lt']) {
    test(`fits 320 px in ${language}`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 568 });
      await settings(page, { language });
      await page.goto('/');
      await expect(page.getByRole('banner').getByRole('button')).toBeVisible();
      const boxes = await page
        .getByRole('banner')
        .locator('a, button')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
      expect(boxes).toHaveLength(4);
      for (const [i, box] of boxes.entries()) {
        expect(box.right).toBeLessThanOrEqual(320);
        expect(box.left).toBeGreaterThanOrEqual(boxes[i - 1]?.right ?? 0);
      }
      expect(boxes[0]?.width).toBeGreaterThan(48);
    });
  }
});

const KINDS = [
  '/guides',
  '/guides/roles/police',
  '/guides/measures/4',
  '/guides/indicators?form=labour&step=1',
  '/guides/municipalities',
  '/guides/law',
  '/countries/compare?c=lv,se&q=contact,assistance,statistics',
  '/glossary?q=child',
  '/practices?country=lv',
];

test.describe('in another language', () => {
  const point = 'g-act-2';
  const { texts } = JSON.parse(readFileSync('data/translations/lt/points.json', 'utf8')) as {
    texts: Record<string, { text: string }>;
  };
  const { points } = JSON.parse(readFileSync('data/guides/points/actions.json', 'utf8')) as {
    points: { id: string; text: string }[];
  };
  const lithuanian = texts[point]?.text ?? '';
  const english = points.find(({ id }) => id === point)?.text ?? '';

  test('a guide speaks it, says that this is a draft, and has the source one tap away', async ({ page }) => {
    await settings(page, { language: 'lt' });
    await page.goto('/guides/first-contact');
    const item = page.getByRole('listitem').filter({ hasText: lithuanian }).first();
    await expect(item).toBeVisible();
    await expect(page.getByText('Mūsų juodraštinis vertimas')).toHaveCount(1);
    // What is ticked is named by what is read.
    await expect(page.getByRole('checkbox', { name: lithuanian })).toHaveCount(1);
    await page.getByRole('button', { name: 'Kaip šaltinyje, angliškai' }).click();
    await expect(
      page
        .locator('[lang="en"]')
        .filter({ hasText: english.slice(0, 30) })
        .first(),
    ).toBeVisible();
    await expect(item).toHaveCount(0);
    await page.getByRole('button', { name: 'Vertimas' }).click();
    await expect(item).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });

  for (const path of ['/guides/first-contact', '/countries/compare']) {
    test(`${path} says that some of it is in English, and marks each such text`, async ({ page }) => {
      await settings(page, { language: 'lt', country: 'lt' });
      await page.goto(path);
      await expect(page.getByText('EN: anglų kalba')).toBeVisible();
      const untranslated = page.locator('#content li span[lang="en"]').filter({ hasText: /\w+ \w+ \w+ \w+/ });
      await expect(untranslated.first()).toBeAttached();
      const marks = await untranslated.evaluateAll((all) => all.map((one) => one.nextElementSibling?.textContent));
      expect(new Set(marks)).toEqual(new Set(['EN']));
    });
  }
});

test.describe('for everyone', () => {
  for (const theme of ['light', 'dark', 'contrast']) {
    test(`axe finds nothing in ${theme}`, async ({ page }) => {
      test.setTimeout(400_000);
      await settings(page, { theme });
      for (const path of KINDS) {
        await page.goto(path);
        await expect(page.locator('#content h1')).toBeVisible();
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        const found = await violations(page);
        expect(found, path).toEqual([]);
      }
    });
  }

  test('axe finds nothing in the table and in the pop-up', async ({ page }) => {
    await settings(page);
    await page.goto('/guides/measures/4');
    await page.locator('button[aria-haspopup="dialog"]').first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('/countries/compare');
    await expect(page.getByRole('table')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });

  test('fits 320 px with text twice as large', async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 320, height: 568 });
    await settings(page, { textScale: 2 });
    for (const path of KINDS) {
      await page.goto(path);
      await expect(page.locator('#content h1')).toBeVisible();
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
    }
  });

  test('on paper nothing that may run over a sheet is a grid, which would be printed over what follows', async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await settings(page);
    for (const path of [...KINDS, '/countries/compare', '/countries/compare?q=line,shelter,police,statistics']) {
      await page.goto(path);
      await expect(page.locator('#content h1')).toBeVisible();
      if (!(await page.getByRole('button', { name: 'Print' }).first().isVisible())) continue;
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await page.emulateMedia({ media: 'print' });
      const tall = await page.evaluate(() =>
        [...document.querySelectorAll('#content [class*="_sheet_"] *')]
          .filter((one) => getComputedStyle(one).display === 'grid' && one.getBoundingClientRect().height > 500)
          .map((one) => `${one.tagName} ${one.className} ${one.textContent?.slice(0, 40)}`),
      );
      await expect(page.locator('[class*="_sheet_"]')).toHaveCount(1);
      expect.soft(tall, path).toEqual([]);
      await page.emulateMedia({ media: null });
    }
  });

  for (const role of ['police', 'health', 'social-worker', 'prosecutor-judge', 'consular']) {
    test(`the checklist of ${role} prints on one sheet`, async ({ page }) => {
      await settings(page);
      await page.goto(`/guides/roles/${role}`);
      await expect(page.getByRole('region', { name: 'First hour' })).toBeVisible();
      await page.emulateMedia({ media: 'print' });
      await expect(page.getByText(/^Harbour, edition \d+/)).toBeVisible();
      await expect(page.getByRole('heading', { name: 'First weeks' })).toBeVisible();
      const margin = '10mm';
      const pdf = await page.pdf({
        format: 'A4',
        margin: { top: margin, bottom: margin, left: margin, right: margin },
      });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    });
  }
});

offlineTest('everything is there without a network', async ({ site, phone }) => {
  const page = await phone.open('/');
  await expect.poll(() => cached(page), { timeout: 60_000 }).toBeGreaterThanOrEqual(listed(site.dist));
  await site.stop();
  for (const [path, name] of [
    ['/guides', 'Guides'],
    ['/guides/roles/teacher', 'Teacher'],
    ['/guides/law', 'International law'],
    ['/countries/compare', 'Compare countries'],
    ['/glossary', 'Glossary'],
    ['/practices', 'Good practices'],
  ] as const) {
    await page.goto(path);
    await expect(heading(page)).toHaveText(name);
    await expect(page.getByRole('main').locator('li, article').first()).toBeVisible();
  }
});

test('a guide opened by its address asks for its pack while the directory is still coming', async ({ page }) => {
  await settings(page);
  let letThrough: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(/\/data\/lv\..*\.json$/, async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest(/\/data\/guides\..*\.json$/);
  await page.goto('/guides/roles/police');
  await asked;
  letThrough();
  await expect(heading(page)).toHaveText('Police officer');
});

test('parts that cannot be had are asked for again by the button', async ({ page }) => {
  await settings(page);
  let broken = true;
  await page.route(/\/data\/practices\..*\.json$/, (route) => (broken ? route.abort() : route.continue()));
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'serviceWorker', { get: () => undefined });
  });
  await page.goto('/practices');
  await expect(page.getByRole('alert')).toContainText('not on this device yet');
  await expect(page.getByRole('main').locator('a[href="tel:112"]').first()).toBeVisible();
  broken = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(/^\d+ practices$/)).toBeVisible();
});
