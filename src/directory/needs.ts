/** What one may need, each as the union of the kinds and services that answer it. */
import type { CountryCode } from './codes.ts';
import type { PackResponder } from './pack.ts';

/** One way to answer a need: a responder of one of the kinds that gives one of the services, to people of one of the forms of exploitation. What is absent is not asked. */
export interface Answers {
  kinds?: readonly string[];
  services?: readonly string[];
  forms?: readonly string[];
}

/** The needs, in the order of the tiles; what they are called is said by the messages `home.need.<name>`. */
export const NEEDS = {
  shelter: [{ services: ['shelter'] }, { kinds: ['shelter'] }],
  medical: [{ services: ['medical'] }, { kinds: ['health'] }],
  psychological: [{ services: ['psychological'] }],
  legal: [{ services: ['legal'] }, { kinds: ['legal-aid'] }],
  child: [{ kinds: ['child-protection', 'child-helpline', 'missing-children'] }, { services: ['child-care'] }],
  police: [{ kinds: ['police'] }],
  embassy: [{ kinds: ['consular'] }],
  // Whoever inspects, the unions (kept as "other"), and who advises on work or helps with wages.
  work: [
    { kinds: ['labour-inspectorate'] },
    { kinds: ['other', 'ngo', 'ministry'], services: ['employment'] },
    { kinds: ['other'], services: ['legal'] },
    { kinds: ['ngo'], services: ['legal'], forms: ['labour'] },
  ],
  interpretation: [{ services: ['interpretation'] }],
  documents: [{ services: ['documents'] }, { kinds: ['migration-authority'] }],
  return: [{ services: ['return'] }],
  municipality: [{ kinds: ['municipality', 'social-services'] }],
} as const satisfies Record<string, readonly Answers[]>;

export type NeedName = keyof typeof NEEDS;
export const NEED_NAMES = Object.keys(NEEDS) as NeedName[];

/** Whether a responder answers a need, by its kind and what its pages say that it gives. */
export function meetsNeed({ kind, services, serves }: PackResponder, need: NeedName): boolean {
  return NEEDS[need].some(
    (way: Answers) =>
      (!way.kinds || way.kinds.includes(kind)) &&
      (!way.services || way.services.some((service) => services.includes(service))) &&
      (!way.forms || way.forms.some((form) => serves?.exploitation?.includes(form))),
  );
}

/** Which of the fourteen lie next to each other, by land or a short ferry: where help is looked for when a country has none. */
export const NEIGHBOURS: Readonly<Record<CountryCode, readonly CountryCode[]>> = {
  dk: ['de', 'se', 'no'],
  ee: ['lv', 'fi'],
  fi: ['se', 'ee', 'no'],
  de: ['dk', 'pl'],
  is: ['no', 'dk'],
  lv: ['lt', 'ee'],
  lt: ['lv', 'pl'],
  no: ['se', 'dk', 'fi'],
  pl: ['de', 'lt', 'ua'],
  ru: ['fi', 'ee', 'lv', 'lt', 'pl', 'no'],
  se: ['no', 'dk', 'fi'],
  bg: ['ro'],
  ro: ['bg', 'ua'],
  ua: ['pl', 'ro'],
};
