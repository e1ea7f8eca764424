/** From what is filled in to a proposal, and back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataOf, readFiles } from '../../scripts/data/read.ts';
import { applyProposals } from '../../scripts/proposals/apply.ts';
import { readProposals } from '../../scripts/proposals/read.ts';
import {
  emptyForm,
  type Form,
  fieldsOf,
  formOf,
  HOWS,
  hoursText,
  howsOf,
  LIMITS,
  proposalOf,
  type Target,
  TYPES,
  WHATS,
  whatsOf,
} from '../../src/corrections/form.ts';
import { proposalsText, readProposal } from '../../src/directory/proposal-text.ts';
import { hiddenIn, seen } from '../../src/directory/visible.ts';

const TODAY = '2026-11-27';
const FRAME = { id: 'p-1', today: TODAY, language: 'lv' };
const channel: Target = {
  of: 'channel',
  responder: 'lv-line',
  channel: { type: 'phone', value: '+37126000000' },
  hours: 'Mo-Fr 09:00-17:00',
};
const rang = { how: 'rang', by: 'Rīgas sociālais dienests', day: '2026-11-26' } as const;
const page = { how: 'page', url: 'example.org/kontakti', pageDate: '2026-10', day: TODAY } as const;
const filled = (target: Target, part: Partial<Form>): Form => ({ ...emptyForm(target, TODAY), ...part });
const made = (target: Target, part: Partial<Form>) => proposalOf(filled(target, part), FRAME);

describe('what is filled in becomes', () => {
  const word = { how: 'rang', by: 'Rīgas sociālais dienests', day: '2026-11-26' };
  it.each<[string, Target, Partial<Form>, object]>([
    [
      'another number',
      channel,
      { what: 'value', value: '00371 26-12 34 56', ...rang },
      { kind: 'change', field: 'value', old: '+37126000000', new: '+37126123456', source: word },
    ],
    ['a dead number', channel, { what: 'dead', ...rang }, { kind: 'gone', source: word }],
    [
      'a dead number, by a page',
      channel,
      { what: 'dead', ...page },
      { kind: 'gone', day: TODAY, source: { url: 'https://example.org/kontakti', date: '2026-10' } },
    ],
    [
      'a number that nobody answers',
      channel,
      { what: 'no-answer', ...rang },
      { kind: 'check', check: { ...word, outcome: 'no-answer' } },
    ],
    [
      'a number that is right',
      channel,
      { what: 'right', ...rang },
      { kind: 'check', check: { ...word, outcome: 'right' } },
    ],
    [
      'one more page',
      channel,
      { what: 'right', ...page },
      { kind: 'confirm', source: { url: 'https://example.org/kontakti', date: '2026-10' } },
    ],
    [
      'other hours',
      channel,
      {
        what: 'hours',
        hours: [
          { from: 0, to: 3, opens: '08:30', closes: '17:00' },
          { from: 4, to: 4, opens: '08:30', closes: '15:00' },
        ],
        ...rang,
      },
      { kind: 'change', field: 'hours', old: 'Mo-Fr 09:00-17:00', new: 'Mo-Th 08:30-17:00; Fr 08:30-15:00' },
    ],
    ['round the clock', channel, { what: 'hours', always: true, ...rang }, { new: '24/7' }],
    [
      'reach',
      channel,
      { what: 'abroad', abroad: 'no', ...rang },
      { kind: 'change', field: 'fromAbroad', old: null, new: false },
    ],
    [
      'something else',
      channel,
      { what: 'else', text: 'Runā arī krieviski.', ...page },
      { kind: 'fact', about: 'responder.lv-line', text: '+37126000000: Runā arī krieviski.', language: 'lv' },
    ],
    [
      'another door',
      { of: 'address', responder: 'lv-line', address: 'Brīvības iela 1' },
      { what: 'value', value: 'Brīvības iela 2', ...page },
      { kind: 'change', field: 'address', old: 'Brīvības iela 1', new: { text: 'Brīvības iela 2' } },
    ],
    [
      'a closed door',
      { of: 'address', responder: 'lv-line', address: 'Brīvības iela 1' },
      { what: 'dead', how: 'visited', by: 'Dienests', day: TODAY },
      {
        kind: 'check',
        address: 'Brīvības iela 1',
        check: { by: 'Dienests', day: TODAY, how: 'visited', outcome: 'wrong' },
      },
    ],
    [
      'a missing short number',
      { of: 'responder', responder: 'lv-line' },
      { what: 'missing', type: 'phone', value: '116 006', ...page },
      { kind: 'add-channel', channel: { type: 'phone', value: '116006', short: true } },
    ],
    [
      'a body that is gone',
      { of: 'responder', responder: 'lv-line' },
      { what: 'gone', ...page },
      { kind: 'gone', responder: 'lv-line' },
    ],
    [
      'a fact',
      { of: 'fact', country: 'lv', about: 'measure.4', old: 'Thirty days.' },
      { what: 'text', text: 'Ninety days.', ...page },
      { kind: 'fact', country: 'lv', about: 'measure.4', old: 'Thirty days.', text: 'Ninety days.' },
    ],
  ])('%s', (_name, target, part, expected) => {
    expect(made(target, part)).toMatchObject({ proposal: { id: 'p-1', ...expected } });
  });

  it.each<[string, Target, Partial<Form>, object]>([
    ['nothing at all', channel, {}, { value: 'empty', how: 'choose' }],
    ['the number that stands there', channel, { value: '+371 26 000 000', ...rang }, { value: 'same' }],
    ['a number without its country', channel, { value: '26123456', ...rang }, { value: 'number' }],
    ['what commands a phone', channel, { value: '*21*26123456#', ...rang }, { value: 'number' }],
    [
      'markup',
      { of: 'responder', responder: 'lv-line' },
      { what: 'else', text: 'a <b>b</b>', ...page },
      { text: 'markup' },
    ],
    ['a look-alike host', channel, { value: '112', how: 'page', url: 'https://exаmple.org' }, { url: 'alike' }],
    ['an address that runs', channel, { value: '112', how: 'page', url: 'javascript:alert(1)' }, { url: 'runs' }],
    ['a page that is none', channel, { value: '112', how: 'page', url: 'their page' }, { url: 'address' }],
    ['a day to come', channel, { value: '112', how: 'rang', by: 'x', day: '2026-11-28' }, { day: 'future' }],
    ['a day that never was', channel, { value: '112', how: 'rang', by: 'x', day: '2026-02-30' }, { day: 'date' }],
    ['a year to come', channel, { value: '112', ...page, pageDate: '2027' }, { pageDate: 'future' }],
    ['no office', channel, { value: '112', how: 'rang', by: ' \u200b ' }, { by: 'empty' }],
    ['half an hour row', channel, { what: 'hours', ...rang }, { hours: 'hours' }],
    ['a way of knowing that does not fit', channel, { what: 'no-answer', ...page }, { how: 'choose' }],
    [
      'two mailboxes',
      { of: 'responder', responder: 'lv-line' },
      { what: 'missing', type: 'email', value: 'a@b.lv?bcc=c@d.lv', ...page },
      { value: 'mailbox' },
    ],
    [
      'a chat without encryption',
      { of: 'responder', responder: 'lv-line' },
      { what: 'missing', type: 'chat', value: 'http://b.lv', ...page },
      { value: 'address' },
    ],
    [
      'too much',
      { of: 'responder', responder: 'lv-line' },
      { what: 'else', text: 'a'.repeat(LIMITS.text + 1), ...page },
      { text: 'long' },
    ],
  ])('a named problem: %s', (_name, target, part, problems) => {
    expect(made(target, part)).toEqual({ problems });
  });
});

it('joins hours so that a later line takes nothing away', () => {
  const row = (from: number, to: number, opens: string, closes: string) => ({ from, to, opens, closes });
  expect(hoursText([row(0, 4, '09:00', '12:00'), row(0, 4, '13:00', '17:00')])).toBe(
    'Mo-Fr 09:00-12:00, Mo-Fr 13:00-17:00',
  );
  expect(hoursText([row(5, 0, '10:00', '14:00'), row(0, 0, '15:00', '16:00')])).toBe(
    'Sa-Mo 10:00-14:00, Mo 15:00-16:00',
  );
  expect(hoursText([])).toBeUndefined();
});

/** Text as it comes from keyboards, clipboards and people who try something. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '',
    '+37126123456',
    '112',
    'a@example.org',
    'https://example.org/x',
    '2026-11-20',
    '2026',
    '\u202e112',
    '<img src=x>',
    '{"made":1}',
    'Sociālais dienests',
    'Київ',
    '09:00',
  ),
);
const id = fc.constantFrom('lv-line', 'ro-anitp');
const target: fc.Arbitrary<Target> = fc.oneof(
  fc.record({
    of: fc.constant('channel' as const),
    responder: id,
    channel: fc.record({
      type: fc.constantFrom(...TYPES),
      value: fc.constantFrom('+37126000000', 'a@example.org', 'https://example.org'),
    }),
  }),
  fc.record({ of: fc.constant('address' as const), responder: id, address: fc.constant('Brīvības iela 1') }),
  fc.record({ of: fc.constant('responder' as const), responder: id }),
  fc.record({
    of: fc.constant('fact' as const),
    country: fc.constantFrom('lv' as const, 'eu' as const),
    about: fc.constantFrom('measure.4', 'legal.offence', 'emergency.112', 'harmonised.116006', 'network.lv-n-2'),
    old: fc.constantFrom(undefined, 'Thirty days.'),
  }),
);
const form: fc.Arbitrary<Form> = fc.record({
  target,
  what: fc.constantFrom(...WHATS),
  value: anyText,
  type: fc.constantFrom(...TYPES),
  always: fc.boolean(),
  hours: fc.array(
    fc.record({
      from: fc.integer({ min: -1, max: 7 }),
      to: fc.integer({ min: 0, max: 6 }),
      opens: fc.constantFrom('', '09:00', '25:00'),
      closes: fc.constantFrom('17:00', '09:00', '00:30'),
    }),
    { maxLength: 3 },
  ),
  abroad: fc.constantFrom('', 'yes', 'no'),
  text: anyText,
  how: fc.constantFrom('', ...HOWS),
  url: anyText,
  pageDate: anyText,
  by: anyText,
  day: fc.oneof(anyText, fc.constant('2026-11-20')),
  note: anyText,
});
/** As a screen lets it be filled in: what is chosen fits. */
const fitting = form.chain((one) => {
  const whats = whatsOf(one.target);
  return fc.record({ what: fc.constantFrom(...whats), how: fc.nat() }).map(({ what, how }): Form => {
    const hows = howsOf(one.target, what);
    return { ...one, what, how: hows[how % hows.length] ?? '' };
  });
});

describe('whatever is filled in', () => {
  it('is a valid proposal that everybody can read, or a named problem of a field that stands there', () => {
    fc.assert(
      fc.property(fc.oneof(form, fitting), (one) => {
        const result = proposalOf(one, FRAME);
        if ('problems' in result) {
          expect(Object.keys(result.problems)).not.toEqual([]);
          for (const field of Object.keys(result.problems)) expect(fieldsOf(one)).toContain(field);
          // Nothing is left to the schema that the form does not know a word for.
          if (whatsOf(one.target).includes(one.what)) expect(Object.values(result.problems)).not.toContain('refused');
          return;
        }
        expect(readProposal(result.proposal)).toEqual(result);
        expect(hiddenIn(result.proposal)).toBeUndefined();
        const file = new TextEncoder().encode(proposalsText(TODAY, 2, [result.proposal]));
        expect(readProposals('a.json', file)).toMatchObject({ refused: [], entries: [{ proposal: result.proposal }] });
      }),
      { numRuns: 600 },
    );
  });

  it('comes back as a form that makes the same proposal', () => {
    fc.assert(
      fc.property(fitting, (one) => {
        const result = proposalOf(one, FRAME);
        if ('problems' in result) return;
        const again = formOf(result.proposal);
        expect(again && proposalOf(again, FRAME)).toEqual(result);
      }),
      { numRuns: 600 },
    );
  });

  it.each([
    ['!\t\u0000\t!', '! !'],
    ['a\u200bb', 'ab'],
    ['\u2066 a \n\u202e b\u0000', 'a b'],
    [' \u0000 ', ''],
  ])('%j is kept as %j', (text, kept) => {
    expect(seen(text)).toBe(kept);
  });

  it('is kept in one line without what nobody sees', () => {
    const runs = fc.string({
      unit: fc.constantFrom('a', ' ', '\t', '\n', '\u0000', '\u200b', '\u202e', '\u2028', '\ufeff'),
    });
    fc.assert(
      fc.property(fc.oneof(anyText, runs), (text) => {
        expect(hiddenIn(seen(text))).toBeUndefined();
        expect(seen(seen(text))).toBe(seen(text));
      }),
    );
  });
});

it('is applied to the data once, and changes nothing the second time', () => {
  const files = readFiles('data');
  const before = dataOf(files);
  const latvia = before.regions.find(({ region }) => region === 'lv');
  const responder = latvia?.responders.find(({ channels }) =>
    channels.some(({ type, value }) => type === 'phone' && value.startsWith('+371')),
  );
  const phone = responder?.channels.find(({ type, value }) => type === 'phone' && value.startsWith('+371'));
  if (!responder || !phone) throw new Error('the data have no number in Latvia');
  const of: Target = {
    of: 'channel',
    responder: responder.id,
    channel: { type: 'phone', value: phone.value },
    hours: phone.hours,
  };
  const value = phone.value.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  const forms: Form[] = [
    filled(of, { what: 'value', value, ...rang }),
    filled({ ...of, channel: { type: 'phone', value } }, { what: 'hours', always: true, ...rang }),
    filled(
      { of: 'responder', responder: responder.id },
      { what: 'missing', type: 'email', value: 'info@example.lv', ...page },
    ),
  ];
  const proposals = forms.map((one, at) => {
    const result = proposalOf(one, { ...FRAME, id: `p-${at}` });
    if ('problems' in result) throw new Error(JSON.stringify(result.problems));
    return result.proposal;
  });
  const { entries } = readProposals('a.json', new TextEncoder().encode(proposalsText(TODAY, 2, proposals)));
  const today = new Date(`${TODAY}T12:00:00Z`);
  const applied = applyProposals(files, entries, today);
  expect([applied.refused, applied.errors]).toEqual([[], []]);
  expect(applied.applied.sort()).toEqual(['p-0', 'p-1', 'p-2']);
  const after = new Map([...files, ...[...applied.changed].map(([file, json]) => [file, { json }] as const)]);
  const again = applyProposals(after as typeof files, entries, today);
  expect([...again.changed.keys()]).toEqual([]);
  expect(again.refused).toEqual([]);
});
