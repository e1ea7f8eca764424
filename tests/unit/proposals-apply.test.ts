import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type Data, dataOf, type FileContent, readFiles } from '../../scripts/data/read.ts';
import { applyProposals } from '../../scripts/proposals/apply.ts';
import { countryDiff } from '../../scripts/proposals/diff.ts';
import { formatted } from '../../scripts/proposals/form.ts';
import { inSchemaOrder } from '../../scripts/proposals/order.ts';
import type { Entry } from '../../scripts/proposals/read.ts';
import { type Disk, writeFiles } from '../../scripts/proposals/write.ts';
import type { Proposal } from '../../src/directory/proposal.ts';
import { Responder } from '../../src/directory/schema.ts';
import { exampleNumber, filesOf, TODAY, validFolder } from '../fixtures/data/valid.ts';

const PHONE = exampleNumber('lv');
const OTHER = '+37167000000';
const phone = { type: 'phone', value: PHONE } as const;
const page = { url: 'https://other.example.com/a', date: '2026-02-03' };
const word = { how: 'rang', by: 'State Police', day: '2026-11-03' } as const;
const checked = { by: 'State Police', day: '2026-11-03', how: 'rang', outcome: 'right' } as const;

const entriesOf = (...proposals: Proposal[]): Entry[] =>
  proposals.map((proposal, i) => ({ where: `entry ${i + 1}`, country: 'lv', proposal }));

function apply(files: ReadonlyMap<string, FileContent>, ...proposals: Proposal[]) {
  const result = applyProposals(files, entriesOf(...proposals), TODAY);
  const after = new Map(files);
  for (const [file, json] of result.changed) after.set(file, { json });
  return { result, after, lv: lvOf(after) };
}
const lvOf = (files: ReadonlyMap<string, FileContent>) =>
  dataOf(files).regions.find(({ region }) => region === 'lv') as Data['regions'][0];
const one = (responders: readonly Responder[], id: string) =>
  responders.find((responder) => responder.id === id) as Responder;
const valid = () => filesOf(validFolder());

const added: Responder = {
  id: 'lv-centre',
  name: { en: 'Crisis centre', lv: 'Krīzes centrs' },
  kind: 'shelter',
  measures: [5],
  services: ['shelter'],
  channels: [{ type: 'phone', value: OTHER, sources: [page.url] }],
  coverage: 'Riga',
  about: 'A crisis centre.',
  sources: [page.url],
};

describe('what is applied', () => {
  it('confirm: the page becomes a source, a known page under its own id', () => {
    const known = { url: 'http://example.org/lv/', publisher: 'iem.gov.lv' };
    const { lv, result } = apply(
      valid(),
      { kind: 'confirm', responder: 'lv-line', channel: phone, source: page },
      { kind: 'confirm', responder: 'lv-line', channel: { type: 'email', value: 'Info@example.org' }, source: known },
    );
    const line = one(lv.responders, 'lv-line');
    expect(line.channels[0]?.sources).toEqual(['lv-page', 'other.example.com']);
    expect(line.channels[2]?.sources).toEqual(['lv-page']);
    expect(lv.sources).toEqual({
      'lv-page': { url: 'https://example.org/lv', date: '2025-06', publisher: 'iem.gov.lv' },
      'other.example.com': page,
    });
    expect(result.applied).toHaveLength(2);
    expect(result.errors).toEqual([]);
  });

  it.each([
    ['2025-06', '2025-06-17', '2025-06-17'],
    ['2025-06', '2025', '2025-06'],
    ['2025-06', '2024-01', '2025-06'],
  ])('a page known as of %s, now given as of %s, is of %s', (_known, date, expected) => {
    const source = { url: 'https://example.org/lv', date };
    const { lv } = apply(valid(), { kind: 'confirm', responder: 'lv-line', channel: phone, source });
    expect(lv.sources['lv-page']?.date).toBe(expected);
  });

  it('confirm by a publisher who stated it before: said', () => {
    const source = { url: 'https://example.org/second', date: '2026' };
    const { result } = apply(valid(), { kind: 'confirm', responder: 'lv-line', channel: phone, source });
    expect(result.said.map(({ reason }) => reason).join()).toContain('example.org stated');
  });

  it('change of hours: they get a source of their own', () => {
    const { lv } = apply(valid(), {
      kind: 'change',
      responder: 'lv-line',
      channel: phone,
      field: 'hours',
      old: '24/7',
      new: 'Mo-Fr 09:00-17:00',
      source: page,
    });
    // The check needs one line round the clock: the shelter still is.
    expect(one(lv.responders, 'lv-line').channels[0]).toEqual({
      type: 'phone',
      value: PHONE,
      hours: 'Mo-Fr 09:00-17:00',
      hoursSources: ['other.example.com'],
      sources: ['lv-page'],
    });
  });

  it('change of a number: what spoke for the old one is gone, and who leads there follows', () => {
    const { lv, result } = apply(valid(), {
      kind: 'change',
      responder: 'lv-line',
      channel: phone,
      field: 'value',
      old: PHONE,
      new: OTHER,
      source: page,
    });
    expect(one(lv.responders, 'lv-line').channels[0]).toMatchObject({ value: OTHER, sources: ['other.example.com'] });
    expect(one(lv.responders, 'lv-shelter').channels[0]).toMatchObject({
      value: OTHER,
      via: 'lv-line',
      sources: ['other.example.com'],
    });
    expect(result.errors).toEqual([]);
    expect(result.said.map(({ reason }) => reason).join()).toContain('are they still right?');
  });

  it('change of a number by somebody who rang it: an office, no page', () => {
    const { lv, result } = apply(valid(), {
      kind: 'change',
      responder: 'lv-line',
      channel: phone,
      field: 'value',
      new: OTHER,
      source: word,
    });
    expect(one(lv.responders, 'lv-line').channels[0]).toMatchObject({ value: OTHER, sources: [], checks: [checked] });
    expect(result.errors).toEqual([]);
  });

  it('change of a number: that it works from abroad and costs nothing was said of the old one', () => {
    const folder = validFolder();
    const [channel] = folder.regions.lv.responders.responders[0]?.channels ?? [];
    Object.assign(channel ?? {}, { fromAbroad: true, free: true });
    const { lv, result } = apply(filesOf(folder), {
      kind: 'change',
      responder: 'lv-line',
      channel: phone,
      field: 'value',
      new: OTHER,
      source: word,
    });
    const [changed] = one(lv.responders, 'lv-line').channels;
    expect(changed).toMatchObject({ value: OTHER });
    expect(changed).not.toHaveProperty('fromAbroad');
    expect(changed).not.toHaveProperty('free');
    expect(result.said.map(({ reason }) => reason).join()).toMatch(/fromAbroad, free/);
  });

  it('add-channel and add-responder, with the pages they name', () => {
    const { lv, result } = apply(
      valid(),
      {
        kind: 'add-channel',
        responder: 'lv-line',
        channel: { type: 'phone', value: OTHER, purpose: 'At night' },
        source: page,
      },
      { kind: 'add-responder', responder: added, sources: [page] },
    );
    expect(one(lv.responders, 'lv-line').channels.at(-1)).toEqual({
      type: 'phone',
      value: OTHER,
      purpose: 'At night',
      sources: ['other.example.com'],
    });
    expect(one(lv.responders, 'lv-centre').channels[0]?.sources).toEqual(['other.example.com']);
    expect(one(lv.responders, 'lv-centre').sources).toEqual(['other.example.com']);
    expect(result.said.map(({ reason }) => reason).join()).toContain('is it the same body?');
  });

  it('gone: a channel goes, and a page on which nothing rests any more', () => {
    const web = { type: 'web', value: 'https://example.org' } as const;
    const before = apply(valid(), {
      kind: 'add-channel',
      responder: 'lv-line',
      channel: { type: 'email', value: 'old@example.com' },
      source: page,
    });
    const { lv } = apply(
      before.after,
      { kind: 'gone', responder: 'lv-line', channel: web, source: page },
      { kind: 'gone', responder: 'lv-line', channel: { type: 'email', value: 'old@example.com' }, source: page },
    );
    expect(one(lv.responders, 'lv-line').channels.map(({ type }) => type)).toEqual(['phone', 'phone', 'email']);
    expect(Object.keys(lv.sources)).toEqual(['lv-page']);
  });

  it('gone by somebody who rang it: the number stays and says so', () => {
    const { lv } = apply(valid(), { kind: 'gone', responder: 'lv-line', channel: phone, source: word });
    expect(one(lv.responders, 'lv-line').channels[0]).toMatchObject({
      value: PHONE,
      checks: [{ ...checked, outcome: 'wrong' }],
    });
  });

  it('check: the newest of an office stays', () => {
    const made = (day: string, by = 'State Police') =>
      ({ kind: 'check', responder: 'lv-line', channel: phone, check: { ...checked, day, by } }) as const;
    const first = apply(valid(), made('2026-10-01'), made('2026-10-02', 'Centre'));
    const { lv, result } = apply(first.after, made('2026-11-03'), made('2026-09-01', 'Centre'));
    expect(one(lv.responders, 'lv-line').channels[0]?.checks?.map(({ by, day }) => [by, day])).toEqual([
      ['Centre', '2026-10-02'],
      ['State Police', '2026-11-03'],
    ]);
    expect(result.refused.map(({ reason }) => reason)).toEqual(['Centre tried it again on 2026-10-02: that is newer.']);
  });

  it.each<[string, 'right' | 'wrong' | 'no-answer', string | undefined]>([
    ['2026-11-03', 'right', undefined],
    ['2025-12-01', 'right', undefined],
    ['2025-06-01', 'right', 'longer ago than a check vouches'],
    ['2025-06-01', 'wrong', undefined],
    ['1999-11-03', 'right', 'longer ago than a check vouches'],
    ['1999-11-03', 'wrong', 'longer ago than a check vouches'],
    ['1999-11-03', 'no-answer', 'longer ago than a check vouches'],
  ])('check of %s, %s: %s', (day, outcome, refused) => {
    const { result } = apply(valid(), {
      kind: 'check',
      responder: 'lv-line',
      channel: phone,
      check: { ...checked, day, outcome },
    });
    expect(result.refused.map(({ reason }) => reason)).toEqual(refused ? [expect.stringContaining(refused)] : []);
    expect(result.refused.every(({ reason }) => reason.includes(day))).toBe(true);
  });

  it.each([
    ['Safe House helpline', false],
    ['Council for Shelter', false],
    ['Rīga municipal police', false],
    ['MARTA', false],
    ['Krīzes centrs', false],
    ['Anna Ozola', true],
    ['Dr. Anna Ozola', true],
    ['Анна Озола', true],
    ['Anna Ozola, State Police', true],
  ])('an office that may be a person is said before its name is published: %s', (by, said) => {
    const { result } = apply(valid(), {
      kind: 'check',
      responder: 'lv-line',
      channel: phone,
      check: { ...checked, by },
    });
    const about = result.said.filter(({ reason }) => reason.includes(by));
    expect(about.map(({ reason }) => reason)).toEqual(said ? [expect.stringContaining('a person')] : []);
  });

  it.each<
    [string, Omit<Extract<Proposal, { kind: 'fact' }>, 'kind' | 'source'>, (lv: Data['regions'][0]) => unknown, unknown]
  >([
    [
      'a measure gets a point with an id of its own',
      { about: 'measure.5', text: 'Shelter is free.' },
      ({ country }) => country.measures['5'][1],
      { id: 'lv-m5-2', text: 'Shelter is free.', sources: ['other.example.com'] },
    ],
    [
      'a point that says the same gets one more source',
      { about: 'measure.5', text: 'What is done in measure 5.' },
      ({ country }) => country.measures['5'].map(({ sources }) => sources),
      [['lv-page', 'other.example.com']],
    ],
    [
      'a point takes other words',
      { about: 'measure.5', text: 'New words.', old: 'What is done in measure 5.' },
      ({ country }) => country.measures['5'],
      [{ id: 'lv-m5-1', text: 'New words.', sources: ['other.example.com'] }],
    ],
    [
      'a legal fact that was not there',
      { about: 'legal.compensation', text: 'The state pays.' },
      ({ country }) => country.legal.compensation,
      { text: 'The state pays.', sources: ['other.example.com'] },
    ],
    [
      'the statistics of a year',
      { about: 'statistics.2023', text: 'By the police.', identified: 7 },
      ({ country }) => country.statistics.map(({ year, identified }) => [year, identified]),
      [
        [2025, 3],
        [2023, 7],
      ],
    ],
    [
      'a remark on an emergency number',
      { about: 'emergency.112', text: 'Also in English.' },
      ({ country }) => country.emergency[0],
      {
        number: '112',
        for: ['police', 'ambulance', 'fire'],
        note: 'Also in English.',
        sources: ['lv-page', 'other.example.com'],
      },
    ],
    [
      'a sentence about a responder',
      { about: 'responder.lv-shelter', text: 'Six places.' },
      ({ responders }) => one(responders, 'lv-shelter').about,
      'Gives a safe place. Six places.',
    ],
    [
      'a disagreement',
      { about: 'disagreement.lv-shelter', text: 'One page says ten places.' },
      ({ responders }) => one(responders, 'lv-shelter').disagreements,
      [{ text: 'One page says ten places.', sources: ['other.example.com'] }],
    ],
    [
      'what is said of a harmonised number, to be asked',
      { about: 'harmonised.116006', text: 'Nobody answers it.' },
      ({ country }) => country.openQuestions.at(-1),
      { text: '116006: Nobody answers it. (https://other.example.com/a)' },
    ],
    [
      'what is said of a body of the network, to be asked',
      { about: 'network.lv-n-1', text: 'It meets no more.' },
      ({ country }) => country.openQuestions.at(-1),
      { text: 'lv-n-1, Council: It meets no more. (https://other.example.com/a)' },
    ],
    [
      'an open question',
      { about: 'question', text: 'Is it open at night?', responders: ['lv-line'] },
      ({ country }) => country.openQuestions.at(-1),
      { text: 'Is it open at night?', responders: ['lv-line'] },
    ],
  ])('fact: %s', (_name, proposal, look, expected) => {
    const { lv, result } = apply(valid(), { kind: 'fact', ...proposal, source: page });
    expect(result.refused).toEqual([]);
    expect(look(lv)).toEqual(expected);
    expect(result.errors).toEqual([]);
  });
});

describe('what is refused, with its reason, and changes nothing', () => {
  it.each<[string, Proposal, RegExp]>([
    [
      'an unknown responder',
      { kind: 'confirm', responder: 'lv-lime', channel: phone, source: page },
      /no responder "lv-lime".*lv-line/,
    ],
    [
      'an unknown body of the network',
      { kind: 'fact', country: 'lv', about: 'network.lv-n-7', text: 'It meets no more.', source: word },
      /no body "lv-n-7" in the network/,
    ],
    ['an unknown country', { kind: 'confirm', responder: 'xx-line', channel: phone, source: page }, /no country/],
    [
      'a number that is not there',
      { kind: 'confirm', responder: 'lv-line', channel: { type: 'phone', value: OTHER }, source: page },
      /add-channel/,
    ],
    [
      'a number that cannot exist',
      { kind: 'add-channel', responder: 'lv-line', channel: { type: 'phone', value: '+3711' + '000' }, source: page },
      /cannot exist|can exist/,
    ],
    [
      'a short number that is not said to be',
      { kind: 'add-channel', responder: 'lv-line', channel: { type: 'phone', value: '116123' }, source: page },
      /short number/,
    ],
    [
      'the mailbox of a person',
      {
        kind: 'add-channel',
        responder: 'lv-line',
        channel: { type: 'email', value: 'anna.ozola@example.org' },
        source: page,
      },
      /one person/,
    ],
    [
      'hours that cannot be shown',
      { kind: 'change', responder: 'lv-line', channel: phone, field: 'hours', new: 'at night', source: page },
      /does not parse|can be shown/,
    ],
    [
      'a field that is none',
      { kind: 'change', responder: 'lv-line', channel: phone, field: 'huors', new: '24/7', source: page },
      /Did you mean "hours"/,
    ],
    [
      'the sources',
      { kind: 'change', responder: 'lv-line', channel: phone, field: 'sources', new: [], source: page },
      /no field/,
    ],
    ['the id', { kind: 'change', responder: 'lv-line', field: 'id', new: 'lv-x', source: page }, /no field/],
    [
      'what says something else meanwhile',
      {
        kind: 'change',
        responder: 'lv-line',
        channel: phone,
        field: 'hours',
        old: 'Mo-Fr 09:00-17:00',
        new: 'Mo-Su 08:00-20:00',
        source: page,
      },
      /says "24\/7" now/,
    ],
    [
      'a value of the wrong kind',
      { kind: 'change', responder: 'lv-line', channel: phone, field: 'free', new: 'yes', source: page },
      /free|boolean/i,
    ],
    [
      'a code that nobody knows',
      { kind: 'change', responder: 'lv-line', field: 'kind', new: 'shelters', source: page },
      /no code of "kinds".*shelter/,
    ],
    [
      'a word for what only a page can say',
      { kind: 'change', responder: 'lv-line', field: 'about', new: 'Closed.', source: word },
      /needs a page/,
    ],
    [
      'a word for a fact of a country',
      { kind: 'fact', about: 'measure.5', text: 'Shelter is free.', source: word },
      /needs a page/,
    ],
    [
      'a fact in the words of another language',
      { kind: 'fact', about: 'measure.5', text: 'Patvērums ir bez maksas.', language: 'lv', source: page },
      /written in "lv".*English/,
    ],
    [
      'hearsay',
      {
        kind: 'change',
        responder: 'lv-line',
        channel: phone,
        field: 'value',
        new: OTHER,
        source: { ...word, how: 'told' },
      },
      /only told/,
    ],
    ['a responder that others name', { kind: 'gone', responder: 'lv-line', source: page }, /no responder "lv-line"/],
    [
      'the number to which another leads',
      { kind: 'gone', responder: 'lv-line', channel: phone, source: page },
      /has no channel/,
    ],
    [
      'the same name again',
      { kind: 'add-responder', responder: { ...added, name: { en: 'SHELTER ' } }, sources: [page] },
      /already there as lv-shelter/,
    ],
    [
      'the same id for another body',
      { kind: 'add-responder', responder: { ...added, id: 'lv-line' }, sources: [page] },
      /is there already/,
    ],
    [
      'a source that is not among the sources',
      { kind: 'add-responder', responder: { ...added, sources: ['https://nowhere.example/'] }, sources: [page] },
      /not among its sources/,
    ],
    [
      'a point that is not there',
      { kind: 'fact', about: 'measure.5', old: 'Nothing.', text: 'x', source: page },
      /no point/,
    ],
    [
      'a legal fact that is none',
      { kind: 'fact', about: 'legal.offense', text: 'x', source: page },
      /Did you mean "offence"/,
    ],
    [
      'a check in the future',
      { kind: 'check', responder: 'lv-line', channel: phone, check: { ...checked, day: '2027-01-01' } },
      /future/,
    ],
    [
      'a page of the future',
      { kind: 'confirm', responder: 'lv-line', channel: phone, source: { ...page, date: '2031' } },
      /future/,
    ],
    ['a check of nothing', { kind: 'check', responder: 'lv-line', check: checked }, /one channel or of one address/],
  ])('%s', (_name, proposal, reason) => {
    const files = valid();
    const { result } = apply(files, proposal);
    expect(result.refused.map((refusal) => refusal.reason).join()).toMatch(reason);
    expect(result.changed.size).toBe(0);
  });

  it('two of one batch that contradict each other, but not the rest', () => {
    const hours = (value: string): Proposal => ({
      kind: 'change',
      responder: 'lv-shelter',
      channel: phone,
      field: 'hours',
      new: value,
      source: page,
    });
    const { result } = apply(valid(), hours('Mo-Fr 09:00-17:00'), hours('Mo-Fr 10:00-18:00'), {
      kind: 'confirm',
      responder: 'lv-line',
      channel: phone,
      source: page,
    });
    expect(result.refused.map(({ where }) => where).sort()).toEqual(['entry 1', 'entry 2']);
    expect(result.applied).toEqual(['entry 3']);
  });

  it.each<[string, Proposal, string[]]>([
    ['another number', { kind: 'change', field: 'value', new: OTHER, source: word } as never, ['entry 1', 'entry 2']],
    ['no number any more', { kind: 'gone', source: page } as never, ['entry 1', 'entry 2']],
    ['another purpose', { kind: 'change', field: 'purpose', new: 'At night', source: page } as never, []],
    [
      'that it worked before',
      { kind: 'change', field: 'value', new: OTHER, source: { ...word, day: '2026-11-09' } } as never,
      ['entry 1'],
    ],
  ])('one office says that the number is right, another says %s', (_, proposal, refused) => {
    const check: Proposal = {
      kind: 'check',
      responder: 'lv-line',
      channel: phone,
      check: { ...checked, by: 'Centre' },
    };
    const { result } = apply(valid(), check, { ...proposal, responder: 'lv-line', channel: phone } as Proposal);
    expect(result.refused.map(({ where }) => where).sort()).toEqual(refused);
  });
});

describe('whatever is applied', () => {
  const anyPage = fc.record(
    {
      url: fc.constantFrom(
        'https://a.example.com/',
        'https://b.example.com/x',
        'https://example.org/lv',
        'https://www.a.example.com/2',
      ),
      date: fc.constantFrom('2020', '2024-05', '2026-01-02'),
    },
    { requiredKeys: ['url'] },
  );
  const key = fc.constantFrom(
    phone,
    { type: 'phone', value: OTHER } as const,
    { type: 'email', value: 'info@example.org' } as const,
  );
  const id = fc.constantFrom('lv-line', 'lv-shelter', 'lv-centre', 'lv-nobody');
  const proposal: fc.Arbitrary<Proposal> = fc.oneof(
    fc.record({ kind: fc.constant('confirm' as const), responder: id, channel: key, source: anyPage }),
    fc.record({
      kind: fc.constant('add-channel' as const),
      responder: id,
      channel: key,
      source: fc.oneof(anyPage, fc.constant(word)),
    }),
    fc.record({
      kind: fc.constant('change' as const),
      responder: id,
      channel: key,
      field: fc.constantFrom('purpose', 'disagreement'),
      new: fc.constantFrom('At night', 'By day', null),
      source: anyPage,
    }),
    fc.record({ kind: fc.constant('gone' as const), responder: id, channel: key, source: anyPage }),
    fc.record({
      kind: fc.constant('fact' as const),
      about: fc.constantFrom('measure.5', 'legal.children', 'question'),
      text: fc.constantFrom('One.', 'Two.'),
      source: anyPage,
    }),
    fc.record({
      kind: fc.constant('check' as const),
      responder: id,
      channel: key,
      check: fc.record({
        by: fc.constantFrom('A', 'B'),
        day: fc.constantFrom('2026-10-01', '2026-11-01'),
        how: fc.constant('rang' as const),
        outcome: fc.constantFrom('right' as const, 'wrong' as const),
      }),
    }),
    fc.constant<Proposal>({ kind: 'add-responder', responder: added, sources: [page] }),
  );
  const batch = fc.array(proposal, { maxLength: 8 });
  const text = (files: ReadonlyMap<string, FileContent>) => JSON.stringify([...files]);

  it('applying a batch again changes nothing, unless it takes away what it adds', () => {
    fc.assert(
      fc.property(batch, (proposals) => {
        const steady = proposals.filter(({ kind }) => kind !== 'gone');
        const once = apply(valid(), ...steady).after;
        const { result, after } = apply(once, ...steady);
        expect([...result.changed.keys()]).toEqual([]);
        expect(text(after)).toBe(text(once));
      }),
      { numRuns: 15 },
    );
  });

  it('the order of a batch does not matter', () => {
    fc.assert(
      fc.property(
        batch.chain((proposals) =>
          fc.tuple(fc.constant(proposals), fc.shuffledSubarray(proposals, { minLength: proposals.length })),
        ),
        ([proposals, shuffled]) => {
          expect(text(apply(valid(), ...shuffled).after)).toBe(text(apply(valid(), ...proposals).after));
        },
      ),
      { numRuns: 15 },
    );
  });

  it('the data check has nothing against it, and other countries stay as they are', () => {
    fc.assert(
      fc.property(batch, (proposals) => {
        const { result } = apply(valid(), ...proposals);
        expect(result.errors).toEqual([]);
        for (const file of result.changed.keys()) expect(file).toContain('countries/lv/');
      }),
      { numRuns: 15 },
    );
  });
});

describe('the files', () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  function onDisk(): string {
    const folder = mkdtempSync(join(tmpdir(), 'harbour-data-'));
    folders.push(folder);
    for (const file of ['countries/lv/sources.json', 'countries/lv/responders.json', 'countries/lv/country.json']) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), readFileSync(join('data', file)));
    }
    return folder;
  }
  const all = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .flatMap((file) =>
        file.endsWith('.json') || file.includes('.new') ? [[file, readFileSync(join(folder, file), 'utf8')]] : [],
      );

  it('are written in their own order and form: read and written again, they are the same bytes', () => {
    const files = [...readFiles('data').keys()].filter(
      (file) => !file.startsWith('schema/') && file !== 'edition.json',
    );
    expect(files.length).toBeGreaterThan(40);
    for (const file of files) {
      const text = readFileSync(join('data', file), 'utf8');
      expect(formatted(JSON.parse(text)), file).toBe(text);
    }
  });

  it('have what changed in the order of the schema', () => {
    const line = { sources: ['a'], value: '116006', short: true, type: 'phone' };
    expect(
      JSON.stringify(inSchemaOrder({ id: 'x', about: 'b', channels: [line], name: { lv: 'c', en: 'd' } }, Responder)),
    ).toBe(
      '{"id":"x","name":{"lv":"c","en":"d"},"channels":[{"type":"phone","value":"116006","short":true,"sources":["a"]}],"about":"b"}',
    );
  });

  it('are all put back when one of them cannot be written', () => {
    const folder = onDisk();
    const before = all(folder);
    const changed = new Map<string, unknown>([
      ['countries/lv/sources.json', { a: 1 }],
      ['countries/lv/responders.json', { b: 2 }],
    ]);
    const real: Disk = {
      write: (path, text) => writeFileSync(path, text),
      rename: (from, to) => {
        writeFileSync(to, readFileSync(from));
        rmSync(from);
      },
      remove: (path) => rmSync(path, { force: true }),
    };
    for (const failing of ['write', 'rename'] as const) {
      let calls = 0;
      const broken: Disk = {
        ...real,
        [failing]: (a: string, b: string) => {
          calls += 1;
          if (calls === 2) throw new Error('disk full');
          real[failing](a, b);
        },
      };
      expect(() => writeFiles(folder, changed, broken)).toThrow('disk full');
      expect(all(folder)).toEqual(before);
    }
    writeFiles(folder, changed);
    expect(JSON.parse(readFileSync(join(folder, 'countries/lv/responders.json'), 'utf8'))).toEqual({ b: 2 });
  });
});

describe('the diff', () => {
  it('names the responder, the field and the page', () => {
    const files = valid();
    const { after } = apply(
      files,
      { kind: 'confirm', responder: 'lv-line', channel: phone, source: page },
      {
        kind: 'change',
        responder: 'lv-shelter',
        channel: phone,
        field: 'hours',
        new: 'Mo-Fr 09:00-17:00',
        source: page,
      },
      { kind: 'add-responder', responder: added, sources: [page] },
      { kind: 'check', responder: 'lv-line', channel: { type: 'phone', value: '116006' }, check: checked },
    );
    expect(countryDiff(lvOf(files), lvOf(after))).toEqual([
      'lv-line: Safe House helpline',
      `    + channels › phone ${PHONE} › sources › other.example.com (2026-02-03)`,
      '    + channels › phone 116006 › checks › State Police 2026-11-03: rang, right',
      'lv-shelter: Shelter',
      `    ~ channels › phone ${PHONE} › hours: 24/7 → Mo-Fr 09:00-17:00`,
      `    + channels › phone ${PHONE} › hoursSources › other.example.com (2026-02-03)`,
      'lv-centre: Crisis centre (NEW)',
      '    + name › en: Crisis centre',
      '    + name › lv: Krīzes centrs',
      '    + kind: shelter',
      '    + measures › 5',
      '    + services › shelter',
      `    + channels › phone ${OTHER} › sources › other.example.com (2026-02-03)`,
      '    + coverage: Riga',
      '    + about: A crisis centre.',
      '    + sources › other.example.com (2026-02-03)',
    ]);
    expect(countryDiff(lvOf(files), lvOf(files))).toEqual([]);
  });
});
