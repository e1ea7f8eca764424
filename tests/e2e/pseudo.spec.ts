/** Every screen in a language that is longer than any other: nothing on it is written in the code, and nothing breaks. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { MARKS, pseudoModule } from '../fixtures/pseudo.ts';

/** The language whose files the other one takes the place of. */
const LANGUAGE = 'de';

const SCREENS = [
  '/',
  '/search',
  '/search?q=shelter',
  '/search?q=passport%20taken',
  '/countries',
  '/countries/lv',
  '/countries/ru',
  '/countries/compare?countries=lv,lt&questions=1,2',
  '/countries/networks',
  '/referral',
  '/referral?found=lv&origin=ro&age=child&form=labour',
  '/referral/note?found=lv&origin=ro',
  '/referral/answer',
  '/missions?q=ro',
  '/responders',
  '/responders?country=is&need=work',
  '/responders/lv-patverums-drosa-maja',
  '/responders/nobody',
  '/guides',
  '/guides/roles/police',
  '/guides/indicators',
  '/first-words',
  '/glossary',
  '/practices',
  '/workspace',
  '/workspace/exchange',
  '/workspace/contacts/new',
  '/workspace/backup',
  '/workspace/lock',
  '/workspace/corrections',
  '/workspace/visits/new',
  '/settings',
  '/about',
  '/changes',
  '/nowhere',
];

/** What is called the same in all languages. */
const NAMES = ['vCard', 'Harbour'];

/** Every text of the published data: names, labels and facts are no literals of the code. */
function textsOfData(): string[] {
  const texts = new Set<string>();
  const add = (value: unknown) => {
    if (typeof value === 'string') texts.add(value.trim());
    else if (value && typeof value === 'object') for (const below of Object.values(value)) add(below);
  };
  for (const name of readdirSync('public/data')) {
    if (/^(?!search\.).*\.json$/.test(name)) add(JSON.parse(readFileSync(`public/data/${name}`, 'utf8')));
  }
  // What happened is in the tables of the search.
  add(JSON.parse(readFileSync('data/happenings.json', 'utf8')));
  return [...texts].filter((text) => /\p{L}/u.test(text) && text.length < 1000);
}

/** Words that the browser writes: days, months, languages, what stands between parts of a list. */
function wordsOfBrowser(): string[] {
  const days = Array.from({ length: 366 }, (_, day) => new Date(2024, 0, 1 + day));
  const written = (['long', 'short'] as const).flatMap((style) =>
    days.map((day) => day.toLocaleDateString(LANGUAGE, { weekday: style, month: style, day: 'numeric' })),
  );
  const languages = new Intl.DisplayNames(LANGUAGE, { type: 'language' });
  const regions = new Intl.DisplayNames(LANGUAGE, { type: 'region' });
  const named = [...LANGUAGES.flatMap((code) => languages.of(code) ?? []), regions.of('EU') ?? ''];
  const words = [...written, ...named].flatMap((text) => text.match(/\p{L}+/gu) ?? []);
  return [...new Set([...words, ...NAMES, 'und', 'oder', 'Uhr'])];
}

interface Faults {
  literals: string[];
  cut: string[];
  overlapping: string[];
  wide: number;
}

function faults(page: Page, known: { texts: string[]; words: string[]; marks: string }): Promise<Faults> {
  return page.evaluate(({ texts, words, marks }) => {
    const data = new Set(texts);
    const browser = new Set(words);
    const isSaid = (text: string) => [...marks].some((mark) => text.includes(mark));
    const isOther = (element: Element | null) => {
      const owner = element?.closest('[lang]');
      return owner !== null && owner !== undefined && owner !== document.documentElement;
    };
    // Names of hosts and codes of countries and languages are nobody's words.
    const plain = (text: string) => text.replace(/[\w-]+(\.[\w-]+)+\.?/g, '').replace(/\b[A-Z]{2}\b/g, '');
    const isKnown = (text: string): boolean =>
      isSaid(text) ||
      data.has(text.trim()) ||
      // Labels and names in a row.
      text.split(/ · |, /).every((part) => part === '' || data.has(part.trim())) ||
      (plain(text).match(/\p{L}{2,}/gu) ?? []).every((word) => browser.has(word) || data.has(word));
    const root = document.getElementById('app') as HTMLElement;
    const all = [...root.querySelectorAll<HTMLElement>('*')];
    const literals = all.flatMap((element) => {
      if (isOther(element) || element.closest('svg, script, style')) return [];
      const own = [...element.childNodes].flatMap((node) =>
        node.nodeType === Node.TEXT_NODE ? [node.textContent ?? ''] : [],
      );
      const named = ['aria-label', 'placeholder', 'title', 'alt'].flatMap((name) => element.getAttribute(name) ?? []);
      return [...own, ...named].filter((text) => !isKnown(text));
    });
    const shown = all.filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      // What only a screen reader hears is one pixel wide.
      // What lies far below is not laid out yet.
      const drawn = element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
      return width > 2 && height > 2 && drawn;
    });
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} ${(element.textContent ?? '').slice(0, 60)}`;
    const cut = shown
      .filter((element) => {
        const { overflowX, display } = getComputedStyle(element);
        const clips = ['hidden', 'clip'].includes(overflowX) || element.matches('button, a, summary, label');
        const isBox = !['inline', 'contents'].includes(display);
        // A long name of a responder may be cut where its number must not be.
        return clips && isBox && isSaid(element.textContent ?? '') && element.scrollWidth > element.clientWidth + 1;
      })
      .map(name);
    const pressed = shown.filter(
      (element) => element.matches('a, button, input, select, textarea, summary') && !element.closest('svg'),
    );
    const staying = all.filter((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position));
    const stays = (element: Element) => staying.some((one) => one.contains(element));
    const boxes = pressed
      .filter((element) => !stays(element))
      // A link in a line of text has a box for each of its lines.
      .flatMap((element) => [...element.getClientRects()].map((box) => ({ element, box })));
    const overlapping = boxes.flatMap(({ element, box }, i) =>
      boxes.slice(i + 1).flatMap((other) => {
        if (element.contains(other.element) || other.element.contains(element)) return [];
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        return across > 2 && down > 2 ? [`${name(element)} | ${name(other.element)}`] : [];
      }),
    );
    return {
      literals: [...new Set(literals)],
      cut: [...new Set(cut)],
      overlapping: [...new Set(overlapping)].slice(0, 10),
      wide: document.documentElement.scrollWidth,
    };
  }, known);
}

test.use({ viewport: { width: 320, height: 640 }, isMobile: false, hasTouch: false });

const known = { texts: textsOfData(), words: wordsOfBrowser(), marks: MARKS };
const body = pseudoModule();

for (const address of SCREENS) {
  test(`${address} takes all its words from the messages, and has room for longer ones`, async ({ page }) => {
    await page.route(`**/assets/lang-${LANGUAGE}-*.js`, (route) =>
      route.fulfill({ body, contentType: 'text/javascript' }),
    );
    await page.addInitScript(
      (language) => localStorage.setItem('harbour.settings', JSON.stringify({ country: 'lv', language })),
      LANGUAGE,
    );
    await page.goto(address);
    await expect(page.locator('#app h1').first()).toBeAttached();
    await page.waitForLoadState('networkidle');
    // What is folded away is read, too.
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await faults(page, known)).toEqual({ literals: [], cut: [], overlapping: [], wide: 320 });
  });
}
