/**
 * What the planner reads out of the countries' texts: which points bear on which step, and the few answers that are
 * codes or numbers. Each reading quotes the words it was made from, and a test holds it against the text: when a
 * curator changes the text, the reading has to be made again.
 */
import type { CountryPack } from '../directory/pack.ts';
import type { CountryCode, Measure } from '../directory/schema.ts';
import { ageIn, type Case } from './case.ts';
import type { Cite } from './cite.ts';
import type { Age } from './situation.ts';

/** What a point bears on. */
export type Topic =
  /** Danger, and whom to call when the line is shut. */
  | 'danger'
  /** The contact point and how to use it. */
  | 'contact'
  /** Asking without naming; consent. */
  | 'consult'
  /** A child, or perhaps a child. */
  | 'child'
  /** Who identifies, and what it opens. */
  | 'identify'
  /** Time to recover and decide. */
  | 'reflection'
  /** Residence permit, and staying at all. */
  | 'permit'
  /** Seeking protection, and the own state's consulate. */
  | 'asylum'
  /** A place to sleep. */
  | 'place'
  /** The services one is entitled to. */
  | 'services'
  /** Talking to the police, or not. */
  | 'police'
  /** A lawyer. */
  | 'lawyer'
  /** Work: who inspects, who helps with pay. */
  | 'work'
  /** Care after sexual violence. */
  | 'sexual'
  /** A return from here: who organises and pays. */
  | 'return'
  /** The risk of a return. */
  | 'return-risk'
  /** A child's return from here. */
  | 'return-child'
  /** Travel papers for nationals abroad. */
  | 'papers'
  /** How this country is reached from another about its own nationals, and what it wants to be sent. */
  | 'homeward'
  /** Help over the long term. */
  | 'after'
  | 'compensation';

export const POINTS: Record<CountryCode, { readonly [T in Topic]?: readonly Cite[] }> = {
  dk: {
    danger: ['dk-m2-3'],
    contact: ['dk-m2-1'],
    child: ['dk-m5-5'],
    identify: ['dk-m3-2', 'dk-m3-5'],
    reflection: ['dk-m4-1', 'dk-m4-3'],
    permit: ['dk-m7-1'],
    place: ['dk-m5-1', 'dk-m5-4'],
    services: ['dk-m5-2'],
    police: ['dk-m5-3'],
    work: ['dk-m1-6', 'dk-m1-5'],
    return: ['dk-m6-5', 'dk-m6-6'],
    'return-risk': ['dk-m6-7', 'dk-m6-2'],
    compensation: ['dk-m7-3'],
  },
  ee: {
    danger: ['ee-m2-4'],
    contact: ['ee-m2-1', 'ee-m2-3'],
    child: ['ee-m2-5'],
    identify: ['ee-m3-2', 'ee-m3-3'],
    reflection: ['ee-m4-1', 'ee-m4-2'],
    permit: ['ee-m4-2'],
    place: ['ee-m2-2'],
    services: ['ee-m5-1'],
    police: ['ee-m5-4'],
    work: ['ee-m5-3'],
    return: ['ee-m6-1', 'ee-m6-2'],
    papers: ['ee-m6-5'],
    homeward: ['ee-m3-4'],
    after: ['ee-m7-1', 'ee-m7-2'],
    compensation: ['ee-m7-3'],
  },
  fi: {
    danger: ['fi-m1-3'],
    contact: ['fi-m2-1', 'fi-m2-3'],
    consult: ['fi-m1-3', 'fi-m2-2'],
    child: ['fi-m2-2', 'fi-m1-5'],
    identify: ['fi-m3-1', 'fi-m1-2'],
    reflection: ['fi-m4-1', 'fi-m4-2'],
    permit: ['fi-m4-2', 'fi-m4-3'],
    place: ['fi-m5-3', 'fi-m5-5'],
    services: ['fi-m5-1', 'fi-m5-2'],
    police: ['fi-m2-4', 'fi-m2-5'],
    return: ['fi-m6-1', 'fi-m6-2', 'fi-m6-3'],
    after: ['fi-m7-1'],
    compensation: ['fi-m7-2'],
  },
  de: {
    contact: ['de-m2-1', 'de-m2-3', 'de-m2-7'],
    consult: ['de-m3-2'],
    child: ['de-m5-4'],
    identify: ['de-m3-1', 'de-m3-2'],
    reflection: ['de-m4-1', 'de-m4-2'],
    permit: ['de-m7-4'],
    asylum: ['de-m6-5', 'de-m3-5'],
    place: ['de-m5-1', 'de-m5-5'],
    services: ['de-m5-1', 'de-m5-5'],
    police: ['de-m2-2', 'de-m7-1'],
    lawyer: ['de-m7-7'],
    work: ['de-m1-2', 'de-m7-3'],
    return: ['de-m6-1', 'de-m6-3', 'de-m6-4'],
    'return-risk': ['de-m6-2'],
    compensation: ['de-m7-5', 'de-m7-6', 'de-m7-7'],
  },
  is: {
    danger: ['is-m2-1'],
    contact: ['is-m2-1', 'is-m2-2'],
    consult: ['is-m2-1'],
    identify: ['is-m3-1'],
    reflection: ['is-m4-1', 'is-m4-2', 'is-m4-4'],
    permit: ['is-m7-1', 'is-m7-2'],
    place: ['is-m5-3', 'is-m2-3'],
    services: ['is-m5-2', 'is-m5-1'],
    police: ['is-m5-2'],
    lawyer: ['is-m7-3'],
    work: ['is-m1-3'],
    sexual: ['is-m5-6'],
    return: ['is-m6-2'],
    'return-risk': ['is-m6-1'],
    compensation: ['is-m7-5', 'is-m7-4'],
  },
  lv: {
    danger: ['lv-m2-4'],
    contact: ['lv-m2-1', 'lv-m2-4', 'lv-m1-3'],
    identify: ['lv-m3-2', 'lv-m3-4', 'lv-m3-5', 'lv-m1-3'],
    reflection: ['lv-m4-1', 'lv-m4-4', 'lv-m4-2'],
    permit: ['lv-m4-3'],
    services: ['lv-m5-1', 'lv-m2-3'],
    police: ['lv-m3-5'],
    return: ['lv-m6-1', 'lv-m6-4'],
    papers: ['lv-m6-3'],
    homeward: ['lv-m3-5', 'lv-m3-3', 'lv-m6-2'],
    after: ['lv-m7-1', 'lv-m7-2'],
    compensation: ['lv-m7-4'],
  },
  lt: {
    contact: ['lt-m2-2', 'lt-m2-1'],
    child: ['lt-m5-5', 'lt-m2-5'],
    identify: ['lt-m3-1', 'lt-m3-2'],
    reflection: ['lt-m4-1'],
    permit: ['lt-m4-2'],
    place: ['lt-m5-3', 'lt-m5-4'],
    services: ['lt-m5-1', 'lt-m5-2'],
    police: ['lt-m5-2'],
    lawyer: ['lt-m5-6', 'lt-m5-7'],
    return: ['lt-m6-4'],
    papers: ['lt-m6-1', 'lt-m6-2'],
    homeward: ['lt-m2-2', 'lt-m6-3'],
    after: ['lt-m7-2'],
    compensation: ['lt-m7-3', 'lt-m7-4'],
  },
  no: {
    danger: ['no-m2-3'],
    contact: ['no-m2-1'],
    consult: ['no-m2-3', 'no-m1-2'],
    child: ['no-m2-2', 'no-m5-3', 'no-m3-4'],
    identify: ['no-m3-1'],
    reflection: ['no-m4-1', 'no-m4-2'],
    permit: ['no-m7-1', 'no-m3-3'],
    asylum: ['no-m7-2'],
    place: ['no-m5-2', 'no-m5-6'],
    services: ['no-m5-1'],
    police: ['no-m4-3'],
    lawyer: ['no-m5-4'],
    return: ['no-m6-1', 'no-m6-2', 'no-m6-3'],
    after: ['no-m7-3'],
    compensation: ['no-m7-4', 'no-m7-5'],
  },
  pl: {
    danger: ['pl-m2-5'],
    contact: ['pl-m2-1', 'pl-m2-2'],
    consult: ['pl-m2-3'],
    child: ['pl-m5-4'],
    identify: ['pl-m3-1', 'pl-m3-4'],
    reflection: ['pl-m4-1', 'pl-m4-2', 'pl-m4-4'],
    permit: ['pl-m4-3', 'pl-m7-5'],
    place: ['pl-m5-2', 'pl-m5-3'],
    services: ['pl-m5-1'],
    police: ['pl-m2-3', 'pl-m4-3'],
    lawyer: ['pl-m7-4'],
    work: ['pl-m1-3'],
    return: ['pl-m6-1', 'pl-m6-2', 'pl-m6-3'],
    'return-risk': ['pl-m6-2'],
    homeward: ['pl-m2-2', 'pl-m6-1'],
    after: ['pl-m7-3'],
    compensation: ['pl-m7-4', 'pl-m7-7'],
  },
  ru: {
    contact: ['ru-m2-1', 'ru-m2-2'],
    identify: ['ru-m3-1', 'ru-m1-1'],
    reflection: ['ru-m4-1'],
    place: ['ru-m5-3', 'ru-m5-4'],
    services: ['ru-m5-1'],
    return: ['ru-m6-3'],
    'return-risk': ['ru-m6-1', 'ru-m1-4'],
    papers: ['ru-m6-2'],
    homeward: ['ru-m2-1', 'ru-m6-4'],
    after: ['ru-m7-1'],
  },
  se: {
    danger: ['se-m2-2'],
    contact: ['se-m2-1', 'se-m2-2', 'se-m2-4'],
    consult: ['se-m2-3'],
    child: ['se-m1-5'],
    identify: ['se-m1-2', 'se-m3-1'],
    reflection: ['se-m4-1', 'se-m4-2', 'se-m4-4'],
    permit: ['se-m7-1'],
    place: ['se-m5-1', 'se-m5-2'],
    services: ['se-m5-1', 'se-m5-3'],
    police: ['se-m4-4'],
    return: ['se-m6-1', 'se-m6-2'],
    'return-child': ['se-m6-3'],
    after: ['se-m7-3'],
    compensation: ['se-m7-4', 'se-m7-5'],
  },
  bg: {
    contact: ['bg-m2-1'],
    consult: ['bg-m2-5'],
    child: ['bg-m5-5'],
    identify: ['bg-m3-1', 'bg-m3-2'],
    reflection: ['bg-m4-1', 'bg-m4-2'],
    asylum: ['bg-m2-3'],
    place: ['bg-m5-3', 'bg-m5-2'],
    services: ['bg-m4-3', 'bg-m5-1'],
    police: ['bg-m3-2'],
    lawyer: ['bg-m5-4'],
    return: ['bg-m6-1', 'bg-m6-4', 'bg-m6-5'],
    'return-risk': ['bg-m6-3'],
    'return-child': ['bg-m5-7'],
    papers: ['bg-m6-2'],
    homeward: ['bg-m2-1', 'bg-m6-2'],
    after: ['bg-m7-1', 'bg-m7-2', 'bg-m7-3'],
    compensation: ['bg-m7-4'],
  },
  ro: {
    danger: ['ro-m2-8'],
    contact: ['ro-m2-1', 'ro-m2-4', 'ro-m2-8'],
    child: ['ro-m2-7', 'ro-m2-3', 'ro-m5-3'],
    identify: ['ro-m3-1', 'ro-m3-4', 'ro-m3-3'],
    reflection: ['ro-m4-1'],
    place: ['ro-m5-2'],
    services: ['ro-m5-1', 'ro-m7-4'],
    return: ['ro-m6-4'],
    papers: ['ro-m6-2', 'ro-m6-3'],
    homeward: ['ro-m2-1', 'ro-m2-4', 'ro-m6-1'],
    after: ['ro-m7-1', 'ro-m7-3', 'ro-m7-4'],
    compensation: ['ro-m7-5'],
  },
  ua: {
    danger: ['ua-m2-1'],
    contact: ['ua-m2-1'],
    child: ['ua-m2-3', 'ua-m3-3'],
    identify: ['ua-m3-1', 'ua-m3-4'],
    reflection: ['ua-m4-1'],
    place: ['ua-m5-1', 'ua-m5-5'],
    services: ['ua-m5-2', 'ua-m4-1'],
    papers: ['ua-m6-1', 'ua-m6-3'],
    homeward: ['ua-m2-2', 'ua-m2-5', 'ua-m3-2'],
    after: ['ua-m7-1', 'ua-m5-3', 'ua-m3-5'],
    'return-child': ['ua-m6-4'],
    compensation: ['ua-m7-2'],
  },
};

/** The points of a country on a topic. */
export function points(country: string, topic: Topic): readonly Cite[] {
  return (POINTS as Record<string, { readonly [T in Topic]?: readonly Cite[] }>)[country]?.[topic] ?? [];
}

/**
 * For whom a point is meant, where its words are wrong for the others. A guardian "who must agree" may be the one who
 * exploits the child: that sentence is for the assistance system, after child protection has looked.
 */
export const POINT_AGES: Readonly<Record<Cite, Reading<readonly Age[]>>> = {
  'fi-m2-2': { value: ['adult'], cite: 'fi-m2-2', says: 'The person must agree' },
  'pl-m2-3': { value: ['adult'], cite: 'pl-m2-3', says: 'Nobody has to go to the police' },
  'fi-m2-4': { value: ['adult'], cite: 'fi-m2-4', says: 'The client is supported in making one' },
};

/** The texts of those points, for steps that show them at once to a case of this age. */
export function pointTexts(country: CountryPack, topic: Topic, c: Pick<Case, 'situation'>): readonly string[] {
  return points(country.country, topic)
    .filter((id) => POINT_AGES[id]?.value.includes(ageIn(c.situation)) ?? true)
    .flatMap((id) => country.measures[id.slice(4, 5) as Measure].find((point) => point.id === id)?.text ?? []);
}

/**
 * Where our sources name the authority for children that no number in the directory reaches: what the police are asked
 * for. The name itself is the message `plan.authority.<country>`.
 */
export const CHILD_AUTHORITY: { readonly [C in CountryCode]?: Reading<true> } = {
  dk: { value: true, cite: 'dk-m5-5', says: 'Municipalities must supervise every child' },
  ee: { value: true, cite: 'ee:legal.children', says: 'Local governments employ the child protection workers' },
  fi: { value: true, cite: 'fi:responder:fi-sosiaalipaivystys', says: 'Acts at once when a child' },
  de: { value: true, cite: 'de:legal.children', says: 'Youth welfare offices carry the duty to protect' },
  is: { value: true, cite: 'is:legal.children', says: 'Municipal child protection' },
  lv: { value: true, cite: 'lv:legal.children', says: "Municipal orphans' courts" },
  lt: { value: true, cite: 'lt:legal.children', says: 'State Child Rights Protection and Adoption Service' },
  no: { value: true, cite: 'no:legal.children', says: 'Child welfare is responsible' },
  se: { value: true, cite: 'se:legal.children', says: 'Social services are responsible for the child' },
  bg: { value: true, cite: 'bg:legal.children', says: 'the child protection department' },
  ro: { value: true, cite: 'ro:legal.children', says: 'DGASPC' },
  ua: { value: true, cite: 'ua:legal.children', says: "Children's affairs services" },
};

export function childAuthorityCite({ situation: { found } }: Pick<Case, 'situation'>): readonly Cite[] {
  return found && CHILD_AUTHORITY[found] ? [CHILD_AUTHORITY[found].cite] : [];
}

/** A code or number read out of a text. `says` are words of the text at `cite`. */
export interface Reading<T> {
  value: T;
  cite: Cite;
  says: string;
}

/** Whether help waits for formal identification. `partly`: first help does not, the full help does. `unclear`: our sources do not settle it. */
export type HelpWaits = 'no' | 'partly' | 'yes' | 'unclear' | 'nobody-identifies';

export const HELP_WAITS: Record<CountryCode, Reading<HelpWaits>> = {
  dk: { value: 'partly', cite: 'dk-m3-5', says: 'the CMM can give support and a bed while it goes on' },
  ee: { value: 'no', cite: 'ee-m3-2', says: 'provisionally recognised' },
  fi: { value: 'partly', cite: 'fi-m3-1', says: 'that decision is also the legal identification' },
  de: { value: 'partly', cite: 'de-m5-5', says: 'health care, benefits and shelter need a legal status' },
  is: { value: 'no', cite: 'is-m3-1', says: 'help does not require one' },
  lv: { value: 'yes', cite: 'lv-m3-5', says: 'Only formally recognised victims get the state-funded service' },
  lt: { value: 'no', cite: 'lt:legal.formalIdentifiers', says: 'without formal recognition' },
  no: { value: 'nobody-identifies', cite: 'no-m3-1', says: 'Presumed victims are treated as victims' },
  pl: { value: 'no', cite: 'pl-m2-3', says: 'Nobody has to go to the police' },
  ru: { value: 'nobody-identifies', cite: 'ru-m3-1', says: 'there is no identification process' },
  se: { value: 'no', cite: 'se-m1-2', says: 'may treat a person as a presumed victim' },
  bg: { value: 'no', cite: 'bg-m3-2', says: 'opens services and support at once' },
  ro: { value: 'unclear', cite: 'ro-m3-3', says: 'only after a criminal investigation had started' },
  ua: { value: 'partly', cite: 'ua-m5-1', says: 'may start before the decision on the status' },
};

/** For whom the time to recover and decide is laid down. */
export type ReflectionFor = 'everyone' | 'recognised' | 'foreigners' | 'third-country' | 'without-right-to-stay';

export const REFLECTION_FOR: { readonly [C in CountryCode]?: Reading<ReflectionFor> } = {
  dk: { value: 'recognised', cite: 'dk-m4-1', says: 'A recognised victim' },
  fi: { value: 'without-right-to-stay', cite: 'fi-m4-1', says: 'stays without a legal right' },
  de: { value: 'without-right-to-stay', cite: 'de-m4-1', says: 'They cannot be deported in that time' },
  is: { value: 'third-country', cite: 'is-m4-1', says: 'from outside the EU/EEA' },
  lv: { value: 'third-country', cite: 'lv-m4-1', says: 'A non-EU national' },
  lt: { value: 'foreigners', cite: 'lt-m4-1', says: 'A foreign victim' },
  no: { value: 'foreigners', cite: 'no-m4-1', says: 'residence permit' },
  pl: { value: 'everyone', cite: 'pl-m4-1', says: 'The person has at most 3 months' },
  se: { value: 'without-right-to-stay', cite: 'se-m4-1', says: 'A foreign national without a right to stay' },
  bg: { value: 'everyone', cite: 'bg-m4-1', says: 'Every presumed victim' },
  ro: { value: 'foreigners', cite: 'ro-m4-1', says: 'A foreigner' },
};

/** A length in the unit in which the page gives it. */
export interface Length {
  amount: number;
  unit: 'hour' | 'day' | 'month' | 'year';
}

/** Where the data count days but the page counts months: the page's own count, which is what runs. */
export const PERIOD_IN_MONTHS: { readonly [C in CountryCode]?: Reading<number> } = {
  fi: { value: 6, cite: 'fi:legal.reflectionPeriodDays', says: 'six months' },
  de: { value: 3, cite: 'de:legal.reflectionPeriodDays', says: 'Three months' },
  is: { value: 9, cite: 'is:legal.reflectionPeriodDays', says: 'nine months' },
  no: { value: 6, cite: 'no:legal.reflectionPeriodDays', says: 'six months' },
  pl: { value: 3, cite: 'pl:legal.reflectionPeriodDays', says: 'three months' },
};

/** A period of its own for children. */
export const PERIOD_OF_CHILD_IN_MONTHS: { readonly [C in CountryCode]?: Reading<number> } = {
  pl: { value: 4, cite: 'pl:legal.reflectionPeriodDays', says: 'four for minors' },
};

/** The day from which a limit or a period counts. The user sets it; it stays on the phone. */
export const ANCHORS = ['offence', 'status', 'period', 'help', 'judgment', 'return', 'follow-up'] as const;
export type Anchor = (typeof ANCHORS)[number];

/** What a limit is for. */
export type LimitFor = 'ask-reflection' | 'report' | 'compensation' | 'payment' | 'iom';

export interface Limit extends Length {
  for: LimitFor;
  from: Anchor;
}

/** Time limits that a text states outright; what is vague or disputed there is left to the text itself. */
export const LIMITS: { readonly [C in CountryCode]?: readonly Reading<Limit>[] } = {
  dk: [
    {
      value: { for: 'report', amount: 72, unit: 'hour', from: 'offence' },
      cite: 'dk:legal.compensation',
      says: 'report to the police within 72 hours',
    },
    {
      value: { for: 'compensation', amount: 2, unit: 'year', from: 'judgment' },
      cite: 'dk:legal.compensation',
      says: 'within two years of the final judgment',
    },
  ],
  ee: [
    {
      value: { for: 'report', amount: 15, unit: 'day', from: 'offence' },
      cite: 'ee:legal.compensation',
      says: 'a report within 15 days',
    },
    {
      value: { for: 'iom', amount: 3, unit: 'month', from: 'return' },
      cite: 'ee-m6-3',
      says: 'within three months',
    },
  ],
  fi: [
    {
      value: { for: 'compensation', amount: 3, unit: 'year', from: 'judgment' },
      cite: 'fi:legal.compensation',
      says: 'three years from the final judgment',
    },
  ],
  is: [
    {
      value: { for: 'compensation', amount: 2, unit: 'year', from: 'offence' },
      cite: 'is-m7-5',
      says: 'within two years of the offence',
    },
  ],
  lv: [
    {
      value: { for: 'ask-reflection', amount: 3, unit: 'day', from: 'status' },
      cite: 'lv-m4-4',
      says: 'within three days',
    },
    {
      value: { for: 'compensation', amount: 3, unit: 'year', from: 'status' },
      cite: 'lv-m7-4',
      says: 'within three years of being recognised as a victim',
    },
  ],
  no: [
    {
      value: { for: 'payment', amount: 6, unit: 'month', from: 'judgment' },
      cite: 'no-m7-4',
      says: 'within six months of a final judgment',
    },
  ],
  bg: [
    {
      value: { for: 'compensation', amount: 1, unit: 'year', from: 'judgment' },
      cite: 'bg:legal.compensation',
      says: 'within one year of the final act',
    },
  ],
};
