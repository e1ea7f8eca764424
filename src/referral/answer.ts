/**
 * The answer to a handover note: what the service that was asked can give, from when, and who is called back. Coded like the note
 * and in its words, so that both sides read the same; only roles and numbers are typed. No React.
 */
import { COUNTRIES, type CountryCode } from '../directory/codes.ts';
import { type CallBack, callBackLine, oneLine, readCallBack, textOf } from './call-back.ts';
import { readCode } from './code.ts';
import type { NotePart, Words } from './note.ts';
import { ROLES, type Role } from './situation.ts';

/** What can be offered: what a note asks for, first what is needed tonight. */
export const OFFERS = [
  'lodging',
  'reception',
  'interpreter',
  'transport',
  'medical',
  'psychological',
  'legal',
  'appointment',
  'advice',
  'risk',
  'family-check',
  'papers',
  'wages',
  'compensation',
] as const;
export type Offer = (typeof OFFERS)[number];

/** Offers that a note has no words for, or says as seen from the other country. */
const OWN_WORDS: readonly Offer[] = ['transport', 'appointment', 'advice', 'risk'];

/** From when it is there; a day, `YYYY-MM-DD`, says it as well. */
export const FROM = ['now', 'open'] as const;

/** When the other side hears more. */
export const NEXT = ['today', 'tomorrow', 'week', 'call'] as const;
export type Next = (typeof NEXT)[number];

/** Why something cannot be done. */
export const CANNOT = ['full', 'others', 'area', 'decision', 'language'] as const;
export type Cannot = (typeof CANNOT)[number];

export interface Answer {
  /** As it was typed. */
  code: string;
  /** The country that the note comes from. */
  to?: CountryCode | undefined;
  /** Who answers; what is known of the user where nothing was chosen. */
  role?: Role | undefined;
  offers: readonly Offer[];
  from?: string | undefined;
  next?: Next | undefined;
  /** The first, and the second for when that does not answer. */
  call: readonly [CallBack, CallBack];
  cannot: readonly Cannot[];
  instead: string;
}

/** How long each typed text may be, in characters. */
export const LONGEST = { code: 40, instead: 200 } as const;

/** The message that names an offer. */
export function offerKey(offer: Offer): string {
  return OWN_WORDS.includes(offer) ? `answer.offer.${offer}` : `note.needed.${offer}`;
}

/** What a tab knows of an answer, as far as it can be used; of nothing, an answer that says nothing yet. */
export function readAnswer(known: unknown): Answer {
  const row = (typeof known === 'object' && known !== null ? known : {}) as Record<string, unknown>;
  const among = <Code extends string>(codes: readonly Code[], values: unknown): Code[] =>
    codes.filter((code) => Array.isArray(values) && values.includes(code));
  const [first, second] = Array.isArray(row.call) ? row.call : [];
  return {
    code: textOf(row.code, LONGEST.code),
    to: COUNTRIES.find((code) => code === row.to),
    role: ROLES.find((code) => code === row.role),
    offers: among(OFFERS, row.offers),
    from: FROM.find((code) => code === row.from) ?? (isDay(row.from) ? row.from : undefined),
    next: NEXT.find((code) => code === row.next),
    call: [readCallBack(first), readCallBack(second)],
    cannot: among(CANNOT, row.cannot),
    instead: textOf(row.instead, LONGEST.instead),
  };
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
}

/**
 * Composes the answer in one language.
 * @param by who answers, as far as it is known
 * @param date the day it is written, `YYYY-MM-DD`
 * @returns nothing while the code is none: an answer without it belongs to no note
 */
export function composeAnswer(
  answer: Answer,
  by: { role?: Role | undefined; country?: CountryCode | undefined },
  date: string,
  { say, country, day }: Words,
): NotePart[] {
  const code = readCode(answer.code);
  if (code === undefined) return [];
  const { offers, cannot, from, next } = answer;
  const instead = oneLine(answer.instead);
  const [first, second] = answer.call.map(callBackLine);
  const says = offers.length > 0 || cannot.length > 0 || instead !== '';
  const parts: NotePart[] = [
    {
      heading: say('answer.title'),
      lines: [
        say('answer.reference', { code, date: day(date) }),
        ...(by.country
          ? [say('note.from', { role: say(`note.role.${by.role ?? 'other'}`), country: country(by.country) })]
          : []),
        ...(answer.to ? [say('note.to', { country: country(answer.to) })] : []),
        ...(says ? [] : [say('answer.received')]),
      ],
    },
    {
      heading: say('answer.offersTitle'),
      lines:
        offers.length === 0
          ? []
          : [
              ...offers.map((offer) => say(offerKey(offer))),
              ...(from === undefined
                ? []
                : [isDay(from) ? say('answer.from.day', { date: day(from) }) : say(`answer.from.${from}`)]),
            ],
    },
    {
      heading: say('answer.cannotTitle'),
      lines: [
        ...cannot.map((reason) => say(`answer.cannot.${reason}`)),
        ...(instead ? [say('answer.instead', { who: instead })] : []),
      ],
    },
    {
      heading: say('answer.callTitle'),
      lines: [
        ...(first ? [first] : []),
        ...(second ? [say('answer.second', { who: second })] : []),
        ...(next ? [say(`answer.next.${next}`)] : []),
      ],
    },
    { heading: say('note.namesTitle'), lines: [say('note.names'), say('answer.end', { code })] },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}
