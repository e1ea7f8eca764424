/** What somebody fills in about something that is wrong, and the proposal it becomes. No React. */
import * as v from 'valibot';
import { textDefect } from '../directory/hostile.ts';
import type { ChannelKey, Proposal, Word } from '../directory/proposal.ts';
import { readProposal } from '../directory/proposal-text.ts';
import { Dialled, Mailbox, PartialDate, type Region, Source } from '../directory/schema.ts';
import { seen } from '../directory/visible.ts';

/** What a correction is about, with what stands there now. */
export type Target =
  | {
      of: 'channel';
      responder: string;
      channel: ChannelKey;
      hours?: string | undefined;
      fromAbroad?: boolean | undefined;
    }
  | { of: 'address'; responder: string; address: string }
  | { of: 'responder'; responder: string }
  | { of: 'fact'; country: Region; about: string; old?: string | undefined };

export const WHATS = [
  'value',
  'dead',
  'no-answer',
  'hours',
  'abroad',
  'right',
  'missing',
  'gone',
  'else',
  'text',
] as const;
/** What is wrong with it. */
export type What = (typeof WHATS)[number];

export const HOWS = ['rang', 'wrote', 'visited', 'page', 'told'] as const;
/** How the sender knows. */
export type How = (typeof HOWS)[number];

export const TYPES = [
  'phone',
  'sms',
  'email',
  'web',
  'chat',
  'form',
  'telegram',
] as const satisfies readonly ChannelKey['type'][];

/** Days of the week in a row, 0 is Monday, and the time between which somebody answers, `HH:MM`. */
export interface HoursRow {
  from: number;
  to: number;
  opens: string;
  closes: string;
}

/** The fields as they are filled in. What does not belong to the target and `what` is passed over. */
export interface Form {
  target: Target;
  what: What;
  /** The right number, mailbox, address. */
  value: string;
  /** What kind of way in is missing. */
  type: ChannelKey['type'];
  always: boolean;
  hours: readonly HoursRow[];
  abroad: '' | 'yes' | 'no';
  /** What is right, in own words. */
  text: string;
  how: '' | How;
  url: string;
  /** The date that the page itself carries. */
  pageDate: string;
  /** The office one speaks for, never a person. */
  by: string;
  /** When one rang, was there, saw the page or was told. */
  day: string;
  note: string;
}

export type Field = 'value' | 'hours' | 'abroad' | 'text' | 'how' | 'url' | 'pageDate' | 'by' | 'day' | 'note';
export type Problem =
  | 'empty'
  | 'number'
  | 'mailbox'
  | 'address'
  | 'same'
  | 'hours'
  | 'choose'
  | 'date'
  | 'future'
  | 'long'
  | 'markup'
  | 'runs'
  | 'alike'
  /** The schema refuses it for another reason. */
  | 'refused';
export type Problems = Partial<Record<Field, Problem>>;

/** How much a field takes, in UTF-16 units. */
export const LIMITS = { value: 300, text: 1500, url: 500, pageDate: 10, by: 120, day: 10, note: 500 } as const;

/** An empty form. */
export function emptyForm(target: Target, today: string): Form {
  return {
    target,
    what: whatsOf(target)[0] ?? 'else',
    value: '',
    type: 'phone',
    always: false,
    hours: [{ from: 0, to: 4, opens: '', closes: '' }],
    abroad: '',
    text: '',
    how: '',
    url: '',
    pageDate: '',
    by: '',
    day: today,
    note: '',
  };
}

const isNumber = (type: ChannelKey['type']) => type === 'phone' || type === 'sms';

/** What can be wrong with a target, the most frequent first. */
export function whatsOf(target: Target): What[] {
  switch (target.of) {
    case 'channel':
      if (isNumber(target.channel.type)) return ['value', 'dead', 'no-answer', 'hours', 'abroad', 'right', 'else'];
      if (target.channel.type === 'web') return ['value', 'dead', 'right', 'else'];
      return ['value', 'dead', 'no-answer', 'right', 'else'];
    case 'address':
      return ['value', 'dead', 'right'];
    case 'responder':
      return ['missing', 'gone', 'else'];
    case 'fact':
      return ['text'];
  }
}

/** How one can know it. */
export function howsOf(target: Target, what: What): How[] {
  const hows: How[] =
    target.of === 'channel'
      ? isNumber(target.channel.type)
        ? ['rang', 'page', 'told', 'visited']
        : target.channel.type === 'web'
          ? ['visited', 'page', 'told']
          : ['wrote', 'page', 'told', 'visited']
      : target.of === 'address'
        ? ['visited', 'rang', 'page', 'told']
        : target.of === 'responder'
          ? ['page', 'rang', 'wrote', 'visited', 'told']
          : ['page', 'rang', 'visited', 'told'];
  // Whoever tried it says so; what one was told is no trial.
  if (what === 'no-answer') return hows.filter((how) => how !== 'page' && how !== 'told');
  // A page does not say that somebody's door was seen.
  if (what === 'right') return hows.filter((how) => how !== 'told' && (how !== 'page' || target.of === 'channel'));
  return hows;
}

/** Which fields stand on the screen. */
export function fieldsOf({ target, what, how }: Pick<Form, 'target' | 'what' | 'how'>): Field[] {
  const right: Field[] =
    what === 'value' || what === 'missing'
      ? ['value']
      : what === 'hours'
        ? ['hours']
        : what === 'abroad'
          ? ['abroad']
          : what === 'else' || what === 'text'
            ? ['text']
            : [];
  const known = how !== '' && howsOf(target, what).includes(how);
  const source: Field[] = !known ? [] : how === 'page' ? ['url', 'pageDate', 'day'] : ['day', 'by'];
  return [...right, 'how', ...source, 'note'];
}

/** What the phone adds. */
export interface Frame {
  id: string;
  /** `YYYY-MM-DD` where the phone is. */
  today: string;
  /** The language of the screen. */
  language: string;
}

/** The proposal of a form, or what is wrong with which field. */
export function proposalOf(form: Form, frame: Frame): { proposal: Proposal } | { problems: Problems } {
  const cleaned = { ...form };
  for (const field of ['value', 'text', 'url', 'pageDate', 'by', 'day', 'note'] as const) {
    cleaned[field] = seen(form[field]);
  }
  const problems: Problems = {};
  const fields = fieldsOf(cleaned);
  for (const field of fields) {
    const problem = problemOf(field, cleaned, frame.today);
    if (problem) problems[field] = problem;
  }
  if (Object.keys(problems).length > 0) return { problems };
  const read = readProposal(made(cleaned, frame));
  if ('proposal' in read) return read;
  return { problems: { [fields[0] ?? 'text']: 'refused' } };
}

function problemOf(field: Field, form: Form, today: string): Problem | undefined {
  if (field === 'hours') return form.always || hoursText(form.hours) !== undefined ? undefined : 'hours';
  if (field === 'abroad') return form.abroad === '' ? 'choose' : undefined;
  if (field === 'how')
    return form.how !== '' && howsOf(form.target, form.what).includes(form.how) ? undefined : 'choose';
  const text = form[field];
  if (text === '') return field === 'pageDate' || field === 'note' ? undefined : 'empty';
  if (said(field, text, form.target).length > LIMITS[field]) return 'long';
  const defect = textDefect(field === 'url' ? pageAddress(text) : text);
  if (defect) return defect.code;
  switch (field) {
    case 'value':
      return valueProblem(form);
    case 'text':
      return form.target.of === 'fact' && form.target.old === text ? 'same' : undefined;
    case 'url':
      return v.is(Source, { url: pageAddress(text) }) ? undefined : 'address';
    case 'pageDate':
      if (!v.is(PartialDate, text) || !isReal(text)) return 'date';
      return text > today.slice(0, text.length) ? 'future' : undefined;
    case 'day':
      if (!/^\d{4}-\d\d-\d\d$/.test(text) || !isReal(text)) return 'date';
      return text > today ? 'future' : undefined;
    default:
      return undefined;
  }
}

/** What is said of one of several numbers names it. */
const said = (field: Field, text: string, target: Target) =>
  field === 'text' && target.of === 'channel' ? `${target.channel.value}: ${text}` : text;

function valueProblem({ target, what, type, value }: Form): Problem | undefined {
  if (target.of === 'address') return target.address === value ? 'same' : undefined;
  const kind = what === 'missing' || target.of !== 'channel' ? type : target.channel.type;
  const right = dialled(kind, value);
  if (isNumber(kind)) {
    if (!v.is(Dialled, right)) return 'number';
  } else if (kind === 'email') {
    if (!v.is(Mailbox, right)) return 'mailbox';
  } else if (!v.is(Source, { url: right }) || (kind !== 'web' && !right.startsWith('https:'))) return 'address';
  return what === 'value' && target.of === 'channel' && target.channel.value === right ? 'same' : undefined;
}

/** A number as a phone dials it, however it was grouped; a page with its `https://`. */
function dialled(type: ChannelKey['type'], text: string): string {
  if (type === 'email') return text;
  if (!isNumber(type)) return pageAddress(text);
  return text.replace(/[\s().\-–/]/g, '').replace(/^00/, '+');
}

const pageAddress = (text: string) => (/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);

/** Whether there was such a day, month or year. */
function isReal(date: string): boolean {
  const day = `${date}-01-01`.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

function made(form: Form, { id, language }: Frame): unknown {
  const { target, what, how, text, day, by } = form;
  const word: Word | undefined = how === 'page' || how === '' ? undefined : { how, by, day };
  const page = { url: pageAddress(form.url), ...(form.pageDate !== '' && { date: form.pageDate }) };
  const source = word ?? page;
  const common = { id, ...(!word && { day }), ...(form.note !== '' && { note: form.note }) };
  if (target.of === 'fact') {
    const { country, about, old } = target;
    return {
      kind: 'fact',
      country,
      about,
      text,
      ...(old !== undefined && { old }),
      ...spoken(language),
      source,
      ...common,
    };
  }
  const { responder } = target;
  const checked = (outcome: 'right' | 'wrong' | 'no-answer') => ({ by, day, how, outcome });
  if (target.of === 'address') {
    const { address } = target;
    if (what === 'right' || (what === 'dead' && how === 'visited')) {
      return { kind: 'check', responder, address, check: checked(what === 'right' ? 'right' : 'wrong'), ...common };
    }
    const next = what === 'dead' ? null : { text: form.value };
    return { kind: 'change', responder, field: 'address', old: address, new: next, source, ...common };
  }
  if (what === 'else') {
    return {
      kind: 'fact',
      about: `responder.${responder}`,
      text: said('text', text, target),
      ...spoken(language),
      source,
      ...common,
    };
  }
  if (target.of === 'responder') {
    if (what === 'gone') return { kind: 'gone', responder, source, ...common };
    const value = dialled(form.type, form.value);
    const short = isNumber(form.type) && !value.startsWith('+') && { short: true };
    return { kind: 'add-channel', responder, channel: { type: form.type, value, ...short }, source, ...common };
  }
  const { channel } = target;
  const change = (field: string, old: unknown, next: unknown) => ({
    ...{ kind: 'change', responder, channel, field, old: old ?? null, new: next, source },
    ...common,
  });
  switch (what) {
    case 'value':
      return change('value', channel.value, dialled(channel.type, form.value));
    case 'hours':
      return change('hours', target.hours, form.always ? '24/7' : hoursText(form.hours));
    case 'abroad':
      return change('fromAbroad', target.fromAbroad, form.abroad === 'yes');
    case 'right':
      if (!word) return { kind: 'confirm', responder, channel, source: page, ...common };
      return { kind: 'check', responder, channel, check: checked('right'), ...common };
    case 'no-answer':
      return { kind: 'check', responder, channel, check: checked('no-answer'), ...common };
    default:
      return { kind: 'gone', responder, channel, source, ...common };
  }
}

const spoken = (language: string) => language !== 'en' && { language };

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/** Rows in OpenStreetMap syntax: `Mo-Fr 09:00-17:00; Sa 10:00-14:00`; undefined when a row is not whole or none is there. */
export function hoursText(rows: readonly HoursRow[]): string | undefined {
  const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
  const daysOf = ({ from, to }: HoursRow) =>
    DAYS.filter((_, day) => (from <= to ? day >= from && day <= to : day >= from || day <= to));
  let text = '';
  for (const [at, row] of rows.entries()) {
    const { from, to, opens, closes } = row;
    if (!DAYS[from] || !DAYS[to] || !isTime(opens) || !isTime(closes) || opens === closes) return undefined;
    const again = rows.slice(0, at).some((other) => daysOf(other).some((day) => daysOf(row).includes(day)));
    // A rule behind ";" would take away what was said of the same day before.
    const join = at === 0 ? '' : again ? ', ' : '; ';
    text += `${join}${DAYS[from]}${from === to ? '' : `-${DAYS[to]}`} ${opens}-${closes}`;
  }
  return text === '' ? undefined : text;
}

function hoursRows(text: string): HoursRow[] | undefined {
  const rows = text.split(/[;,] /).map((rule) => /^(\w\w)(?:-(\w\w))? (\d\d:\d\d)-(\d\d:\d\d)$/.exec(rule));
  return rows.every((row) => row !== null)
    ? rows.map(([, from = '', to, opens = '', closes = '']) => ({
        from: DAYS.indexOf(from),
        to: DAYS.indexOf(to ?? from),
        opens,
        closes,
      }))
    : undefined;
}

/** The form that a proposal came from; undefined for one that no phone makes. */
export function formOf(proposal: Proposal): Form | undefined {
  const day = 'source' in proposal && 'day' in proposal.source ? proposal.source.day : proposal.day;
  const empty = emptyForm({ of: 'responder', responder: '' }, day ?? '');
  const source = 'source' in proposal ? proposal.source : undefined;
  const known =
    source === undefined
      ? {}
      : 'url' in source
        ? { how: 'page' as const, url: source.url, pageDate: source.date ?? '' }
        : { how: source.how, by: source.by };
  const base = { ...empty, ...known, note: proposal.note ?? '' };
  switch (proposal.kind) {
    case 'confirm':
      return { ...base, target: { of: 'channel', ...only(proposal) }, what: 'right' };
    case 'check': {
      const { by, how, day, outcome } = proposal.check;
      const what = outcome === 'wrong' ? 'dead' : outcome;
      const { responder, channel, address } = proposal;
      if (channel) return { ...base, by, how, day, target: { of: 'channel', responder, channel }, what };
      return address === undefined
        ? undefined
        : { ...base, by, how, day, target: { of: 'address', responder, address }, what };
    }
    case 'gone': {
      const { responder, channel } = proposal;
      if (!channel) return { ...base, target: { of: 'responder', responder }, what: 'gone' };
      return { ...base, target: { of: 'channel', responder, channel }, what: 'dead' };
    }
    case 'add-channel': {
      const { responder, channel } = proposal;
      return {
        ...base,
        target: { of: 'responder', responder },
        what: 'missing',
        type: channel.type,
        value: channel.value,
      };
    }
    case 'fact': {
      const { about, text, country, old } = proposal;
      const responder = /^responder\.(.+)$/.exec(about)?.[1];
      if (responder) return { ...base, target: { of: 'responder', responder }, what: 'else', text };
      return country && { ...base, target: { of: 'fact', country, about, old }, what: 'text', text };
    }
    case 'change':
      return changeForm(proposal, base);
    default:
      return undefined;
  }
}

const only = ({ responder, channel }: { responder: string; channel: ChannelKey }) => ({ responder, channel });

function changeForm(proposal: Extract<Proposal, { kind: 'change' }>, base: Form): Form | undefined {
  const { responder, channel, field, old, new: next } = proposal;
  if (!channel) {
    if (field !== 'address' || typeof old !== 'string') return undefined;
    const text = (next as { text?: unknown } | null)?.text;
    const target = { of: 'address' as const, responder, address: old };
    return typeof text === 'string'
      ? { ...base, target, what: 'value', value: text }
      : { ...base, target, what: 'dead' };
  }
  const target = { of: 'channel' as const, responder, channel };
  if (field === 'value') return typeof next === 'string' ? { ...base, target, what: 'value', value: next } : undefined;
  if (field === 'fromAbroad') {
    const fromAbroad = typeof old === 'boolean' ? old : undefined;
    return { ...base, target: { ...target, fromAbroad }, what: 'abroad', abroad: next === true ? 'yes' : 'no' };
  }
  if (field !== 'hours' || typeof next !== 'string') return undefined;
  const hours = next === '24/7' ? base.hours : hoursRows(next);
  const stood = typeof old === 'string' ? old : undefined;
  return hours && { ...base, target: { ...target, hours: stood }, what: 'hours', always: next === '24/7', hours };
}
