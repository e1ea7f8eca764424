/**
 * The schema of the networks: the bodies in which authorities and organisations of a country, or of the region, work together
 * against trafficking. One file a country, beside its responders.
 */
import * as v from 'valibot';
import { REGIONS } from './codes.ts';
import { Fact, Labels, PartialDate, ResponderId, SourceIds, Text } from './schema.ts';

/** How far a body reaches. `international`: the regional level and beyond. */
export const LEVELS = ['international', 'national', 'regional', 'local'] as const;

/** Who sits in a body, or leads it: by name, and the responder that it is, where the directory has it. */
const Member = v.strictObject({ name: Text, responder: v.optional(ResponderId) });

export const NetworkBody = v.strictObject({
  /** `lv-n-2`: country, `n`, a number that is never used again. */
  id: v.pipe(v.string(), v.regex(/^[a-z]{2}-n-\d+$/, 'an id of a network looks like lv-n-2')),
  name: Labels,
  level: v.picklist(LEVELS),
  /** Its own entry in the directory. */
  responder: v.optional(ResponderId),
  about: Fact,
  leads: v.optional(v.strictObject({ who: Text, responder: v.optional(ResponderId), sources: SourceIds })),
  members: v.optional(v.strictObject({ who: v.pipe(v.array(Member), v.minLength(1)), sources: SourceIds })),
  /** How a practitioner reaches it, or brings a case or a lesson to it. */
  reach: v.optional(Fact),
  since: v.optional(v.strictObject({ date: PartialDate, sources: SourceIds })),
  /** Whether it still meets, and what shows it. Absent = no page says. */
  meets: v.optional(v.strictObject({ state: v.picklist(['meets', 'ended']), text: Text, sources: SourceIds })),
  /** Where pages disagree about it. */
  disagreement: v.optional(Fact),
});

/** `network.json` of a country, or of the international folder. */
export const NetworkFile = v.strictObject({
  $schema: v.optional(v.string()),
  country: v.picklist(REGIONS),
  bodies: v.array(NetworkBody),
  /** What was looked for and not found. */
  openQuestions: v.array(Text),
});

export type NetworkBody = v.InferOutput<typeof NetworkBody>;
export type NetworkFile = v.InferOutput<typeof NetworkFile>;
