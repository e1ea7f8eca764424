/** What an edition says it changed is what was changed: nothing more, and nothing for ever. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildManifest, buildPacks } from '../../scripts/data/publish.ts';
import { type Data, dataOf } from '../../scripts/data/read.ts';
import { raised } from '../../scripts/edition/changes.ts';
import { EDITIONS_TOLD, type EditionChanges } from '../../src/directory/changes-schema.ts';
import type { Region, Responder } from '../../src/directory/schema.ts';
import { exampleNumber, type Folder, filesOf, validFolder } from '../fixtures/data/valid.ts';

const NEW = '+37129195442';

/** An edition of what the fixture becomes with something changed: changed first, then raised, as curators do. */
function next(change: (folder: Folder) => void, before: Data = first(), date = '2026-12-03'): Data {
  const folder = validFolder();
  change(folder);
  const data = { ...dataOf(filesOf(folder)), edition: before.edition, history: before.history };
  return { ...data, ...raised(data, before.edition.edition + 1, date) };
}

/** The fixture as the first edition of which anything is remembered. */
function first(): Data {
  const data = dataOf(filesOf(validFolder()));
  return { ...data, ...raised(data, 1, '2026-11-21') };
}

function told(data: Data, region: Region): EditionChanges[] {
  return buildPacks(data).flatMap(({ pack }) =>
    pack.kind === 'country' && pack.country === region ? pack.changes : [],
  );
}

const line = (folder: Folder) => folder.regions.lv.responders.responders[0] as Responder;

describe('an edition', () => {
  it('tells nothing where there was none before, or where nothing changed', () => {
    expect(told(dataOf(filesOf(validFolder())), 'lv')).toEqual([]);
    expect(
      told(
        next(() => undefined),
        'lv',
      ),
    ).toEqual([]);
  });

  it.each<[string, (folder: Folder) => void, object[]]>([
    [
      'another number',
      (folder) => Object.assign(line(folder).channels[0] ?? {}, { value: NEW }),
      [
        {
          what: 'contact',
          responder: 'lv-line',
          type: 'phone',
          was: expect.stringMatching(/^\+371 /),
          now: '+371 29 195 442',
          value: NEW,
        },
      ],
    ],
    [
      'a number that went',
      (folder) => line(folder).channels.splice(1, 1),
      [{ what: 'contact', responder: 'lv-line', type: 'phone', was: '116 006' }],
    ],
    [
      'a number that went and one for something else that came',
      (folder) => Object.assign(line(folder).channels[0] ?? {}, { value: NEW, purpose: 'For interpreters' }),
      [
        { what: 'contact', responder: 'lv-line', type: 'phone', was: expect.stringMatching(/^\+371 /) },
        { what: 'contact', responder: 'lv-line', type: 'phone', now: '+371 29 195 442', value: NEW },
      ],
    ],
    [
      'a responder that came',
      (folder) => folder.regions.lv.responders.responders.push({ ...line(folder), id: 'lv-more' }),
      [{ what: 'new', responder: 'lv-more' }],
    ],
    [
      'a responder that went, and of its numbers: whoever has one on paper asks whose it was',
      (folder) => folder.regions.lv.responders.responders.pop(),
      [
        { what: 'contact', responder: 'lv-shelter', type: 'phone', was: expect.stringMatching(/^\+371 /) },
        { what: 'gone', responder: 'lv-shelter', name: 'Shelter' },
      ],
    ],
    [
      'other words',
      (folder) => Object.assign(line(folder), { about: 'More.' }),
      [{ what: 'facts', responder: 'lv-line' }],
    ],
    [
      'another emergency number',
      (folder) => Object.assign(folder.regions.lv.country.emergency[0] ?? {}, { number: '110' }),
      [{ what: 'contact', type: 'emergency', was: '112', now: '110', value: '110' }],
    ],
    [
      'an emergency number that went and one that brings somebody else: nobody is led from the one to the other',
      (folder) =>
        folder.regions.lv.country.emergency.splice(0, 1, {
          ...(folder.regions.lv.country.emergency[0] as { sources: string[] }),
          number: '113',
          for: ['ambulance'],
        }),
      [
        { what: 'contact', type: 'emergency', was: '112' },
        { what: 'contact', type: 'emergency', now: '113', value: '113' },
      ],
    ],
    [
      'an emergency number that brings fewer than before',
      (folder) => Object.assign(folder.regions.lv.country.emergency[0] ?? {}, { for: ['police'] }),
      [{ what: 'facts' }],
    ],
    [
      'a second page behind a number',
      (folder) => {
        folder.regions.lv.sources['lv-other'] = { url: 'https://example.net/lv', date: '2026-10-01' } as never;
        for (const { channels } of folder.regions.lv.responders.responders) {
          if (channels[0]) channels[0].sources = [...channels[0].sources, 'lv-other'];
        }
      },
      [
        { what: 'confirmed', responder: 'lv-line', type: 'phone' },
        { what: 'confirmed', responder: 'lv-shelter', type: 'phone' },
      ],
    ],
  ])('tells of %s', (_, change, expected) => {
    const [latest, ...older] = told(next(change), 'lv');
    expect(older).toEqual([]);
    expect(latest).toMatchObject({ edition: 2, date: '2026-12-03', changes: expected });
    expect(latest?.changes).toHaveLength(expected.length);
  });

  it('changes the manifest and one pack when it changes one number', () => {
    const before = first();
    const after = next((folder) => {
      const [channel] = folder.regions.dk.responders.responders[1]?.channels ?? [];
      if (channel) Object.assign(channel, { value: exampleNumber('dk').replace(/\d$/, '9'), via: undefined });
    });
    const files = (data: Data) => buildManifest(data, buildPacks(data)).packs.map(({ file }) => file);
    expect(files(after).filter((file) => !files(before).includes(file))).toEqual([expect.stringMatching(/^dk\./)]);
  });

  it('is told of for so many editions that touched the country, and then forgotten', () => {
    let data = first();
    for (let times = 1; times <= EDITIONS_TOLD + 3; times++) {
      data = next((folder) => Object.assign(line(folder), { about: `Told ${times} times.` }), data);
    }
    const editions = told(data, 'lv').map(({ edition }) => edition);
    const newest = data.edition.edition;
    expect(editions).toEqual(Array.from({ length: EDITIONS_TOLD }, (_, place) => newest - place));
    expect(told(data, 'lt')).toEqual([]);
  });

  it('says of each change the day of the edition that brought it, also when the next one comes', () => {
    const about = (text: string) => (folder: Folder) => void Object.assign(line(folder), { about: text });
    const second = next(about('More.'));
    const third = next(about('Still more.'), second, '2026-12-10');
    expect(told(next(about('Still more.'), third, '2026-12-17'), 'lv')).toEqual([
      { edition: 3, date: '2026-12-10', changes: [{ what: 'facts', responder: 'lv-line' }] },
      { edition: 2, date: '2026-12-03', changes: [{ what: 'facts', responder: 'lv-line' }] },
    ]);
  });

  it('tells what is changed after it was raised with what was changed before', () => {
    const second = next((folder) => Object.assign(line(folder), { about: 'More.' }));
    const folder = validFolder();
    Object.assign(line(folder), { about: 'More.' });
    folder.regions.lv.responders.responders.pop();
    const later = { ...dataOf(filesOf(folder)), edition: second.edition, history: second.history };
    expect(told(later, 'lv')).toMatchObject([
      {
        edition: 2,
        date: '2026-12-03',
        changes: [
          { what: 'facts' },
          { what: 'contact', was: expect.anything() },
          { what: 'gone', responder: 'lv-shelter' },
        ],
      },
    ]);
  });

  it.each<[string, string[], object[]]>([
    ['twice is told from the first to the last', [NEW, '+37129195443'], [{ was: /^\+371 /, now: /5 443$/ }]],
    ['and back again is not told', [NEW, ''], []],
    ['and then taken out is told as gone', [NEW, 'none'], [{ was: /^\+371 /, now: undefined }]],
  ])('in which one number changed before and after it was raised: %s', (_, values, expected) => {
    const put = (folder: Folder, value: string | undefined) => {
      const { channels } = line(folder);
      if (value === 'none') channels.splice(0, 1);
      else if (value) Object.assign(channels[0] ?? {}, { value });
    };
    const before = dataOf(filesOf(validFolder())).regions.find(({ region }) => region === 'lv');
    const old = before?.responders[0]?.channels[0]?.value as string;
    const second = next((folder) => put(folder, values[0]));
    const folder = validFolder();
    put(folder, values[1]);
    const later = { ...dataOf(filesOf(folder)), edition: second.edition, history: second.history };
    const contacts = told(later, 'lv').flatMap(({ changes }) => changes.filter(({ what }) => what === 'contact'));
    expect(contacts).toEqual(
      expected.map(({ now }: { now?: RegExp }) => ({
        what: 'contact',
        responder: 'lv-line',
        type: 'phone',
        was: expect.stringMatching(old.slice(-3)),
        ...(now && { now: expect.stringMatching(now), value: values[1] }),
      })),
    );
  });

  it('tells what came and what went against the edition before, however often it is changed', () => {
    const numbers = ['+37129195441', '+37129195442', '+37129195443', '+37129195444'];
    const some = fc.subarray(numbers, { minLength: 1 });
    const put = (folder: Folder, values: readonly string[]) => {
      const whose = line(folder);
      const [channel] = whose.channels;
      whose.channels = values.map((value) => ({ ...channel, value })) as never;
    };
    fc.assert(
      fc.property(some, some, some, (first, then, last) => {
        const one = next((folder) => put(folder, first));
        const two = next((folder) => put(folder, then), one, '2026-12-10');
        const folder = validFolder();
        put(folder, last);
        const [edition] = told({ ...dataOf(filesOf(folder)), edition: two.edition, history: two.history }, 'lv');
        const changes = edition?.edition === 3 ? edition.changes.filter(({ what }) => what === 'contact') : [];
        const plain = (text?: string) => text?.replace(/ /g, '');
        const went = changes.flatMap(({ was }) => (was === undefined ? [] : [plain(was)]));
        const came = changes.flatMap(({ now }) => (now === undefined ? [] : [plain(now)]));
        expect(went.sort()).toEqual(first.filter((value) => !last.includes(value)).sort());
        expect(came.sort()).toEqual(last.filter((value) => !first.includes(value)).sort());
      }),
      { numRuns: 25 },
    );
  });
});
