/**
 * Who can do what a step needs: responders chosen by whom they serve and ranked by fit, each with the reasons why it
 * is there. No React.
 */
import type { Confidence } from '../directory/confidence.ts';
import { dialling, isCall, isEmergency, type NumberHome, openingOf } from '../directory/dialling.ts';
import { channelConfidence } from '../directory/directory.ts';
import { isNight, isRoundTheClock, type Opening } from '../directory/opening.ts';
import type { CountryPack, PackChannel, PackResponder } from '../directory/pack.ts';
import { isNationwide, nearness } from '../directory/places.ts';
import type { Region } from '../directory/schema.ts';
import { type Case, fearsOwnState, type Group, isChild, SPOKEN_IN } from './case.ts';

/** What is looked for. Each of `match` is one way to fit: one of its kinds, and one of its services. */
export interface Need {
  /** `standing`: where the user is, for what cannot be dialled from there. */
  where: 'found' | 'origin' | 'elsewhere' | 'international' | 'standing';
  match: readonly { kinds?: readonly string[]; services?: readonly string[]; ids?: readonly string[] }[];
  /** How many at most. */
  limit: number;
  /** The contact point and the lines for trafficking, and whoever answers when they do not. */
  line?: true;
  /** Lines for missing children; they are left out everywhere else. */
  missing?: true;
  /** Only those whose pages name the form of exploitation. */
  form?: string;
  /** Those who are for some forms only where one of them was said. */
  saidForms?: true;
  /** Only those whose pages name children. */
  children?: true;
  /** Only those that work in the whole country. */
  national?: true;
  /** Left out, although they fit by kind and service. */
  except?: readonly string[];
  /** The same, by kind: what the user is. */
  exceptKinds?: readonly string[];
  /** Only those with a number, a mailbox or a form: a web page alone is no help here. Without any way nobody is named. */
  reachable?: true;
  /** Only those with a number that can be dialled from where the user stands: the step says "call". */
  callable?: true;
  /** For the person to take along: as it is dialled in that country, wherever the user stands. */
  dialledThere?: true;
  /** The line may be the emergency number itself, where that is the country's line for trafficking. */
  emergencyLine?: true;
}

/** How a step asks. */
export interface Asking {
  /** Ids that are named already in the same step. */
  taken?: readonly string[];
  /** Danger, injury, a child now: the only steps that may name an emergency number. */
  urgent?: boolean;
}

/** Those who were found, best first, and how many more fit who work elsewhere in the country only. */
export interface Found {
  choices: Choice[];
  elsewhere: number;
}

/** Why a responder is there, or what to mind. `value` is a code of the taxonomy or a language. */
export interface Reason {
  code:
    | 'helps-form'
    | 'takes'
    | 'serves-unsaid'
    | 'one-sex'
    | 'other-forms'
    | 'other-nationality'
    | 'speaks'
    | 'local'
    | 'reach-unknown';
  value?: string;
}

/**
 * Another way to help, for when a number is old or rests on one page, and whether it answers now: an emergency number
 * only where life may depend on it.
 */
export type SecondWay =
  | { responder: string; channel: PackChannel; opening: Opening | undefined }
  | { emergency: string };

export interface Choice {
  responder: PackResponder;
  country: Region;
  /** The way one tries first from where one stands. */
  channel: PackChannel;
  opening: Opening | undefined;
  confidence: Confidence;
  reasons: readonly Reason[];
  /** How near it works to the place that was said; `undefined` when none was, or it works in the whole country. */
  near: 'there' | 'region' | 'elsewhere' | undefined;
  /** A helpline for other matters, which answers when the line for trafficking does not: it is named by what it is for. */
  standsIn: boolean;
  second: SecondWay | undefined;
}

/** Kinds that are never found by their services alone, since they serve others or compel. */
const ONLY_WHEN_NAMED: readonly string[] = [
  'consular',
  'police',
  'border-guard',
  'prosecutor',
  'ministry',
  'national-rapporteur',
];
/** Who is no part of a state. */
const INDEPENDENT: readonly string[] = ['ngo', 'international-organisation'];

/**
 * Whether the case rules a responder out, wherever it would stand: in a step, as a second way, in the note, on paper.
 * An embassy or consulate serves the nationals of its own state only. Who fears the own state is led to no body of it; who asks for protection from it, to nobody there at all.
 */
export function isRuledOut(
  { country, kind, represents }: Pick<PackResponder, 'country' | 'kind' | 'represents'>,
  c: Case,
): boolean {
  if (represents !== undefined && represents !== c.situation.origin) return true;
  if (!fearsOwnState(c)) return false;
  if (kind === 'consular') return true;
  if (country !== c.situation.origin || country === c.situation.found) return false;
  return c.situation.asylum === true || !INDEPENDENT.includes(kind);
}

/** The responders for a need, best first: who is near, then who works in the whole country, then others. */
export function respondersFor(need: Need, asking: Case, { taken = [], urgent = false }: Asking = {}): Found {
  const country = countryFor(need, asking);
  if (!country) return { choices: [], elsewhere: 0 };
  const c = need.dialledThere ? { ...asking, standing: country.country } : asking;
  const ranked = country.responders
    .filter(
      (responder) =>
        !taken.includes(responder.id) &&
        !isRuledOut(responder, c) &&
        matches(responder, need, country) &&
        suits(responder, need, c),
    )
    .flatMap((responder) => rank(responder, need, country, c, urgent) ?? [])
    .sort((a, b) => NEARER[a.near ?? 'national'] - NEARER[b.near ?? 'national'] || b.score - a.score);
  const chosen: typeof ranked = [];
  let elsewhere = 0;
  for (const entry of ranked) {
    const { value } = entry.channel;
    if (chosen.some(({ channel }) => channel.value === value)) continue;
    if (entry.standsIn && chosen.some(answersNow)) continue;
    // A contact point that is reached through the line is that line, which has the hours.
    if (need.line && ranked.some(({ responder }) => responder.id === entry.channel.via)) continue;
    // A line for women or for men is for adults: a child is led there only where there is no other.
    if (need.line && isChild(c) && isForAdults(entry) && ranked.some((other) => !isForAdults(other))) continue;
    if (need.where === 'found' && hasDistrict(entry.responder) && !isInCharge(entry)) {
      elsewhere += 1;
      continue;
    }
    // Somebody in another town is named only when nobody is nearer; a line is called from anywhere.
    const far = !need.line && (entry.near === 'elsewhere' || (c.situation.place === undefined && isLocal(entry)));
    const nearer = chosen.some((other) => other.near !== 'elsewhere' && !isLocal(other));
    if (chosen.length >= need.limit || (entry.near === 'elsewhere' && nearer)) {
      if (far) elsewhere += 1;
      continue;
    }
    chosen.push(entry);
  }
  return {
    choices: chosen.map(({ score: _, ...choice }) => ({ ...choice, second: secondWay(choice, country, c, urgent) })),
    elsewhere,
  };
}

const NEARER = { there: 0, region: 1, national: 2, elsewhere: 3 } as const;

function isLocal({ responder, near }: { responder: PackResponder; near: Choice['near'] }): boolean {
  return near === undefined && !isNationwide(responder);
}

/** For one sex, with a page that does not name children. */
function isForAdults({ responder: { serves } }: { responder: PackResponder }): boolean {
  return serves?.sex?.length === 1 && !serves.age?.includes('child');
}

/** Authorities that act within their own district only. */
const OF_A_DISTRICT: readonly string[] = ['municipality', 'prosecutor'];

/** A town's crisis centre or shelter is a place that takes people in, whoever runs it. */
function hasDistrict({ kind, services }: PackResponder): boolean {
  return (OF_A_DISTRICT.includes(kind) && !services.includes('shelter')) || services.includes('child-custody');
}

/** Another town's authority has no power here, and while no town was said nobody knows whose it is. */
function isInCharge({ responder, near }: { responder: PackResponder; near: Choice['near'] }): boolean {
  return isNationwide(responder) || near === 'there' || near === 'region';
}

function countryFor(need: Need, c: Case): CountryPack | undefined {
  switch (need.where) {
    case 'found':
      return c.situation.found === undefined ? undefined : c.found;
    case 'origin':
      return c.origin;
    case 'elsewhere':
      return c.elsewhere;
    case 'international':
      return c.directory.countries.get('eu');
    case 'standing':
      return c.directory.countries.get(c.standing);
  }
}

function matches(responder: PackResponder, need: Need, country: CountryPack): boolean {
  const missing = responder.kind === 'missing-children';
  if (missing !== (need.missing ?? false) || need.except?.includes(responder.id)) return false;
  if (need.exceptKinds?.includes(responder.kind)) return false;
  if (need.national && !isNationwide(responder)) return false;
  if (need.line && (isLine(responder, country) || isStandIn(responder, country))) return true;
  return need.match.some((way) => fits(responder, way));
}

function fits(responder: PackResponder, { kinds, services, ids }: Need['match'][number]): boolean {
  if (ids && !ids.includes(responder.id)) return false;
  if (kinds ? !kinds.includes(responder.kind) : !ids && ONLY_WHEN_NAMED.includes(responder.kind)) return false;
  return services === undefined || services.some((service) => responder.services.includes(service));
}

function isLine({ id }: PackResponder, country: CountryPack): boolean {
  return id === country.contactPoint || country.antiTraffickingLine.includes(id);
}

/** A helpline that answers when the lines for trafficking do not. */
function isStandIn(responder: PackResponder, country: CountryPack): boolean {
  return (
    !isLine(responder, country) &&
    responder.kind === 'hotline' &&
    isNationwide(responder) &&
    responder.measures.some((measure) => measure === 2 || measure === 5) &&
    responder.channels.some(({ type, week }) => type === 'phone' && week !== undefined && isRoundTheClock(week))
  );
}

/** Whether the responder serves such a person, as far as pages say. The way in to a country is not shut by the form or the passport. */
function suits(responder: PackResponder, need: Need, c: Case): boolean {
  const { sex, age, nationality, exploitation } = responder.serves ?? {};
  const { situation } = c;
  const wayIn = isWayIn(responder, c);
  if (isChild(c) && age && !age.includes('child')) return false;
  // Places for women or for men are for adults, where their pages do not name children.
  if (isChild(c) && !(wayIn && need.line) && sex?.length === 1 && !age?.includes('child')) return false;
  if (situation.age === 'adult' && age && !age.includes('adult')) return false;
  if (need.children && !age?.includes('child')) return false;
  if (need.saidForms && exploitation && !situation.form) return false;
  // A helpline that stands in for the line is for a child only where its page names children.
  if (need.line && isChild(c) && !wayIn && !age?.includes('child')) return false;
  if (situation.age === undefined && age && !age.includes('adult')) return false;
  if ((situation.sex === 'female' || situation.sex === 'male') && sex && !sex.includes(situation.sex)) return false;
  if (need.form !== undefined) {
    if (!exploitation?.includes(need.form)) return false;
  } else if (!wayIn && situation.form && exploitation && !situation.form.some((form) => exploitation.includes(form))) {
    return false;
  }
  if (wayIn) return true;
  const group = groupIn(responder.country, c);
  return group === 'unknown' || !nationality || nationality.includes(group);
}

/** The contact point, the lines for trafficking, and whoever coordinates. */
function isWayIn(responder: PackResponder, c: Case): boolean {
  const country = c.directory.countries.get(responder.country);
  return (country !== undefined && isLine(responder, country)) || responder.kind === 'national-coordinator';
}

/** To which group the country of a responder counts the person. */
function groupIn(country: Region, c: Case): Group {
  if (country === 'eu' || country === c.situation.found) return c.group;
  if (country === c.situation.origin) return 'national';
  return c.group === 'national' ? 'unknown' : c.group;
}

interface Ranked extends Omit<Choice, 'second'> {
  score: number;
}

/** @returns undefined when there is no way to the responder that the need can use */
function rank(
  responder: PackResponder,
  need: Need,
  country: CountryPack,
  c: Case,
  urgent: boolean,
): Ranked | undefined {
  const { situation } = c;
  const channel = ways(responder, country, c, urgent || need.emergencyLine === true, need.line).find((way) =>
    speaksWith(way, country, c),
  );
  if (!channel || (need.reachable && channel.type === 'web') || (need.callable && !isCall(channel))) return undefined;
  const opening = isCall(channel) ? openingNow(channel, country, c.now) : undefined;
  const confidence = confidenceNow(channel, country, c.now);
  const reasons: Reason[] = [];
  let score = 0;

  if (need.line && responder.id === country.contactPoint) score += 100;
  else if (need.line && country.antiTraffickingLine.includes(responder.id)) score += 80;
  // Of the lines that are asked, one that answers comes before a contact point that does not; a counterpart stays the contact point.
  if (need.line && need.where !== 'origin' && opening && mayBeShut(opening, country, c.now)) score -= 30;

  // What can wait is asked of the emergency centre only where there is nobody else.
  if (need.line && !need.emergencyLine && !urgent && isAlarmCentre(responder, country)) score -= 100;

  const services = need.match.flatMap((way) => way.services ?? []).filter((name) => responder.services.includes(name));
  score += 3 * new Set(services).size;
  // The first way to fit is the one meant; the others stand in.
  if (need.match[0] && fits(responder, need.match[0])) score += 5;

  const { sex, age, exploitation, nationality } = responder.serves ?? {};
  const said = [
    situation.sex && situation.sex !== 'other' ? sex : undefined,
    situation.age ? age : undefined,
    situation.form ? exploitation : undefined,
  ].filter((part) => part !== undefined).length;
  const helped = situation.form?.filter((form) => exploitation?.includes(form)) ?? [];
  const group = groupIn(responder.country, c);
  if (situation.form !== undefined && exploitation !== undefined && helped.length === 0 && need.form === undefined) {
    reasons.push({ code: 'other-forms' });
    score -= 6;
  } else for (const value of helped) reasons.push({ code: 'helps-form', value });
  if (isChild(c) && age?.includes('child')) reasons.push({ code: 'takes', value: 'child' });
  else if (situation.sex && sex?.length === 1 && sex[0] === situation.sex) {
    reasons.push({ code: 'takes', value: situation.sex });
  }
  if (nationality && group !== 'unknown' && !nationality.includes(group)) reasons.push({ code: 'other-nationality' });
  if (responder.serves === undefined && need.match.some((way) => way.services?.includes('shelter'))) {
    reasons.push({ code: 'serves-unsaid' });
  }
  score += 3 * said;
  // A sheltered place of one sex only, and nobody said which this person is: ask first.
  if (sex?.length === 1 && (situation.sex === undefined || situation.sex === 'other')) {
    reasons.push({ code: 'one-sex', value: sex[0] as string });
    score -= 10;
  }
  if (isChild(c) && responder.services.includes('child-care')) score += 6;

  if (opening?.state === 'always') score += 6;
  else if (opening?.state === 'open' && !opening.holiday) score += 5;
  else if (opening?.state === 'closed') score -= 2;

  if (situation.lang !== undefined && channel.languages?.includes(situation.lang)) {
    reasons.push({ code: 'speaks', value: situation.lang });
    score += 4;
  }
  const near = need.line || country !== c.found ? undefined : nearOf(responder, c);
  if (near === 'there' && hasDoorThere(responder, c)) score += 5;
  if (isNationwide(responder)) score += 6;
  else {
    reasons.push({ code: 'local' });
    score -= 6;
  }
  if (channel.type === 'web') score -= 8;
  else if (isCall(channel)) {
    const reach = reachFrom(channel, country, c.standing);
    score += reach === 'yes' ? 8 : 4;
    if (reach === 'unknown') reasons.push({ code: 'reach-unknown' });
  } else score += 3;
  score += confidence === 'confirmed' ? 4 : confidence === 'single' ? 2 : 0;
  const standsIn = need.line === true && isStandIn(responder, country);
  return { responder, country: country.country, channel, opening, confidence, reasons, near, standsIn, score };
}

/** A line in one foreign language is for those who speak it; the country's own and English are for whoever calls for them. */
function speaksWith({ languages }: PackChannel, { country }: CountryPack, { situation: { lang } }: Case): boolean {
  if (languages === undefined || lang === undefined || country === 'eu') return true;
  return languages.some((one) => one === lang || one === 'en' || SPOKEN_IN[country].includes(one));
}

function nearOf(responder: PackResponder, { situation: { place }, directory }: Case): Choice['near'] {
  // A body of the whole country is not nearer to the town where its office stands.
  if (place === undefined || isNationwide(responder)) return undefined;
  const near = nearness(responder, place, directory);
  return near === 'no' ? 'elsewhere' : near;
}

/** Its address is in the place that was said: it is surer to take somebody there than who works in many towns. */
function hasDoorThere(
  { addresses = [], ...responder }: PackResponder,
  { situation: { place }, directory }: Case,
): boolean {
  return addresses.some(
    (address) =>
      nearness({ ...responder, name: { en: '' }, coverage: '', addresses: [address] }, place ?? '', directory) ===
      'there',
  );
}

/** Shut, or of hours that nobody says, at night. */
function mayBeShut({ state }: Opening, { timeZone }: CountryPack, now: Date): boolean {
  return state === 'closed' || (state === 'unknown' && isNight(timeZone, now));
}

export function answersNow({ opening }: Pick<Choice, 'opening'>): boolean {
  return opening?.state === 'always' || (opening?.state === 'open' && !opening.holiday);
}

/** Whether a number can be dialled from where the user stands. A short number means another body in another country. */
export function reachFrom(channel: PackChannel, country: NumberHome, standing: Region): 'yes' | 'unknown' | 'no' {
  if (!isCall(channel)) return 'yes';
  const way = dialling(channel, country, standing === 'eu' ? undefined : standing);
  if (way.how === 'as-is' || (way.how === 'abroad' && way.sure)) return 'yes';
  return way.how === 'abroad' ? 'unknown' : 'no';
}

/** For who calls by a satellite telephone only, by the words in which curators say so. */
const isForSatellites = ({ purpose }: PackChannel) => /satellite/i.test(purpose ?? '');

const ANSWERS: Record<Opening['state'], number> = { always: 0, open: 0, unknown: 1, closed: 2 };
const BY_TYPE: readonly PackChannel['type'][] = ['phone', 'sms', 'chat', 'telegram', 'email', 'form', 'web'];

const waysKnown = new WeakMap<PackResponder, { at: number; standing: Region; ways: PackChannel[] }>();

/**
 * The ways to a responder from where the user stands, best first: dialable for sure, by type, answering now, as the
 * curator put them. None through a body that the case rules out, and by an emergency number only where that is urgent.
 * A line that is the emergency number itself has no other telephone inside its country: those are for callers elsewhere;
 * and its chat is read by the same centre, so that it is no way for what can wait.
 */
function ways(responder: PackResponder, country: CountryPack, c: Case, urgent: boolean, asLine = false): PackChannel[] {
  const centre = isAlarmCentre(responder, country);
  const alarm = centre && c.standing === country.country;
  // From elsewhere it is rung as the country's line, and for nothing else that can wait: a journey, wages, a bed at home.
  if (centre && !urgent && (alarm || !asLine)) return [];
  return waysFrom(responder, country, c).filter(
    (channel) =>
      (urgent || !isEmergency(channel, country)) &&
      (!alarm || !isCall(channel) || isEmergency(channel, country)) &&
      !country.responders.some((other) => other.id === channel.via && isRuledOut(other, c)),
  );
}

/** A line for trafficking that is the emergency number itself: Iceland's. */
function isAlarmCentre(responder: PackResponder, country: CountryPack): boolean {
  return (
    isLine(responder, country) &&
    responder.channels.some((channel) => channel.via === undefined && isEmergency(channel, country))
  );
}

function waysFrom(responder: PackResponder, country: CountryPack, { standing, now }: Case): PackChannel[] {
  const known = waysKnown.get(responder);
  if (known?.at === now.getTime() && known.standing === standing) return known.ways;
  const order = (channel: PackChannel) => {
    const reach = reachFrom(channel, country, standing) === 'yes' ? 0 : 1;
    const answers = isCall(channel) ? ANSWERS[openingNow(channel, country, now).state] : 0;
    return BY_TYPE.indexOf(channel.type) * 6 + reach * 3 + answers;
  };
  const sorted = responder.channels
    .filter((channel) => reachFrom(channel, country, standing) !== 'no' && !isForSatellites(channel))
    .map((channel) => ({ channel, order: order(channel) }))
    .sort((a, b) => a.order - b.order)
    .map(({ channel }) => channel);
  waysKnown.set(responder, { at: now.getTime(), standing, ways: sorted });
  return sorted;
}

/**
 * Where to turn when the first way fails: another number or mailbox of the same body, then the country's lines for
 * trafficking, then those of the country found in and of the one the user stands in; in danger an emergency number that
 * works from there. Never who is ruled out, and never the first way again.
 * @returns undefined when the first way is confirmed, or nobody else was found
 */
function secondWay(
  choice: Omit<Choice, 'second'>,
  country: CountryPack,
  c: Case,
  urgent: boolean,
): SecondWay | undefined {
  if (choice.confidence === 'confirmed' && choice.channel.type !== 'web') return undefined;
  const first = choice.channel.value;
  const other = ({ value, type }: PackChannel) => value !== first && type !== 'web';
  const by = ({ id }: PackResponder, channel: PackChannel, home: CountryPack): SecondWay => {
    const answers = isCall(channel) && !isEmergency(channel, home);
    return { responder: id, channel, opening: answers ? openingNow(channel, home, c.now) : undefined };
  };
  const own = ways(choice.responder, country, c, urgent).find(other);
  if (own) return by(choice.responder, own, country);
  const here = c.directory.countries.get(c.standing) ?? c.found;
  for (const pack of new Set([country, c.found, here])) {
    for (const id of [pack.contactPoint, ...pack.antiTraffickingLine]) {
      const line = pack.responders.find((responder) => responder.id === id);
      if (!line || line.id === choice.responder.id || isRuledOut(line, c)) continue;
      if (!suits(line, { where: 'found', match: [], limit: 1 }, c)) continue;
      const channel = ways(line, pack, c, urgent).find(other);
      if (channel) return by(line, channel, pack);
    }
  }
  if (!urgent) return undefined;
  const emergency = emergencyFrom(c.found, c.standing)[0] ?? emergencyFrom(here, c.standing)[0];
  return emergency === undefined || emergency === first ? undefined : { emergency };
}

/** The country's emergency numbers that can be dialled from there, the one for most services first. */
export function emergencyFrom(
  country: Pick<CountryPack, 'country' | 'emergency'>,
  standing: Region,
  service: 'police' | 'ambulance' = 'police',
): string[] {
  const abroad = country.country !== 'eu' && standing !== country.country;
  return country.emergency
    .filter((entry) => entry.for.includes(service) && entry.number.startsWith('+') === abroad)
    .sort((a, b) => b.for.length - a.for.length)
    .map(({ number }) => number);
}

// A confidence holds for a day and an opening for a moment, and a plan asks for the same ones many times.
const confidences = new WeakMap<PackChannel, { day: number; confidence: Confidence }>();
const openings = new WeakMap<PackChannel, { at: number; opening: Opening }>();

function confidenceNow(channel: PackChannel, country: CountryPack, now: Date): Confidence {
  const day = Math.floor(now.getTime() / 86_400_000);
  const known = confidences.get(channel);
  if (known?.day === day) return known.confidence;
  const confidence = channelConfidence(country, channel, now);
  confidences.set(channel, { day, confidence });
  return confidence;
}

function openingNow(channel: PackChannel, country: CountryPack, now: Date): Opening {
  const known = openings.get(channel);
  if (known?.at === now.getTime()) return known.opening;
  const opening = openingOf(channel, country, now);
  openings.set(channel, { at: now.getTime(), opening });
  return opening;
}
