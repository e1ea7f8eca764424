/**
 * What the practitioner knows of a case, in codes only. There is no free text, no name, no date of birth and no
 * document here, and there must never be: the whole of it can stand in a link.
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
  'call-taker',
  'teacher',
  'asylum-officer',
  'prosecutor',
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
  'illegal-adoption',
  'surrogacy',
] as const;
export type Form = (typeof FORMS)[number];

/** What somebody keeps from the person: a sign by itself, whatever the form. */
export const HELD = ['papers', 'wages'] as const;
export type Held = (typeof HELD)[number];

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

/** How many people at most: more is a raid, and its plan is the same. */
export const COUNTS = Array.from({ length: 98 }, (_, at) => String(at + 2));

/**
 * What several people differ in. `origin`, `age` and `sex` of a {@link Situation} are those of the first; the others
 * stand in `also`, each value once.
 */
export const SHARED = ['origin', 'age', 'sex'] as const;
export type Shared = (typeof SHARED)[number];

/** Every part may be missing: not asked, or skipped. */
export interface Situation {
  role?: Role;
  found?: CountryCode;
  /** A town or region of `places.json`, where the person is. */
  place?: string;
  origin?: Origin;
  elsewhere?: Elsewhere;
  people?: People;
  /** How many they are, when several. */
  count?: number;
  age?: Age;
  sex?: Sex;
  /** In the order of {@link FORMS}; absent when nothing is said, never empty. */
  form?: readonly Form[];
  /** In the order of {@link HELD}; absent when nothing is said, never empty. */
  held?: readonly Held[];
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
  /** What the others of several people are, beside the first. */
  also?: { origin?: readonly Origin[]; age?: readonly Age[]; sex?: readonly Sex[] };
}

export type Part = Exclude<keyof Situation, 'also'>;

/** A code of `places.json`; whether there is such a place is for the directory to say. */
const PLACE = /^[a-z][a-z-]{1,40}$/;

/**
 * The parts in the order in which they are asked and printed, each with the values it can have. A place can have more
 * values than a list holds: see {@link isValue}.
 */
export const PARTS: { readonly [P in Part]-?: readonly string[] } = {
  role: ROLES,
  found: COUNTRIES,
  place: [],
  danger: ['1', '0'],
  injured: ['1', '0'],
  people: PEOPLE,
  count: COUNTS,
  age: AGES,
  sex: SEXES,
  form: FORMS,
  held: HELD,
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

/** Whether a part can have this value. */
export function isValue(part: Part, value: string): boolean {
  return part === 'place' ? PLACE.test(value) : PARTS[part].includes(value);
}

/**
 * Reads a situation from an address. Values that do not exist are passed over, so that an old or a mistyped link still opens.
 * @param query what follows the question mark or the hash, with or without it
 */
export function parseSituation(query: string): Situation {
  const params = new URLSearchParams(query.replace(/^#/, ''));
  const found: Record<string, unknown> = {};
  const also: Record<string, readonly string[]> = {};
  for (const part of ORDER) {
    const asked = params.getAll(part).flatMap((value) => value.split(','));
    const [first, ...others] = [...new Set(asked)].filter((value) => isValue(part, value));
    if (first === undefined) continue;
    if (isList(part)) found[part] = PARTS[part].filter((value) => value === first || others.includes(value));
    else if (part === 'count') found[part] = Number(first);
    else found[part] = isYesNo(part) ? first === '1' : first;
    if (isShared(part) && others.length > 0) also[part] = others;
  }
  if (Object.keys(also).length > 0 || found.count !== undefined) found.people = 'several';
  if (Object.keys(also).length > 0) found.also = also;
  return found as Situation;
}

/** The situation as a query, without the question mark: always the same for the same answers; empty when nothing is said. */
export function printSituation(situation: Situation): string {
  return ORDER.flatMap((part) => {
    const values = valuesOf(situation, part);
    return values.length > 0 ? `${part}=${values.join(',')}` : [];
  }).join('&');
}

/** The values of one part as they stand in the address; of several people all that occur, the first one's first. */
export function valuesOf(situation: Situation, part: Part): readonly string[] {
  const value = situation[part];
  if (value === undefined) return [];
  if (typeof value === 'boolean') return [value ? '1' : '0'];
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'string') return isShared(part) ? [value, ...(situation.also?.[part] ?? [])] : [value];
  return PARTS[part].filter((one) => (value as readonly string[]).includes(one));
}

/**
 * The situation with one part answered anew; no values takes the answer back. Values that do not exist are passed over.
 * One person has no number, and one origin, age and sex. Another country takes the place in it along.
 */
export function withAnswer(situation: Situation, part: Part, values: readonly string[]): Situation {
  const answers = ORDER.flatMap((other) => {
    if (other === part) return values.length > 0 ? [`${part}=${values.join(',')}`] : [];
    if (part === 'found' && other === 'place') return [];
    if (part === 'people' && values[0] !== 'several') {
      if (other === 'count') return [];
      if (isShared(other))
        return valuesOf(situation, other)
          .slice(0, 1)
          .map((value) => `${other}=${value}`);
    }
    const kept = valuesOf(situation, other);
    return kept.length > 0 ? [`${other}=${kept.join(',')}`] : [];
  });
  return parseSituation(answers.join('&'));
}

/** How many parts are answered. */
export function countAnswers(situation: Situation): number {
  return ORDER.filter((part) => valuesOf(situation, part).length > 0).length;
}

/**
 * The situations of the people that may be among several: one for each origin, age and sex that was named together with
 * the others. One person is one.
 */
export function membersOf(situation: Situation): Situation[] {
  const { also, ...first } = situation;
  if (!also) return [first];
  return SHARED.reduce<Situation[]>(
    (members, part) =>
      members.flatMap((member) =>
        [member[part], ...(also[part] ?? [])].map((value) =>
          value === undefined ? member : { ...member, [part]: value },
        ),
      ),
    [first],
  );
}

function isYesNo(part: Part): boolean {
  return PARTS[part].includes('1') && part !== 'count';
}

/** Several values are all true at once, of one person. */
function isList(part: Part): boolean {
  return part === 'form' || part === 'held';
}

function isShared(part: Part): part is Shared {
  return (SHARED as readonly Part[]).includes(part);
}
