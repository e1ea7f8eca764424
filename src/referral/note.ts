/**
 * The handover note: a nameless summary for the counterpart, composed of coded sentences, so that the same note can be
 * said in any language that has its messages. No React.
 */
import { COUNTRIES, type CountryCode } from '../directory/codes.ts';
import type { CountryPack } from '../directory/pack.ts';
import { type CallBack, callBackLine, readCallBack } from './call-back.ts';
import { type Case, fearsOwnState, hasLine, isForeigner, isWork, listsLine, standingOf } from './case.ts';
import { valuesOf } from './situation.ts';

/** What has been done already. */
export const DONE = [
  'talked-alone',
  'rights-told',
  'emergency',
  'medical',
  'safe-place',
  'child-protection',
  'guardian',
  'line',
  'identification',
  'reflection',
  'police',
  'lawyer',
  'asylum',
  'risk',
  'proof',
] as const;
export type Done = (typeof DONE)[number];

/** What is asked of the counterpart. */
export const NEEDED = [
  'advice',
  'risk-there',
  'family-check',
  'reception',
  'lodging',
  'medical',
  'psychological',
  'legal',
  'papers',
  'escort',
  'interpreter',
  'wages',
  'compensation',
  'follow-up',
] as const;
export type Needed = (typeof NEEDED)[number];

export const URGENCIES = ['now', 'today', 'week', 'none'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** How to answer safely. */
export const REPLIES = ['encrypted', 'phone', 'through-contact-point', 'consulate'] as const;
export type Reply = (typeof REPLIES)[number];

/** To whom the note goes: a counterpart in one of the countries of the case; by its code where a further one of several people comes from. */
export type Recipient = 'origin' | 'found' | 'elsewhere' | CountryCode;

/** What the user adds to the situation; all of it coded but whom the other side may ring. */
export interface Additions {
  /** Drawn at random; it names the case between the two sides and nothing else. */
  code: string;
  to: Recipient;
  done: readonly Done[];
  needed: readonly Needed[];
  urgency?: Urgency | undefined;
  reply: readonly Reply[];
  /** Who answers the telephone here, where the answer may come that way. */
  call?: CallBack | undefined;
}

/**
 * To whom the note may go. Never to the own country of a person who fears it or asks for protection, nor to a country that has
 * nobody to receive it: to Russia only where there is no other.
 */
export function recipientsOf(c: Case): Recipient[] {
  const { found, elsewhere, also } = c.situation;
  const feared = fearsOwnState(c);
  const receives = (country: CountryPack | undefined) => country !== undefined && listsLine(country);
  const others = COUNTRIES.filter(
    (code) => also?.origin?.includes(code) && code !== found && receives(c.directory.countries.get(code)),
  );
  const isOrigin = c.elsewhere === c.origin || also?.origin?.some((code) => code === elsewhere);
  const recipients: Recipient[] = [
    ...(receives(c.origin) && !feared ? (['origin'] as const) : []),
    ...(feared ? [] : others),
    ...(hasLine(c) ? (['found'] as const) : []),
    ...(receives(c.elsewhere) && !(feared && isOrigin) ? (['elsewhere'] as const) : []),
  ];
  return recipients.length > 0 ? recipients : ['found'];
}

/** The country of a recipient, where it is known. */
export function countryTo({ situation }: Case, to: Recipient): string | undefined {
  return to === 'origin' || to === 'found' || to === 'elsewhere' ? situation[to] : to;
}

/** What may have been done in this case: an adult has no guardian. */
export function doneFor(c: Case): Done[] {
  const child = isAmong(c, 'child', 'unsure');
  return DONE.filter((code) => {
    if (code === 'child-protection' || code === 'guardian') return child;
    if (code === 'asylum') return isForeigner(c);
    return true;
  });
}

/** What may be asked for in this case. */
export function neededFor(c: Case): Needed[] {
  return NEEDED.filter((code) => {
    if (code === 'family-check') return isAmong(c, 'child', 'unsure');
    if (code === 'wages') return c.situation.form === undefined || isWork(c);
    return true;
  });
}

/** How an answer may come back: the consulate is no way for whoever fears it. */
export function repliesFor(c: Case): Reply[] {
  return REPLIES.filter((code) => code !== 'consulate' || !fearsOwnState(c));
}

/** Whether one of the people, who may be several, is of one of these ages. */
function isAmong({ situation }: Case, ...ages: readonly string[]): boolean {
  return valuesOf(situation, 'age').some((age) => ages.includes(age));
}

/** A note that nothing has been added to yet. From the country of origin one writes to where the person was found. */
export function newAdditions(c: Case, code: string): Additions {
  const { found, origin } = c.situation;
  const recipients = recipientsOf(c);
  const [first = 'found'] = recipients;
  const isTold = found !== undefined && found !== origin && c.standing === origin;
  const to = isTold && recipients.includes('found') ? 'found' : first;
  return { code, to, done: [], needed: [], reply: [] };
}

/** What was kept of a note, as far as it still holds for the case; undefined when nothing usable was. */
export function readAdditions(kept: unknown, c: Case): Additions | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { code, to, done, needed, urgency, reply, call } = kept as Record<string, unknown>;
  if (typeof code !== 'string' || !/^[2-9A-Z]{4}-[2-9A-Z]{4}$/.test(code)) return undefined;
  const among = <Code extends string>(codes: readonly Code[], values: unknown): Code[] =>
    codes.filter((known) => Array.isArray(values) && values.includes(known));
  const recipients = recipientsOf(c);
  return {
    code,
    to: recipients.find((known) => known === to) ?? newAdditions(c, code).to,
    done: among(doneFor(c), done),
    needed: among(neededFor(c), needed),
    urgency: URGENCIES.find((known) => known === urgency),
    // What no longer fits falls away, also when it was chosen before that was known.
    reply: among(repliesFor(c), reply),
    call: call === undefined ? undefined : readCallBack(call),
  };
}

/** What the composition asks of a language. */
export interface Words {
  /** A message, with its parameters filled in. */
  say: (key: string, params?: Record<string, string>) => string;
  country: (code: string) => string;
  language: (code: string) => string;
  /** A form of exploitation. */
  form: (code: string) => string;
  /** A day, `YYYY-MM-DD`. */
  day: (date: string) => string;
}

export interface NotePart {
  heading: string;
  lines: readonly string[];
}

/**
 * Composes the note in one language.
 * @param date the day it is written, `YYYY-MM-DD`
 */
export function composeNote(c: Case, additions: Additions, date: string, words: Words): NotePart[] {
  const { say } = words;
  const { situation } = c;
  const region = (code: string | undefined): string =>
    COUNTRIES.some((known) => known === code)
      ? words.country(code as CountryCode)
      : say(`note.country.${code === 'eu' || code === 'other' ? code : 'unknown'}`);
  const all = (part: 'age' | 'sex' | 'origin') => valuesOf(situation, part);
  const wish = (part: 'police' | 'home' | 'stay') => {
    const value = situation[part];
    return value === undefined ? [] : [say(`note.wish.${part}.${value}`)];
  };
  // The office is where the user stands, wherever the person is.
  const office = standingOf(c) ?? situation.found;
  // A consular post is of one country and in another; where they are one, or no one country is known, it is an office like others.
  const ofPost =
    situation.role === 'consular' &&
    all('origin').length === 1 &&
    COUNTRIES.some((known) => known === situation.origin) &&
    office !== undefined &&
    office !== situation.origin;
  const several = situation.people === 'several';
  const grown = several && all('age').join() === 'adult';
  const whom = grown ? 'adults' : several ? 'sexes' : 'sex';

  const parts: NotePart[] = [
    {
      heading: say('note.title'),
      lines: [
        say('note.reference', { code: additions.code, date: words.day(date) }),
        ofPost
          ? say('note.fromConsular', { origin: region(situation.origin), country: region(office) })
          : say('note.from', { role: say(`note.role.${situation.role ?? 'other'}`), country: region(office) }),
        say('note.to', { country: region(countryTo(c, additions.to)) }),
        ...(additions.urgency ? [say(`note.urgency.${additions.urgency}`)] : []),
      ],
    },
    {
      heading: say('note.person'),
      lines: [
        ...(situation.count
          ? [say('note.people.counted', { number: String(situation.count) })]
          : situation.people
            ? [say(`note.people.${situation.people}`)]
            : []),
        ...(grown
          ? [say('note.adults.unsaid')]
          : (situation.age ? all('age') : [undefined]).map((age) => say(`note.age.${age ?? 'unsaid'}`))),
        ...all('sex').flatMap((sex) => (sex === 'other' ? [] : say(`note.${whom}.${sex}`))),
        say('note.origin', { country: situation.origin ? all('origin').map(region).join(', ') : region(undefined) }),
        ...(situation.lang ? [say('note.language', { language: words.language(situation.lang) })] : []),
      ],
    },
    {
      heading: say('note.what'),
      lines: [
        say('note.suspicion'),
        say('note.found', { country: region(situation.found) }),
        ...(situation.form
          ? [say('note.forms', { forms: situation.form.map(words.form).join(', ') })]
          : [say('note.formsUnknown')]),
        ...(situation.held ?? []).map((what) => say(`note.held.${what}`)),
        ...(situation.elsewhere && situation.elsewhere !== 'none'
          ? [say('note.elsewhere', { country: region(situation.elsewhere) })]
          : []),
        ...(situation.danger === undefined ? [] : [say(situation.danger ? 'note.danger.yes' : 'note.danger.no')]),
        ...(situation.injured === undefined ? [] : [say(situation.injured ? 'note.injured.yes' : 'note.injured.no')]),
      ],
    },
    {
      heading: say('note.wishes'),
      lines: [
        ...wish('police'),
        ...wish('home'),
        ...wish('stay'),
        ...(situation.asylum ? [say('note.wish.asylum')] : []),
        ...(fearsOwnState(c) ? [say('note.wish.fears')] : []),
        ...(isAmong(c, 'child', 'unsure') ? [say('note.wish.child')] : []),
      ],
    },
    {
      heading: say('note.doneTitle'),
      lines: doneFor(c)
        .filter((code) => additions.done.includes(code))
        .map((code) => say(`note.done.${code}`)),
    },
    {
      heading: say('note.neededTitle'),
      lines: neededFor(c)
        .filter((code) => additions.needed.includes(code))
        .map((code) => say(`note.needed.${code}`)),
    },
    {
      heading: say('note.replyTitle'),
      lines: [
        ...REPLIES.filter((code) => additions.reply.includes(code)).map((code) =>
          [say(`note.reply.${code}`), code === 'phone' && additions.call ? callBackLine(additions.call) : '']
            .filter(Boolean)
            .join(' · '),
        ),
        say('note.confirm'),
        say('note.notToPerson'),
      ],
    },
    { heading: say('note.namesTitle'), lines: [say('note.names'), say('note.end', { code: additions.code })] },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

/** The note as plain text: what is copied, shared and mailed. */
export function noteText(parts: readonly NotePart[]): string {
  return parts
    .map(({ heading, lines }) => [heading.toUpperCase(), ...lines.map((line) => `- ${line}`)].join('\n'))
    .join('\n\n');
}
