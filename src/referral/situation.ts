/**
 * What the practitioner knows of a case, in codes only. There is no free text, no name, no date of birth and no
 * document here, and there must never be: the whole of it stands in the address of the screen.
 */
import { COUNTRIES, type CountryCode } from '../directory/codes.ts';

export const ROLES = [
  'police',
  'border-guard',
  'labour-inspector',
  'social-worker',
  'health',
  'ngo',
  'municipality',
  'consular',
  'other',
] as const;
export type Role = (typeof ROLES)[number];

/** One of the fourteen countries, another EU member, a country outside the EU that is not one of ours, or not known. */
export const ORIGINS = [...COUNTRIES, 'eu', 'other', 'unknown'] as const;
export type Origin = (typeof ORIGINS)[number];

/** Where the person was exploited as well; `none` when nowhere else (`no` is Norway). */
export const ELSEWHERES = [...COUNTRIES, 'eu', 'other', 'none'] as const;
export type Elsewhere = (typeof ELSEWHERES)[number];

/** `unsure` is treated as `child` by every rule. */
export const AGES = ['adult', 'child', 'unsure'] as const;
export type Age = (typeof AGES)[number];

export const SEXES = ['female', 'male', 'other'] as const;
export type Sex = (typeof SEXES)[number];

/** The forms of exploitation of the taxonomy, in its order. */
export const FORMS = [
  'sexual',
  'labour',
  'domestic-servitude',
  'forced-marriage',
  'criminality',
  'begging',
  'organ-removal',
] as const;
export type Form = (typeof FORMS)[number];

export const PEOPLE = ['one', 'several'] as const;
export type People = (typeof PEOPLE)[number];

/** A wish: `later` is "not yet", which is not a no. */
export const WISHES = ['yes', 'no', 'later'] as const;
export type Wish = (typeof WISHES)[number];

/** ISO 639 codes of languages that are offered, those of the fourteen countries first. */
export const SPOKEN = [
  'da',
  'et',
  'fi',
  'de',
  'is',
  'lv',
  'lt',
  'no',
  'pl',
  'ru',
  'sv',
  'bg',
  'ro',
  'uk',
  'en',
  'ar',
  'es',
  'fa',
  'fr',
  'hi',
  'ka',
  'ne',
  'pt',
  'rom',
  'so',
  'sq',
  'th',
  'ti',
  'tl',
  'tr',
  'ur',
  'uz',
  'vi',
  'zh',
] as const;
export type Spoken = (typeof SPOKEN)[number];

/** Every part may be missing: not asked, or skipped. */
export interface Situation {
  role?: Role;
  found?: CountryCode;
  origin?: Origin;
  elsewhere?: Elsewhere;
  people?: People;
  age?: Age;
  sex?: Sex;
  /** In the order of {@link FORMS}; absent when nothing is said, never empty. */
  form?: readonly Form[];
  danger?: boolean;
  injured?: boolean;
  police?: Wish;
  home?: Wish;
  stay?: Wish;
  /** Asks for protection (asylum). */
  asylum?: boolean;
  /** Fears the authorities of the own country. */
  fears?: boolean;
  lang?: Spoken;
}

export type Part = keyof Situation;

/** The parts in the order in which they are asked and printed, each with the values it can have. */
export const PARTS: { readonly [P in Part]-?: readonly string[] } = {
  role: ROLES,
  found: COUNTRIES,
  danger: ['1', '0'],
  injured: ['1', '0'],
  people: PEOPLE,
  age: AGES,
  sex: SEXES,
  form: FORMS,
  origin: ORIGINS,
  elsewhere: ELSEWHERES,
  lang: SPOKEN,
  police: WISHES,
  home: WISHES,
  stay: WISHES,
  asylum: ['1', '0'],
  fears: ['1', '0'],
};

const ORDER = Object.keys(PARTS) as Part[];

/**
 * Reads a situation from an address. Values that do not exist are passed over, so that an old or a mistyped link still opens.
 * @param query what follows the question mark, with or without it
 */
export function parseSituation(query: string): Situation {
  const params = new URLSearchParams(query);
  const found: Record<string, unknown> = {};
  for (const part of ORDER) {
    const asked = params.getAll(part).flatMap((value) => value.split(','));
    const values = PARTS[part].filter((value) => asked.includes(value));
    const first = asked.find((value) => PARTS[part].includes(value));
    if (first === undefined) continue;
    if (part === 'form') found[part] = values;
    else found[part] = isYesNo(part) ? first === '1' : first;
  }
  return found as Situation;
}

/** The situation as a query, without the question mark: always the same for the same answers; empty when nothing is said. */
export function printSituation(situation: Situation): string {
  return ORDER.flatMap((part) => {
    const values = valuesOf(situation, part);
    return values.length > 0 ? `${part}=${values.join(',')}` : [];
  }).join('&');
}

/** The values of one part as they stand in the address. */
export function valuesOf(situation: Situation, part: Part): readonly string[] {
  const value = situation[part];
  if (value === undefined) return [];
  if (typeof value === 'boolean') return [value ? '1' : '0'];
  if (typeof value === 'string') return [value];
  return FORMS.filter((form) => value.includes(form));
}

/** The situation with one part answered anew; no values takes the answer back. Values that do not exist are passed over. */
export function withAnswer(situation: Situation, part: Part, values: readonly string[]): Situation {
  const { [part]: _, ...others } = situation;
  return { ...others, ...parseSituation(`${part}=${values.join(',')}`) };
}

/** How many parts are answered. */
export function countAnswers(situation: Situation): number {
  return ORDER.filter((part) => valuesOf(situation, part).length > 0).length;
}

function isYesNo(part: Part): boolean {
  return PARTS[part].includes('1');
}
