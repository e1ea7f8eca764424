/**
 * The rows of the database `workspace`, and how they are read: whatever stands in one, something comes out that the
 * screens can show, so that a row written by another version or by nobody we know never takes the others along.
 */

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
  const { key, at, ticks, days, note } = fields(row);
  if (typeof key !== 'string') return undefined;
  const dated = Object.entries(texts(days)).filter(([, day]) => isDay(day));
  return {
    key,
    at: moment(at),
    ticks: strings(ticks),
    days: Object.fromEntries(dated),
    ...(note !== undefined && { note }),
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
    made: typeof made === 'string' && isDay(made) ? made : new Date(moment(at)).toISOString().slice(0, 10),
    edition: typeof edition === 'number' && Number.isInteger(edition) && edition > 0 ? edition : 1,
    proposal: content,
    ...(typeof sent === 'string' && isDay(sent) && { sent }),
  };
}

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

/** A moment that a date can be made of. */
function moment(value: unknown): number {
  return typeof value === 'number' && Math.abs(value) <= 8.64e15 ? value : 0;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
