/** The app's own screens that the search leads to: where they are, and the message that names them where they are opened. */
import type { ScreenName } from '../directory/codes.ts';
import type { Say } from '../i18n/say.ts';
import { words } from '../search/fold.ts';
import type { Hit } from '../search/types.ts';

interface Page {
  href: string;
  title: string;
}

/** Those that an edition has words for: they are found by what people type for them, in all languages. */
export const SCREEN_PAGES: Readonly<Record<ScreenName, Page>> = {
  'first-words': { href: '/first-words', title: 'home.words' },
  plan: { href: '/referral', title: 'home.met' },
  kept: { href: '/workspace', title: 'nav.kept' },
};

/**
 * Those that are found by what they are called in the language of the screens. They belong to the app, not to an edition,
 * and cost no table.
 */
const NAMED: readonly Page[] = [
  { href: '/guides', title: 'guidance.title' },
  { href: '/countries/compare', title: 'guidance.compare.title' },
  { href: '/glossary', title: 'guidance.glossary.title' },
  { href: '/practices', title: 'guidance.practices.title' },
  { href: '/guides/law', title: 'guidance.law.title' },
  { href: '/countries', title: 'countries.title' },
  { href: '/countries/networks', title: 'countries.networks.title' },
  { href: '/responders', title: 'responders.title' },
  { href: '/missions', title: 'responders.missions.title' },
  { href: '/workspace/exchange', title: 'workspace.exchange' },
  { href: '/settings', title: 'settings.title' },
  { href: '/about', title: 'about.title' },
  { href: '/changes', title: 'changes.title' },
];

const PAGES = new Map<string, Page>([
  ...Object.entries(SCREEN_PAGES),
  ...NAMED.map((page) => [page.href, page] as const),
]);

/** The screen of a hit; undefined for one that only a newer app has. */
export function pageOf({ id }: Pick<Hit, 'id'>): Page | undefined {
  return PAGES.get(id);
}

/** Fewer letters begin the name of too many screens. */
const LEAST_LETTERS = 4;

/** Screens by their name. */
export interface Named {
  hits: readonly Hit[];
  /** Whether the whole name of one was typed: who does that means the screen. */
  whole: boolean;
}

/**
 * The screens that are called so: every word that was typed begins a word of the name.
 * @param t what says the names; screens whose name it does not know yet are not found
 */
export function screensNamed(asked: string, t: Say): Named {
  const typed = wordsOf(asked);
  if (typed.join('').length < LEAST_LETTERS) return { hits: [], whole: false };
  const named = NAMED.map((page) => ({ ...page, name: t(page.title) })).filter(
    ({ title, name }) => name !== title && beginAll(typed, wordsOf(name)),
  );
  return {
    hits: named.map(({ href }) => ({ type: 'screen', id: href, country: 'eu', matches: [], reasons: [] })),
    whole: named.some(({ name }) => wordsOf(name).join(' ') === typed.join(' ')),
  };
}

function wordsOf(text: string): string[] {
  return words(text).map((word) => word.text);
}

/** Whether each typed word begins a word of the name, each another one. */
function beginAll(typed: readonly string[], name: readonly string[]): boolean {
  const left = [...name];
  return typed.every((word) => {
    const at = left.findIndex((other) => other.startsWith(word));
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
}
