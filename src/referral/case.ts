/** A situation seen against the directory: the small named conditions that the rules are written in. No React. */

import { COUNTRIES, type CountryCode } from '../directory/codes.ts';
import type { Standing } from '../directory/dialling.ts';
import type { Directory } from '../directory/directory.ts';
import type { CountryPack } from '../directory/pack.ts';
import type { Region } from '../directory/schema.ts';
import type { Age, Form, Held, Role, Situation } from './situation.ts';

/** To which group a state counts the person; it decides about stay and services. */
export type Group = 'national' | 'eu' | 'third-country' | 'unknown';

export interface Case {
  situation: Situation;
  directory: Directory;
  /** The country the person was found in; the international pack when no country is said. */
  found: CountryPack;
  /** Where the person comes from, when it is one of the fourteen and not the country found in. */
  origin: CountryPack | undefined;
  /** Where the person was exploited as well, when it is one of the fourteen and not the country found in. */
  elsewhere: CountryPack | undefined;
  group: Group;
  /** One of several people who are not all of one country. */
  mixed: boolean;
  /** Where the user stands, and dials from. */
  standing: Region;
  now: Date;
}

/** EU members among the fourteen. */
const EU: readonly string[] = ['dk', 'ee', 'fi', 'de', 'lv', 'lt', 'pl', 'se', 'bg', 'ro', 'eu'];
/** Whose citizens move freely: the EU, Iceland and Norway. */
const FREE_MOVEMENT: readonly string[] = [...EU, 'is', 'no'];

/** The languages in which the authorities of a country speak and read. */
export const SPOKEN_IN: Record<CountryCode, readonly string[]> = {
  dk: ['da'],
  ee: ['et'],
  fi: ['fi', 'sv'],
  de: ['de'],
  is: ['is'],
  lv: ['lv'],
  lt: ['lt'],
  no: ['no'],
  pl: ['pl'],
  ru: ['ru'],
  se: ['sv'],
  bg: ['bg'],
  ro: ['ro'],
  ua: ['uk'],
};

/**
 * Puts a situation beside the packs it needs.
 * @param standing where the user stands; absent = in the country the person was found in
 * @param mixed whether there are others, of other countries
 */
export function caseOf(
  situation: Situation,
  directory: Directory,
  { now, standing, mixed = false }: { now: Date; standing?: Region | undefined; mixed?: boolean },
): Case {
  const pack = (region: string | undefined) =>
    region === undefined ? undefined : directory.countries.get(region as Region);
  const region: Region = situation.found ?? 'eu';
  const found = pack(region);
  if (!found) throw new Error(`no country ${region}`);
  const other = (code: string | undefined) => (code === region || code === 'eu' ? undefined : pack(code));
  return {
    situation,
    directory,
    found,
    origin: other(situation.origin),
    elsewhere: other(situation.elsewhere),
    group: groupOf(situation),
    mixed,
    standing: standing ?? region,
    now,
  };
}

/** Where the user stands as the rule for numbers asks; undefined when no country is said. */
export function standingOf({ standing }: Case): Standing {
  return standing === 'eu' ? undefined : standing;
}

function groupOf({ found, origin }: Situation): Group {
  if (origin === undefined || origin === 'unknown') return 'unknown';
  if (origin === found) return 'national';
  return FREE_MOVEMENT.includes(origin) ? 'eu' : 'third-country';
}

/** The age by which wordings are chosen: an adult where nobody said otherwise. */
export const ageIn = ({ age = 'adult' }: Situation): Age => age;
/** A child, or perhaps a child: the same road. */
export const isChild = ({ situation }: Case): boolean => situation.age === 'child' || situation.age === 'unsure';
export const ageUnsure = ({ situation }: Case): boolean => situation.age === 'unsure';

export const hasRole =
  (...roles: Role[]) =>
  ({ situation }: Case): boolean =>
    situation.role !== undefined && roles.includes(situation.role);
export const hasForm =
  (...forms: Form[]) =>
  ({ situation }: Case): boolean =>
    situation.form?.some((form) => forms.includes(form)) ?? false;

/** A country has been said: its own numbers and facts can be used. */
export const foundKnown = ({ situation }: Case): boolean => situation.found !== undefined;
/** A line or a contact point can be asked there; in Russia there is none. */
export const hasLine = (c: Case): boolean => !foundKnown(c) || listsLine(c.found);
/** The same of a country. */
export const listsLine = ({ contactPoint, antiTraffickingLine }: CountryPack): boolean =>
  contactPoint !== undefined || antiTraffickingLine.length > 0;
export const foundIn =
  (...countries: CountryCode[]) =>
  ({ situation }: Case): boolean =>
    situation.found !== undefined && countries.includes(situation.found);
export const comesFrom =
  (...countries: CountryCode[]) =>
  ({ origin }: Case): boolean =>
    origin !== undefined && countries.includes(origin.country as CountryCode);

/** Comes from another country than the one found in, or nobody knows. */
export const isForeigner = ({ group }: Case): boolean => group !== 'national';
export const isNational = ({ group }: Case): boolean => group === 'national';
/** A country is in the EU. */
export const inEu = (country: string | undefined): boolean => country !== undefined && EU.includes(country);
/** Both the country found in and the one of origin are in the EU. */
export const betweenEuStates = ({ found, situation: { origin } }: Case): boolean =>
  origin !== found.country && inEu(found.country) && inEu(origin);
/** Stays by the right of a citizen of the EU, Iceland or Norway; in Russia and Ukraine nobody does. */
export const movesFreely = ({ group, found }: Case): boolean => group === 'eu' && FREE_MOVEMENT.includes(found.country);
/** Rules on stay may concern the person: comes from elsewhere and does not move freely, or nobody knows. */
export const mayNeedPermit = (c: Case): boolean => c.group !== 'national' && !movesFreely(c);

/** The person must not be made known to the own state: asks for protection, or fears it. */
export const fearsOwnState = ({ situation }: Case): boolean => situation.asylum === true || situation.fears === true;
export const asksProtection = ({ situation }: Case): boolean => situation.asylum === true;
/** Comes from one of the fourteen whose people may be asked: neither feared nor cut off. */
export const counterpartOpen = (c: Case): boolean =>
  c.origin !== undefined && c.origin.country !== 'ru' && !fearsOwnState(c);
/** The consulate may be spoken of at all. */
export const consulateAllowed = (c: Case): boolean => isForeigner(c) && !fearsOwnState(c);

export const wantsPolice = ({ situation }: Case): boolean => situation.police === 'yes';
export const refusesPolice = ({ situation }: Case): boolean =>
  situation.police === 'no' || situation.police === 'later';
/** A return across a border is being prepared. Who asks for protection is not prepared for a return. */
export const wantsHome = (c: Case): boolean =>
  c.situation.home === 'yes' && isForeigner(c) && c.situation.found !== undefined && !asksProtection(c);
export const refusesHome = (c: Case): boolean => isForeigner(c) && c.situation.home === 'no';
export const homeLater = (c: Case): boolean => isForeigner(c) && c.situation.home === 'later';

/** Something is kept from the person by somebody else. */
export const isHeld =
  (what: Held) =>
  ({ situation }: Case): boolean =>
    situation.held?.includes(what) ?? false;

/** Work, in a firm, a household, a field or on the street for somebody else's gain; whoever is owed wages has worked. */
export const isWork = (c: Case): boolean => hasForm('labour', 'domestic-servitude')(c) || isHeld('wages')(c);

/** There are several people: of one country or of more. */
export const areSeveral = ({ situation }: Case): boolean => situation.people === 'several';

/** Consular staff of the person's own state. Of people of several countries nobody says whose the user is. */
export const servesPerson = (c: Case): boolean => hasRole('consular')(c) && !c.mixed;

/** Whoever speaks with the person needs an interpreter, or nobody knows. Consular staff speak the language of their own people. */
export function needsInterpreter(c: Case): boolean {
  const { lang, found, origin } = c.situation;
  if (lang === undefined) return false;
  const own = COUNTRIES.find((code) => code === origin);
  if (own && servesPerson(c) && SPOKEN_IN[own].includes(lang)) return false;
  return found === undefined || !SPOKEN_IN[found].includes(lang);
}

/** The user stands in another country than the one the person was found in. */
export const standsAbroad = (c: Case): boolean => foundKnown(c) && c.standing !== c.found.country;

/** And it is the country the person comes from: the user is the other side, who is asked and who receives. */
export const standsAtHome = (c: Case): boolean => standsAbroad(c) && c.standing === c.origin?.country;

/** `all` of them hold. */
export const all =
  (...conditions: ((c: Case) => boolean)[]) =>
  (c: Case): boolean =>
    conditions.every((condition) => condition(c));
/** At least one of them holds. */
export const either =
  (...conditions: ((c: Case) => boolean)[]) =>
  (c: Case): boolean =>
    conditions.some((condition) => condition(c));
/** It does not hold. */
export const not =
  (condition: (c: Case) => boolean) =>
  (c: Case): boolean =>
    !condition(c);
export const always = (): boolean => true;
