/**
 * The rows of the database `workspace`, and how they are read: whatever stands in one, something comes out that the
 * screens can show, so that a row written by another version or by nobody we know never takes the others along.
 */
import type {
  About,
  Agreed,
  Own,
  OwnChannel,
  OwnContact,
  OwnKind,
  OwnNote,
  Question,
  Visit,
  VisitPart,
} from './own.ts';

/** A responder the user kept or opened, with what still helps when a later edition no longer has it. */
export interface Noted {
  /** The responder's id. */
  id: string;
  /** When, in milliseconds since 1970. */
  at: number;
  /** Its names by language, as they were then. */
  name: Record<string, string>;
  /** The number or address one would have tapped first, as shown then. */
  number?: string | undefined;
}

/** What was ticked in one guide: the keys of its items. */
export interface TicksRow {
  /** The guide's slug. */
  guide: string;
  done: string[];
}

/** What the user did with a referral plan: codes, ticks and days, and nothing that names a person. */
export interface PlanContent {
  /** Ids of the steps that are done. */
  ticks: string[];
  /** Days from which limits count, `YYYY-MM-DD`, by what happened on them. */
  days: Record<string, string>;
  /** What was added to the handover note, coded. */
  note?: unknown;
  /** What the user calls the plan. */
  name?: string;
}

/** The plan of one situation. */
export interface KeptPlan extends PlanContent {
  /** The situation as its address has it. */
  key: string;
  /** When it was last changed, in milliseconds since 1970. */
  at: number;
}

/** What the user wrote to the curators. It stays until the user deletes it, sent or not. */
export interface Correction {
  id: string;
  /** When it was last changed, in milliseconds since 1970. */
  at: number;
  /** The day it was written, `YYYY-MM-DD`. */
  made: string;
  /** The edition that was looked at. */
  edition: number;
  /** The proposal, in the form of `src/directory/proposal.ts`; whoever sends or changes it checks it again. */
  proposal: Record<string, unknown>;
  /** The day on which the user said that it was sent. */
  sent?: string | undefined;
}

/** @returns undefined for a row without a responder's id, which nothing can be done with */
export function readNoted(row: unknown): Noted | undefined {
  const { id, at, name, number } = fields(row);
  if (typeof id !== 'string') return undefined;
  const names = texts(name);
  return {
    id,
    at: moment(at),
    name: Object.keys(names).length > 0 ? names : { en: id },
    ...(typeof number === 'string' && { number }),
  };
}

/** @returns undefined where nothing is ticked */
export function readTicksRow(row: unknown): string[] | undefined {
  const done = strings(fields(row).done);
  return done.length > 0 ? done : undefined;
}

/** @returns undefined for a row without a situation */
export function readPlanRow(row: unknown): KeptPlan | undefined {
  const { key, at, ticks, days, note, name } = fields(row);
  if (typeof key !== 'string') return undefined;
  const dated = Object.entries(texts(days)).filter(([, day]) => isDay(day));
  return {
    key,
    at: moment(at),
    ticks: strings(ticks),
    days: Object.fromEntries(dated),
    ...(note !== undefined && { note }),
    ...(isText(name) && { name }),
  };
}

/** @returns undefined for a row without an id or without a proposal */
export function readCorrection(row: unknown): Correction | undefined {
  const { id, at, made, edition, proposal, sent } = fields(row);
  const content = fields(proposal);
  if (typeof id !== 'string' || typeof content.kind !== 'string') return undefined;
  return {
    id,
    at: moment(at),
    made: dayOr(made, moment(at)),
    edition: typeof edition === 'number' && Number.isInteger(edition) && edition > 0 ? edition : 1,
    proposal: content,
    ...(isDay(sent) && { sent }),
  };
}

/** @returns undefined for a row without an id or a name, which is damaged */
export function readContact(row: unknown): OwnContact | undefined {
  const { id, at, name, role, organisation, country, channels, languages, met, note, responder, mine, byCard } =
    fields(row);
  if (typeof id !== 'string' || !isText(name)) return undefined;
  return {
    id,
    at: moment(at),
    name,
    channels: items(channels, readChannel),
    languages: strings(languages),
    ...textsOf({ role, organisation, country, met, note, responder }),
    ...(mine === true && { mine }),
    ...(byCard === true && { byCard }),
  };
}

/** @returns undefined for a row without an id, a text or something it is on, which is damaged */
export function readNote(row: unknown): OwnNote | undefined {
  const { id, at, about, day, text } = fields(row);
  const on = readAbout(about);
  if (typeof id !== 'string' || !on || !isText(text)) return undefined;
  return { id, at: moment(at), about: on, day: dayOr(day, moment(at)), text };
}

/** @returns undefined for a row without an id or a title, which is damaged */
export function readVisit(row: unknown): Visit | undefined {
  const { id, at, title, country, home, place, from, to, people, organisations, ...lists } = fields(row);
  if (typeof id !== 'string' || !isText(title)) return undefined;
  return {
    id,
    at: moment(at),
    title,
    country: typeof country === 'string' ? country : '',
    ...textsOf({ home, place, organisations }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
    ...(typeof people === 'number' && Number.isInteger(people) && people > 0 && { people }),
    programme: items(lists.programme, readPart),
    met: items(lists.met, readAbout),
    questions: items(lists.questions, readQuestion),
    agreed: items(lists.agreed, readAgreed),
    ready: strings(lists.ready),
  };
}

// What a newer version wrote beside the fields of an item stays with the item.

function readChannel(item: unknown): OwnChannel | undefined {
  const { kind, value, label, ...rest } = fields(item);
  if (!(kind === 'phone' || kind === 'email' || kind === 'web') || !isText(value)) return undefined;
  return { ...rest, kind, value, ...textsOf({ label }) };
}

function readAbout(item: unknown): About | undefined {
  const { kind, id } = fields(item);
  if (!(kind === 'responder' || kind === 'contact' || kind === 'visit') || typeof id !== 'string') return undefined;
  return { ...fields(item), kind, id };
}

function readPart(item: unknown): VisitPart | undefined {
  const { day, text, ...rest } = fields(item);
  return isDay(day) && isText(text) ? { ...rest, day, text } : undefined;
}

function readQuestion(item: unknown): Question | undefined {
  const { id, text, done, ...rest } = fields(item);
  if (typeof id !== 'string' || !isText(text)) return undefined;
  return { ...rest, id, text, ...(done === true && { done }) };
}

function readAgreed(item: unknown): Agreed | undefined {
  const { by, ...rest } = fields(item);
  const point = readQuestion(rest);
  return point && { ...point, ...(isDay(by) && { by }) };
}

/** How the rows of each table of one's own are read. */
export const READERS: { [Kind in OwnKind]: (row: unknown) => Own[Kind] | undefined } = {
  contacts: readContact,
  notes: readNote,
  visits: readVisit,
};

function fields(row: unknown): Record<string, unknown> {
  return typeof row === 'object' && row !== null ? (row as Record<string, unknown>) : {};
}

/** Each text once. */
function strings(value: unknown): string[] {
  return Array.isArray(value) ? [...new Set(value.filter((one) => typeof one === 'string'))] : [];
}

function texts(value: unknown): Record<string, string> {
  const pairs = Object.entries(fields(value)).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return Object.fromEntries(pairs);
}

/** What can be read of a list. */
function items<T>(value: unknown, read: (item: unknown) => T | undefined): T[] {
  return Array.isArray(value) ? value.flatMap((item) => read(item) ?? []) : [];
}

/** Those that say something. */
function textsOf<Name extends string>(values: Record<Name, unknown>): { [Each in Name]?: string } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => isText(value))) as { [Each in Name]?: string };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** A moment that a date can be made of. */
function moment(value: unknown): number {
  return typeof value === 'number' && Math.abs(value) <= 8.64e15 ? value : 0;
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}

/** The day that stands there, else that of the moment it was changed. */
function dayOr(value: unknown, at: number): string {
  return isDay(value) ? value : new Date(at).toISOString().slice(0, 10);
}
