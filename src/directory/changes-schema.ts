/** What an edition changed, as its country's pack says it: worked out at build, for the last ten editions that touched the country. */
import * as v from 'valibot';
import { ResponderId } from './schema.ts';

/** How many editions a country's pack tells of. */
export const EDITIONS_TOLD = 10;

/**
 * One thing that changed:
 * - `new`, `gone`: a responder came or went
 * - `contact`: a number or address of a responder (or an emergency number of the country) is another, came or went
 * - `confirmed`: a number or address has become confirmed
 * - `facts`: something else that is said of the responder or the country
 */
export const Change = v.strictObject({
  what: v.picklist(['new', 'gone', 'contact', 'confirmed', 'facts']),
  /** Whose. Absent for what the country itself says. */
  responder: v.optional(ResponderId),
  /** How a responder that is gone was called, in English. */
  name: v.optional(v.string()),
  /** Which kind of contact; `emergency` for the country's emergency numbers. */
  type: v.optional(v.string()),
  /** What stood there, written as one reads it; absent where nothing did. */
  was: v.optional(v.string()),
  /** What stands there now, written as one reads it; absent where nothing does. */
  now: v.optional(v.string()),
  /** What stands there now, as dialled or written to. */
  value: v.optional(v.string()),
});

export const EditionChanges = v.strictObject({
  edition: v.pipe(v.number(), v.integer(), v.minValue(1)),
  date: v.pipe(v.string(), v.isoDate()),
  changes: v.pipe(v.array(Change), v.minLength(1)),
});

export type Change = v.InferOutput<typeof Change>;
export type EditionChanges = v.InferOutput<typeof EditionChanges>;
