/**
 * Proposals: corrections that somebody sends in, in one form, whoever sends them and by whatever road. `npm run data:apply`
 * turns a file of them into a diff in `data/`.
 */
import * as v from 'valibot';
import {
  Check,
  codes,
  Day,
  EmailChannel,
  LanguageCode,
  NumberChannel,
  REGIONS,
  Responder,
  ResponderId,
  Source,
  Text,
  WebChannel,
  WrittenChannel,
} from './schema.ts';

/** What somebody knows without a page: they rang it, wrote to it, stood there, or were told. */
export const Word = v.strictObject({
  how: v.picklist(['rang', 'wrote', 'visited', 'told']),
  /** The office they speak for, never a person. */
  by: Text,
  day: Day,
});

/** How the sender knows: a page that anybody can read again, or their own word. */
export const PageOrWord = v.union([Source, Word], 'a source is a page (url) or a word (how, by, day)');

/** Which of a responder's ways in is meant. */
export const ChannelKey = v.strictObject({
  type: v.picklist(['phone', 'sms', 'email', 'web', 'chat', 'form', 'telegram']),
  value: Text,
  short: v.optional(v.literal(true)),
});

const RESTS_ON = ['sources', 'hoursSources', 'disagreement', 'checks'] as const;

/** A way in without what it rests on: that is said once, for the whole proposal. */
export const NewChannel = v.variant('type', [
  v.omit(NumberChannel, RESTS_ON),
  v.omit(EmailChannel, RESTS_ON),
  v.omit(WebChannel, RESTS_ON),
  v.omit(WrittenChannel, RESTS_ON),
]);

const common = {
  id: v.optional(v.pipe(Text, v.maxLength(100))),
  /** When it was noted; else the day of the file. */
  day: v.optional(Day),
  /** For the curator who reads it; never published. */
  note: v.optional(Text),
};

/** Another page states this, too. */
export const Confirm = v.strictObject({
  kind: v.literal('confirm'),
  responder: ResponderId,
  channel: ChannelKey,
  source: Source,
  ...common,
});

/** One field is different. Without `channel` it is the responder's own. */
export const Change = v.strictObject({
  kind: v.literal('change'),
  responder: ResponderId,
  channel: v.optional(ChannelKey),
  field: v.pipe(v.string(), v.regex(/^[a-zA-Z]+$/, 'a field is one word such as "hours"')),
  /** What stands there as the sender sees it: when it has become something else meanwhile, nothing is changed. */
  old: v.optional(v.unknown()),
  /** `null` takes the field away. */
  new: v.unknown(),
  source: PageOrWord,
  ...common,
});

export const AddChannel = v.strictObject({
  kind: v.literal('add-channel'),
  responder: ResponderId,
  channel: NewChannel,
  source: PageOrWord,
  ...common,
});

/** A body that is not there yet. Where its facts name sources, they name the addresses of `sources`. */
export const AddResponder = v.strictObject({
  kind: v.literal('add-responder'),
  responder: Responder,
  sources: v.pipe(v.array(Source), v.minLength(1)),
  ...common,
});

/** A way in, or the whole responder, does not exist any more. */
export const Gone = v.strictObject({
  kind: v.literal('gone'),
  responder: ResponderId,
  channel: v.optional(ChannelKey),
  source: PageOrWord,
  ...common,
});

/** Where a fact belongs: a measure, a legal fact, a year's statistics, an emergency or harmonised number, a body of the network, a responder, what stays open. */
export const FactPlace = v.pipe(
  v.string(),
  v.regex(
    /^(measure\.[1-7]|legal\.[a-zA-Z]+|statistics\.\d{4}|emergency\.\+?\d{2,15}|harmonised\.\d{3,6}|network\.[a-z]{2}-n-\d+|(responder|disagreement)\.[a-z]{2}-[a-z0-9-]+|question)$/,
    'a fact is about measure.5, legal.offence, statistics.2024, emergency.112, harmonised.116006, network.lv-n-2, responder.<id>, disagreement.<id> or question',
  ),
);

/** Something about a country or a responder, in one or two plain sentences. */
export const FactProposal = v.strictObject({
  kind: v.literal('fact'),
  country: v.optional(v.picklist(REGIONS)),
  about: FactPlace,
  text: Text,
  /** The words that this takes the place of. */
  old: v.optional(Text),
  /** Statistics: victims identified in the year. */
  identified: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** Emergency: whom a new number brings. */
  for: v.optional(codes('emergency')),
  /** Open question: whom it concerns. */
  responders: v.optional(v.array(ResponderId)),
  /** The language of the screen on which `text` was written; absent is English, which is the data's. */
  language: v.optional(LanguageCode),
  source: PageOrWord,
  ...common,
});

/** An office tried a number, a mailbox or a door. */
export const CheckProposal = v.strictObject({
  kind: v.literal('check'),
  responder: ResponderId,
  channel: v.optional(ChannelKey),
  /** The text of the address, where it is a door. */
  address: v.optional(Text),
  check: Check,
  ...common,
});

export const Proposal = v.variant('kind', [
  Confirm,
  Change,
  AddChannel,
  AddResponder,
  Gone,
  FactProposal,
  CheckProposal,
]);

/** A file of proposals. */
export const ProposalsFile = v.strictObject({
  $schema: v.optional(v.string()),
  /** The country of facts that do not name theirs. */
  country: v.optional(v.picklist(REGIONS)),
  made: Day,
  /** The edition that the sender saw. */
  edition: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  proposals: v.array(Proposal),
});

export type Word = v.InferOutput<typeof Word>;
export type ChannelKey = v.InferOutput<typeof ChannelKey>;
export type Proposal = v.InferOutput<typeof Proposal>;
export type ProposalOf<Kind extends Proposal['kind']> = Extract<Proposal, { kind: Kind }>;
