import { type Locator, type Page, test as plain } from '@playwright/test';
import { violations } from './axe.ts';
import { expect, test } from './harbour.ts';

/** The settings as the app keeps them, from the very first page on. */
async function settings(page: Page, change: Record<string, unknown> = {}) {
  await page.addInitScript((value) => localStorage.setItem('harbour.settings', JSON.stringify(value)), {
    language: 'en',
    ...change,
  });
}

/** The case at hand as the tab knows it: the address and the history say nothing of it. */
const query = (page: Page) =>
  page.evaluate(() => {
    const { case: id, ...entry } = (history.state ?? {}) as { case?: string; ask?: string };
    const known = JSON.parse(sessionStorage.getItem(`harbour.case.${id}`) ?? '{}') as { key?: string };
    return `?${[known.key, entry.ask && `ask=${entry.ask}`].filter(Boolean).join('&')}`;
  });
const step = (page: Page, id: string): Locator => page.locator(`[data-step="${id}"]`);
const tick = (page: Page, id: string): Locator => step(page, id).getByRole('checkbox');
const steps = (page: Page): Locator => page.locator('[data-step]');
const heading = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name });

const GIRL =
  '/referral?found=se&age=child&sex=female&form=begging&origin=ro&lang=ro&police=later&home=later&role=social-worker';
const WARD =
  '/referral?role=health&found=pl&place=gdansk&danger=1&injured=1&age=adult&sex=female&form=sexual&origin=ua&lang=uk&police=no';
const WAY_HOME = '/referral?found=de&age=adult&sex=female&form=sexual&origin=lv&lang=lv&police=yes&home=yes&role=ngo';

plain.describe('the conversation', () => {
  plain.beforeEach(({ page }) => settings(page));

  plain('asks one question a screen, keeps every answer back and forth, and ends in the plan', async ({ page }) => {
    plain.slow();
    await page.goto('/referral');
    await expect(heading(page, 'Who are you?')).toBeVisible();
    await page.getByRole('radio', { name: 'NGO' }).check();
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(heading(page, 'In which country was the person found?')).toBeVisible();
    await expect(page.getByText('Why there is no field for a name')).toBeVisible();
    await expect(page.locator('input[type="text"], textarea')).toHaveCount(0);
    await page.getByRole('radio', { name: 'Romania' }).check();
    await page.getByRole('button', { name: 'Next' }).click();

    await expect(heading(page, 'Is there danger or injury?')).toBeVisible();
    await page.getByRole('group', { name: 'Is there danger now?' }).getByRole('radio', { name: 'Yes' }).check();
    await expect(page.getByRole('link', { name: '112 Call' })).toHaveAttribute('href', 'tel:112');
    await page.getByRole('button', { name: 'Next' }).click();

    await expect(heading(page, 'Who is it?')).toBeVisible();
    await page.getByRole('radio', { name: 'Not sure: perhaps a child' }).check();
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(heading(page, 'What is the person made to do?')).toBeVisible();
    // Nothing said: skipped.
    await page.getByRole('button', { name: 'Skip' }).click();
    await expect(heading(page, 'Where does the person come from?')).toBeVisible();
    await page.getByRole('radio', { name: 'Ukraine' }).check();

    // The browser's own way back leads through the questions and loses nothing that was said later.
    await page.goBack();
    await expect(heading(page, 'What is the person made to do?')).toBeVisible();
    await page.goBack();
    await expect(heading(page, 'Who is it?')).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Not sure: perhaps a child' })).toBeChecked();
    await expect.poll(() => query(page)).toContain('origin=ua');
    await page.goForward();
    await page.goForward();
    await expect(page.getByRole('radio', { name: 'Ukraine' })).toBeChecked();
    await page.getByRole('button', { name: 'Back' }).click();
    await expect(heading(page, 'What is the person made to do?')).toBeVisible();

    await page.getByRole('button', { name: 'Show the plan' }).click();
    await expect(heading(page, 'Referral plan')).toBeVisible();
    expect(await query(page)).toBe('?role=ngo&found=ro&danger=1&age=unsure&origin=ua');
    await expect(steps(page).first()).toHaveAttribute('data-step', 'danger.call');
    await expect(step(page, 'child.protect')).toContainText('Do not call the family first.');
    await expect(step(page, 'child.protect').getByRole('link', { name: /^Call .*, 119$/ })).toHaveAttribute(
      'href',
      'tel:119',
    );
  });

  plain('remembers who asks, and finds the place by what is typed, which stays nowhere', async ({ page }) => {
    await page.goto('/referral');
    await page.getByRole('radio', { name: 'Health care' }).check();
    await page.getByRole('link', { name: 'Settings' }).click();
    await expect(page.getByLabel('Who you are at work')).toHaveValue('health');

    await page.getByRole('navigation').getByRole('link', { name: 'Plan' }).click();
    await expect(heading(page, 'In which country was the person found?')).toBeVisible();
    await expect(page.getByLabel('Where in the country?')).toHaveCount(0);
    await page.getByRole('radio', { name: 'Poland' }).check();
    await page.getByLabel('Where in the country?').fill('gdnask');
    await page.getByRole('radio', { name: 'Gdańsk' }).check();
    await expect.poll(() => query(page)).toBe('?role=health&found=pl&place=gdansk&ask=found');
    expect(page.url()).not.toContain('gdnask');
    await page.getByRole('button', { name: 'Show the plan' }).click();
    // Who is in that town comes first.
    await expect(
      step(page, 'shelter.tonight').getByRole('link', { name: /^Call .*, \+48 58 511 01 21$/ }),
    ).toBeVisible();
    await expect(step(page, 'role.health')).toContainText('On your ward');

    // Another country is another place.
    await page.getByText('What you answered').click();
    await page.getByRole('link', { name: /^In which country/ }).click();
    await expect(page.getByRole('radio', { name: 'Gdańsk' })).toBeInViewport();
    await page.getByRole('button', { name: 'Another country' }).click();
    await page.getByRole('radio', { name: 'Latvia' }).check();
    await expect.poll(() => query(page)).toBe('?role=health&found=lv&ask=found');
  });

  plain('asks of several people how many they are, and what they differ in', async ({ page }) => {
    await page.goto('/referral?found=lt&form=labour&ask=person');
    await page.getByRole('radio', { name: 'Several people' }).check();
    await page.getByLabel('How many are they?').fill('11');
    await page
      .getByRole('group', { name: /^Woman or man/ })
      .getByRole('checkbox', { name: 'Man or boy' })
      .check();
    await page
      .getByRole('group', { name: /^Woman or man/ })
      .getByRole('checkbox', { name: 'Woman or girl' })
      .check();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('checkbox', { name: 'Ukraine' }).check();
    await page.getByRole('checkbox', { name: 'Romania' }).check();
    await page.getByRole('button', { name: 'Show the plan' }).click();
    expect(await query(page)).toBe('?found=lt&people=several&count=11&sex=male,female&form=labour&origin=ua,ro');
    await expect(page.locator('[data-step^="counterpart"]')).toHaveCount(2);
    await expect(page.locator('summary', { hasText: '11 people' })).toBeVisible();

    // Those of each country of origin are in the list of everybody, and the note can go to each.
    await page.getByRole('button', { name: /^Everybody in this plan/ }).click();
    for (const country of ['Lithuania', 'Ukraine', 'Romania'])
      await expect(page.locator('#people').getByRole('heading', { name: country, exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'Handover note' }).last().click();
    await page.locator('summary', { hasText: 'To whom' }).click();
    await page.getByRole('radio', { name: 'Counterpart in the country of origin: Romania' }).check();
    await expect(page.getByRole('article').first()).toContainText('To: counterpart, Romania');
    await expect(page.getByLabel('Language of the counterpart')).toHaveValue('ro');
    await expect(page.getByRole('link', { name: /ANITP/ }).first()).toBeVisible();
  });

  plain('hands the focus on where what was pressed goes away, and says what came of it', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Finland', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Whom to call in Finland' })).toBeVisible();
    // A bar that is not there is no landmark.
    await expect(page.getByRole('region', { name: /^New/ })).toHaveCount(0);
    await page.goto('/referral?found=fi&ask=found');
    await page.getByRole('button', { name: 'Another country' }).press('Enter');
    await expect(page.getByRole('radio', { name: 'Sweden' })).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Finland' })).toBeFocused();

    const box = page.getByRole('searchbox', { name: 'Where in the country?' });
    const told = page.locator('#content').getByRole('status');
    await box.fill('Kuop');
    await expect(told).toHaveText('1 place fits');
    await box.press('Enter');
    await expect(told).toHaveText('Kuopio');
    await page
      .getByRole('group', { name: 'Where in the country?' })
      .getByRole('radio', { name: 'Not said' })
      .press('Space');
    await expect(box).toBeFocused();
    await expect(told).toHaveText('');

    await page.getByRole('button', { name: 'Show the plan' }).press('Enter');
    const box1 = page.getByRole('checkbox').first();
    await box1.press('Space');
    await expect(page.getByText(/^1 of \d+ steps done$/)).toBeVisible();
    await page.getByRole('button', { name: 'Clear ticks' }).press('Enter');
    await expect(page.getByText(/^0 of \d+ steps done$/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Print' })).toBeFocused();
    await box1.press('Space');
    await expect(page.getByText(/^1 of \d+ steps done$/)).toBeVisible();

    await page.locator('summary').first().press('Enter');
    await page.getByRole('link', { name: /^Where does the person come from/ }).press('Enter');
    await page.getByRole('radio', { name: 'Ukraine' }).press('Space');
    await page.getByRole('button', { name: 'Show the plan' }).press('Enter');
    await page.getByRole('button', { name: 'Seen' }).press('Enter');
    await expect(page.getByRole('button', { name: /^Now/ })).toBeFocused();
  });

  plain('takes up where an address leaves off, and passes over what it does not know', async ({ page }) => {
    await page.goto('/referral?found=lv&origin=atlantis&name=Ana&ask=origin');
    await expect(heading(page, 'Where does the person come from?')).toBeVisible();
    await page.getByRole('radio', { name: 'Estonia' }).check();
    await expect.poll(() => query(page)).toBe('?found=lv&origin=ee&ask=origin');
  });

  plain('by keyboard, one press leads over all the questions to the calls', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(WARD);
    const over = page.getByRole('button', { name: 'Show the plan' });
    await over.focus();
    await expect(over).toBeInViewport();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Call 112' }).first()).toBeFocused();
  });

  plain('stands beside the plan where there is room, and each answer is seen in it', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('/referral');
    await expect(page.getByText('The plan appears here with the first answer.')).toBeVisible();
    await page.getByRole('group', { name: 'Found in' }).getByRole('radio', { name: 'Sweden' }).check();
    await expect(step(page, 'line.call')).toBeVisible();
    await page.getByRole('group', { name: 'Comes from' }).getByRole('radio', { name: 'Ukraine' }).check();
    await expect(step(page, 'ukraine.temporary-protection')).toBeVisible();
    await expect.poll(() => query(page)).toBe('?found=se&origin=ua');
  });
});

plain.describe('the plan', () => {
  plain.beforeEach(({ page }) => settings(page));

  plain('is ticked, and ticks, days and plan are there after a reload, until they are taken back', async ({ page }) => {
    await page.goto(GIRL);
    await expect(step(page, 'child.protect')).toContainText('Next');
    await tick(page, 'child.protect').check();
    await expect(step(page, 'child.hold')).toContainText('Next');
    await page.getByRole('button', { name: /^Days that count/ }).click();
    await page.getByLabel('Day the time to recover began').fill('2026-11-24');
    await expect(step(page, 'reflection.ask-child')).toContainText('until 24 December 2026');
    // Nothing is kept before one asks for it, and yet a reload loses nothing.
    await expect(page.getByRole('button', { name: 'Keep', exact: true })).toBeVisible();
    await page.reload();
    await expect(tick(page, 'child.protect')).toBeChecked();
    await expect(step(page, 'reflection.ask-child')).toContainText('until 24 December 2026');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    // Its name says how it stands: one that is pressed as well would be heard as forgotten.
    await expect(page.getByRole('button', { name: 'Kept: forget' })).not.toHaveAttribute('aria-pressed');

    await page.reload();
    await expect(tick(page, 'child.protect')).toBeChecked();
    await expect(page.getByRole('status').filter({ hasText: /^1 of \d+ steps done$/ })).toBeVisible();
    await expect(step(page, 'reflection.ask-child')).toContainText('until 24 December 2026');
    // Nothing of it is in the address.
    expect(new URL(page.url()).pathname + new URL(page.url()).search + new URL(page.url()).hash).toBe('/referral');

    await page.goto('/workspace');
    await page.getByRole('link', { name: /Sweden · Romania · Child/ }).click();
    await expect(tick(page, 'child.protect')).toBeChecked();
    await page.getByRole('button', { name: 'Clear ticks' }).click();
    await expect(tick(page, 'child.protect')).not.toBeChecked();
    await page.getByRole('button', { name: 'Kept: forget' }).click();
    // It says "kept" for as long as it stands in the database.
    await expect(page.getByRole('button', { name: 'Keep', exact: true })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Keep', exact: true })).toBeEnabled();
    await expect(page.getByLabel('Day the time to recover began')).toHaveValue('');
  });

  plain('shows and says what a new answer changes, and keeps the ticks', async ({ page }) => {
    await page.goto(GIRL);
    await tick(page, 'talk.explain').check();
    await page.getByText('What you answered').click();
    await page.getByRole('link', { name: /^Who is it\?/ }).click();
    await page.getByRole('radio', { name: 'Adult', exact: true }).check();
    // What is read out is what comes into a place that was there before it.
    await page.evaluate(() => {
      const words = 'The plan has changed.';
      const came: string[] = [];
      Object.assign(window, { came });
      new MutationObserver((records) => {
        for (const { target, addedNodes } of records) {
          if (![...addedNodes].some((node) => node.textContent?.includes(words))) continue;
          came.push((target as Element).closest('[role=status]') ? 'alone' : 'with its place');
        }
      }).observe(document, { childList: true, subtree: true });
    });
    await page.getByRole('button', { name: 'Show the plan' }).click();

    const change = page.getByRole('status').filter({ hasText: 'The plan has changed.' });
    await expect(change).toContainText(/steps are new · .*steps are gone/);
    expect(await page.evaluate(() => (window as unknown as { came: string[] }).came)).toEqual(['alone']);
    await expect(step(page, 'consent.ask')).toContainText('New');
    await expect(step(page, 'child.protect')).toHaveCount(0);
    await change.getByText('What is gone').click();
    await expect(change).toContainText('Call child protection now');
    await expect(tick(page, 'talk.explain')).toBeChecked();
    await change.getByRole('button', { name: 'Seen' }).click();
    await expect(change).toHaveCount(0);
    await expect(step(page, 'consent.ask')).not.toContainText('New');
  });

  for (const [width, height] of [
    [390, 844],
    [320, 568],
  ] as const) {
    plain(`says whom to call before anything else, in the first screen: ${width} × ${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.goto(WARD);
      const calls = page.getByRole('region', { name: 'Whom to call now' });
      await expect(calls.getByRole('link')).toHaveCount(3);
      for (const link of await calls.getByRole('link').all()) await expect(link).toBeInViewport({ ratio: 1 });
      await expect(calls.getByRole('link', { name: 'Call 112' })).toHaveAttribute('href', 'tel:112');
      await expect(calls.getByRole('link', { name: /22 628 01 20/ })).toBeVisible();
      await expect(calls.getByRole('link', { name: /^Find a safe place for tonight: Call / })).toBeVisible();
      // The town's own crisis centre stands in the step.
      await expect(step(page, 'shelter.tonight')).toContainText('58 511 01 21');
      // Now and today stand open, what comes later is a line with its count.
      await expect(step(page, 'rights.tell')).toBeVisible();
      await expect(step(page, 'lawyer.early')).toBeHidden();
      await page.getByRole('button', { name: /^In the coming days \d+ steps$/ }).click();
      await expect(step(page, 'lawyer.early')).toBeVisible();
    });
  }

  plain('says whose number it is, and no step that says "call" is without one', async ({ page }) => {
    for (const found of ['ru', 'de', 'ua']) {
      await page.goto(`/referral?role=teacher&found=${found}&age=child&danger=1&injured=1&origin=ro`);
      const calling = steps(page).filter({ has: page.getByRole('heading', { level: 3, name: /^Call / }) });
      await expect(calling.first()).toBeVisible();
      for (const one of await calling.all()) expect(await one.locator('a[href^="tel:"]').count()).toBeGreaterThan(0);
      // In a list of links, too, each call says whose number it is, but for the alarm.
      const names = await step(page, 'line.call')
        .getByRole('link', { name: 'Call' })
        .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')));
      for (const name of names) expect(name).toMatch(/^Call \p{L}.*, [+\d]/u);
    }
  });

  plain('says why, by which measure and from which pages', async ({ page }) => {
    await page.goto(GIRL);
    const protect = step(page, 'child.protect');
    await protect.getByRole('button', { name: 'Why, and what it rests on' }).click();
    await expect(protect).toContainText('Measure 1');
    await protect
      .getByText(/sources?, /)
      .first()
      .click();
    await expect(protect.getByRole('link', { name: /jamstalldhetsmyndigheten/ }).first()).toBeVisible();
    // The guidance arrives by itself.
    const alone = step(page, 'talk.explain');
    await alone.getByRole('button', { name: 'Why, and what it rests on' }).click();
    await expect(alone).toContainText('Say at each step what is happening now and what comes next');
  });

  plain('puts the responders of both countries side by side, as dialled from where one stands', async ({ page }) => {
    await page.goto(WAY_HOME);
    const people = page.getByRole('region', { name: 'Everybody in this plan' });
    await people.getByRole('button', { name: /^Everybody in this plan/ }).click();
    await expect(people.getByRole('heading', { level: 3 })).toHaveText(['Germany', 'Latvia']);
    await expect(people.getByRole('article').getByRole('link', { name: 'Call +371 67 898 343' })).toBeVisible();
    await expect(step(page, 'line.call').getByRole('link', { name: /116 016/ })).toBeVisible();
  });

  plain('leaves out the short numbers of a country one does not stand in', async ({ page }) => {
    await settings(page, { country: 'lv' });
    await page.goto(WAY_HOME);
    await expect(step(page, 'line.call').getByRole('link', { name: /^Call KOK.*, \+49 30 26391176$/ })).toBeVisible();
    await expect(page.locator('#content').getByText('116 016')).toHaveCount(0);
  });

  plain('is for where one stands, says so, and is made anew for who is there after all', async ({ page }) => {
    await settings(page, { country: 'lv' });
    await page.goto(WAY_HOME);
    await expect(step(page, 'other-side.home')).toBeVisible();
    await expect(step(page, 'talk.alone')).toHaveCount(0);
    await expect(page.getByText('You are in Latvia, the person in Germany')).toBeVisible();
    await page.getByRole('button', { name: 'I am in Germany as well' }).click();
    await expect(step(page, 'talk.alone')).toBeVisible();
    await expect(step(page, 'other-side.home')).toHaveCount(0);
  });

  plain('never names the consulate of a state that the person fears', async ({ page }) => {
    await page.goto('/referral?found=ee&age=adult&sex=female&form=sexual&origin=ru&fears=1&home=yes');
    await expect(step(page, 'own-state.no-embassy')).toBeVisible();
    await expect(page.locator('#content').getByText(/Crisis Management Centre/)).toHaveCount(0);
  });

  plain('is printed with its numbers first, on two sheets at most', async ({ page }) => {
    for (const address of [GIRL, WAY_HOME]) {
      await page.goto(address);
      await expect(step(page, 'talk.explain')).toBeVisible();
      await step(page, 'talk.explain').getByRole('button', { name: 'Why, and what it rests on' }).click();
      await expect(step(page, 'talk.explain')).toContainText('Say at each step what is happening now');
      const pdf = await page.pdf({
        format: 'A4',
        margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' },
      });
      const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g);
      expect(sheets?.length).toBeLessThanOrEqual(2);
    }
    await page.emulateMedia({ media: 'print' });
    // What is folded on the screen is on the paper.
    await expect(page.getByRole('button', { name: /^After the return/ })).toHaveAttribute('aria-expanded', 'false');
    await expect(step(page, 'after-return.follow-up')).toBeVisible();
    await expect(page.getByText('+371 67 898 343').first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Keep' })).toBeHidden();
    await expect(page.getByRole('navigation')).toBeHidden();
    // Numbers of two countries stand on one sheet: each says of which it is.
    const printed = page.locator('li:visible', { has: page.locator('strong') });
    await expect(printed.filter({ hasText: '+371 67 898 343' }).first()).toContainText('Latvia');
    await expect(printed.filter({ hasText: '116 016' }).first()).toContainText('Germany');
    await expect(printed.filter({ hasText: 'emergency number' }).first()).toContainText('Germany');
    // The arrow before a responder that was named before does not stand on a line by itself.
    const again = step(page, 'recover.own-plan').locator('li p').first();
    await expect(again).toHaveCSS('display', 'inline');
    await page.emulateMedia({ media: 'screen' });
    await page.goto('/referral?found=de&origin=other&age=adult&sex=male&form=labour&asylum=1');
    await expect(step(page, 'talk.explain')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(printed.filter({ hasText: 'emergency number' }).first()).not.toContainText('Germany');
  });

  plain(
    'is printed with a number first, from where no emergency number of that country can be rung',
    async ({ page }) => {
      await settings(page, { country: 'lv' });
      await page.goto(WAY_HOME);
      await expect(step(page, 'other-side.home')).toBeVisible();
      await page.emulateMedia({ media: 'print' });
      const first = page.locator('li:visible', { has: page.locator('strong') }).first();
      await expect(first).toHaveText('112 / 110 in Germany. Where you are: call 112.');
    },
  );
});

plain.describe('the note', () => {
  plain.beforeEach(({ page }) => settings(page));

  plain('is written in two languages side by side, and goes out without a name', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.addInitScript(() => {
      navigator.share = async (data) => void sessionStorage.setItem('shared', JSON.stringify(data));
    });
    await page.goto(WAY_HOME);
    await page.getByRole('link', { name: 'Handover note' }).first().click();
    await expect(heading(page, 'Handover note')).toBeVisible();
    const english = page.locator('article[lang="en"]');
    const latvian = page.locator('article[lang="lv"]');
    // Nothing is open: the finished note stands in the first screen, and what is ticked is seen to come into it.
    await expect(english.getByRole('heading').first()).toBeInViewport();
    const open = (name: string) => page.locator('summary', { hasText: name }).click();
    await open('To whom');
    await page.getByRole('radio', { name: /Latvia$/ }).check();
    await open('Urgency');
    await page.getByRole('radio', { name: 'Please answer within a week' }).check();
    await open('Done so far');
    await page.getByRole('checkbox', { name: 'A report was made to the police' }).check();
    await expect(page.getByRole('radio', { name: /Latvia$/ })).toBeHidden();
    await open('What we ask for');
    await page.getByRole('checkbox', { name: 'Someone to meet the person on arrival' }).check();
    await open('How to answer');
    await page.getByRole('checkbox', { name: 'By encrypted e-mail' }).check();
    // Whoever offers the telephone says which: a role and a number of their own, which is rung from abroad.
    await expect(page.getByLabel('Phone', { exact: true })).toHaveCount(0);
    await page.getByRole('checkbox', { name: 'By telephone, with the reference and no name' }).check();
    await page.getByLabel('Service and role, no name').fill('Duty officer');
    await page.getByLabel('Phone', { exact: true }).fill('030 1234567');
    await expect(page.getByText('Write it with + and the country code')).toBeVisible();
    await page.getByLabel('Phone', { exact: true }).fill('+49 30 1234567');
    await expect(page.getByText('Write it with + and the country code')).toBeHidden();
    const toRing = 'By telephone, with the reference and no name · Duty officer: +49 30 1234567';
    await expect(english).toContainText(toRing);
    await expect(latvian).toContainText('· Duty officer: +49 30 1234567');

    await expect(english).toContainText('Someone to meet the person on arrival');
    await expect(latvian).toContainText('Kāds, kas cilvēku sagaida ierodoties');
    await expect(latvian).toContainText('Vēlas atgriezties mājās');
    const code = (await english.textContent())?.match(/[2-9A-Z]{4}-[2-9A-Z]{4}/)?.[0] ?? '';
    await expect(latvian).toContainText(code);

    await page.getByRole('button', { name: 'Copy' }).click();
    await expect(page.getByText('Copied: both languages.')).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('Nodošanas ziņa'.toUpperCase());
    expect(copied).toContain('HANDOVER NOTE');
    // What is shared is the same text, and no link.
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const shared = await page.evaluate(() => JSON.parse(sessionStorage.getItem('shared') ?? '{}') as ShareData);
    expect(shared).toEqual({ title: code, text: copied });
    const mail = page.getByRole('link', { name: /drosa\.maja@gmail\.com/ });
    const href = new URL((await mail.getAttribute('href')) ?? '');
    expect(href.searchParams.get('subject')).toBe(code);
    expect(href.searchParams.get('body')).toContain(`End of note ${code}`);

    // The other language is the user's choice, and the note is there again after a reload.
    await page.getByLabel('Language of the counterpart').selectOption('lt');
    await expect(page.locator('article[lang="lt"]')).toContainText('Nori grįžti namo');
    await page.reload();
    await expect(english).toContainText(code);
    await open('Done so far');
    await expect(page.getByRole('checkbox', { name: 'A report was made to the police' })).toBeChecked();
  });

  plain('is found again by its code once the plan is kept, and nothing is kept before', async ({ page }) => {
    await page.goto(WAY_HOME.replace('?', '/note?'));
    const send = page.locator('#send');
    await expect(send.getByRole('button', { name: 'Keep', exact: true })).toHaveCount(0);
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect(send).toContainText(/Only this tab knows the reference [2-9A-Z]{4}-[2-9A-Z]{4}\./);
    const code = (await send.textContent())?.match(/[2-9A-Z]{4}-[2-9A-Z]{4}/)?.[0] ?? '';
    const other = await page.context().newPage();
    await settings(other);
    await other.goto('/workspace');
    await expect(other.getByRole('heading', { name: 'Nothing kept yet' })).toBeVisible();
    await send.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(send).toContainText(`The reference ${code} is kept with the plan.`);

    await other.reload();
    await expect(other.getByRole('link', { name: /Germany · Latvia/ })).toContainText(`Handover note ${code}`);
    for (const typed of [code, code.toLowerCase(), code.toLowerCase().replace('-', ''), code.slice(0, 4)]) {
      await other.getByRole('searchbox').fill(typed);
      const row = other.getByRole('list', { name: 'Search what you keep' }).getByRole('link');
      await expect(row).toHaveCount(1);
      await expect(row).toContainText(code);
    }
    await other.getByRole('list', { name: 'Search what you keep' }).getByRole('link').click();
    await other.getByRole('link', { name: 'Handover note' }).first().click();
    await expect(other.locator('article[lang="en"]')).toContainText(code);
  });

  plain('names whom one can only call, by the number that works from where one stands', async ({ page }) => {
    // At night, when no line beside it is known to be open.
    await page.clock.setFixedTime(new Date('2026-11-30T00:30:00Z'));
    await settings(page, { country: 'lv' });
    await page.goto('/referral/note?found=lv&origin=ro');
    const only = page.locator('#send').getByRole('listitem');
    await expect(only).toHaveCount(1);
    await expect(only).toContainText('A mailbox was not found in our sources.');
    await expect(only.getByRole('link', { name: /\+40 21 303 7080$/ })).toHaveAttribute('href', 'tel:+40213037080');
    await expect(page.locator('#send').getByRole('link', { name: /@/ })).toHaveCount(1);
  });

  plain('is not addressed to a state that the person fears', async ({ page }) => {
    await page.goto('/referral/note?found=de&origin=lv&fears=1');
    await expect(page.getByText('The note is not addressed there.')).toBeVisible();
    await page.locator('summary', { hasText: 'To whom' }).click();
    await expect(page.getByRole('radio', { name: /Germany$/ })).toBeChecked();
    await expect(page.getByRole('radio', { name: /Latvia$/ })).toHaveCount(0);
    await expect(page.getByRole('checkbox', { name: 'Through the consular post', includeHidden: true })).toHaveCount(0);
  });
});

test('all of it works without a network', async ({ site, phone }) => {
  test.slow();
  const page = await phone.open('/');
  await expect(page.getByRole('status').filter({ hasText: /Ready offline/ })).toBeVisible();
  await site.stop();
  await phone.close();

  const offline = await phone.open(GIRL);
  await expect(tick(offline, 'child.protect')).toBeVisible();
  await tick(offline, 'child.protect').check();
  await offline.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(offline.getByRole('button', { name: 'Kept: forget' })).toBeVisible();
  const alone = step(offline, 'talk.explain');
  await alone.getByRole('button', { name: 'Why, and what it rests on' }).click();
  await expect(alone).toContainText('Say at each step what is happening now and what comes next');
  await offline.reload();
  await expect(tick(offline, 'child.protect')).toBeChecked();
  await offline.getByRole('link', { name: 'Handover note' }).first().click();
  await offline.getByLabel('Language of the counterpart').selectOption('lt');
  await expect(offline.locator('article[lang="lt"]')).toContainText('Perdavimo pranešimas');
});

plain.describe('everybody can use it', () => {
  for (const theme of ['light', 'dark', 'contrast']) {
    plain(`no barrier is found in ${theme}`, async ({ page }) => {
      plain.slow();
      await settings(page, { theme });
      for (const address of [
        '/referral',
        '/referral?found=pl&danger=1&ask=safety',
        `${GIRL}&danger=1`,
        WAY_HOME.replace('?', '/note?'),
      ]) {
        await page.goto(address);
        await expect(page.locator('#content h1')).toBeVisible();
        await expect(
          page.locator('#content article, [data-step], fieldset').filter({ visible: true }).first(),
        ).toBeVisible();
        const found = await violations(page, '#content');
        expect(found.map(({ id, nodes }) => `${address} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      }
    });
  }

  plain('nothing is cut or scrolls sideways at 320 pixels with text twice as large', async ({ page }) => {
    await settings(page, { textScale: 2 });
    await page.setViewportSize({ width: 320, height: 568 });
    for (const address of ['/referral', GIRL, WAY_HOME.replace('?', '/note?')]) {
      await page.goto(address);
      await expect(page.locator('#content h1')).toBeVisible();
      await expect(
        page.locator('#content article, [data-step], fieldset').filter({ visible: true }).first(),
      ).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    }
  });
});
