import { describe, expect, it } from 'vitest';
import { buildManifest, buildPacks, type PackFile } from '../../scripts/data/publish.ts';
import { publisherOf } from '../../scripts/data/publisher.ts';
import { dataOf } from '../../scripts/data/read.ts';
import type { CountryPack } from '../../src/directory/pack.ts';
import type { Channel, Region } from '../../src/directory/schema.ts';
import { exampleNumber, type Folder, filesOf, validFolder } from '../fixtures/data/valid.ts';

const build = (folder: Folder) => {
  const data = dataOf(filesOf(folder));
  const files = buildPacks(data);
  return { files, manifest: buildManifest(data, files) };
};
const packOf = (files: readonly PackFile[], region: Region) =>
  files
    .map(({ pack }) => pack)
    .find((pack): pack is CountryPack => pack.kind === 'country' && pack.country === region) as CountryPack;
const withChannel = (region: Region, channel: Partial<Channel>) => {
  const folder = validFolder();
  const line = folder.regions[region].responders.responders[0];
  line?.channels.push({ ...channel, sources: [`${region}-page`] } as Channel);
  return packOf(build(folder).files, region).responders[0]?.channels.at(-1);
};

describe('buildPacks', () => {
  it('makes one pack a region, one each of the taxonomy, the places, the guidance and the search, named by their content', () => {
    const { files, manifest } = build(validFolder());
    expect(files.map(({ id }) => id)).toEqual([
      'taxonomy',
      'places',
      'dk',
      'ee',
      'fi',
      'de',
      'is',
      'lv',
      'lt',
      'no',
      'pl',
      'ru',
      'se',
      'bg',
      'ro',
      'ua',
      'eu',
      'guides',
      'glossary',
      'practices',
      'law',
      'networks',
      'first-words',
      'search',
    ]);
    for (const { id, file, sha256 } of files) expect(file).toBe(`${id}.${sha256.slice(0, 12)}.json`);
    expect(manifest.packs.map(({ file }) => file)).toEqual(files.map(({ file }) => file));
  });

  it('gives the same bytes for the same data', () => {
    const [first, second] = [build(validFolder()), build(validFolder())];
    expect(second.files.map(({ text }) => text)).toEqual(first.files.map(({ text }) => text));
    expect(JSON.stringify(second.manifest)).toBe(JSON.stringify(first.manifest));
  });

  it('changes one pack, and the manifest, when one telephone number changes', () => {
    const before = build(validFolder());
    const folder = validFolder();
    for (const { channels } of folder.regions.lv.responders.responders) {
      for (const channel of channels) if (channel.value === exampleNumber('lv')) channel.value = '+37128612120';
    }
    const after = build(folder);
    const old = new Set(before.files.map(({ file }) => file));
    expect(after.files.filter(({ file }) => !old.has(file)).map(({ id }) => id)).toEqual(['lv']);
    const changed = after.manifest.packs.filter((pack, i) => pack.sha256 !== before.manifest.packs[i]?.sha256);
    expect(changed.map(({ id }) => id)).toEqual(['lv']);
  });

  it('counts bytes, not letters', () => {
    const folder = validFolder();
    folder.regions.lv.country.openQuestions = [{ text: 'Žēl' }];
    const { files, manifest } = build(folder);
    const text = files.find(({ id }) => id === 'lv')?.text ?? '';
    expect(manifest.packs.find(({ id }) => id === 'lv')?.bytes).toBe(new TextEncoder().encode(text).length);
  });
});

describe('a channel in a pack', () => {
  it.each([
    ['lv', '+37167898343', '67 898 343', '+371 67 898 343'],
    ['se', '+4690708200', '090-70 82 00', '+46 90 70 82 00'],
    // Denmark's own form, which the library does not know, stands as it is published.
    ['dk', '+45114', '+45114', '+45114'],
    // A line of another country has no form that is dialled here.
    ['ua', '+48800088141', '+48 800 088 141', '+48 800 088 141'],
    ['dk', '+37126337711', '+371 26 337 711', '+371 26 337 711'],
  ] as const)('of %s with %s is written %s at home, %s from abroad', (region, value, national, international) => {
    expect(withChannel(region, { type: 'phone', value })).toMatchObject({ tel: value, national, international });
  });

  it.each([
    ['116006', '116 006'],
    ['112', '112'],
    ['1492', '1492'],
  ])('with the short number %s is written %s and has no form for abroad', (value, national) => {
    const channel = withChannel('lv', { type: 'phone', value, short: true });
    expect(channel).toMatchObject({ tel: value, national });
    expect(channel).not.toHaveProperty('international');
  });

  it('has its hours as minutes, and none when no page gives any', () => {
    expect(
      withChannel('lv', { type: 'web', value: 'https://example.org', hours: 'Mo 09:00-17:00' })?.week?.days[0],
    ).toEqual([[540, 1020]]);
    expect(withChannel('lv', { type: 'web', value: 'https://example.org' })).not.toHaveProperty('week');
  });
});

describe('a country in a pack', () => {
  it('carries its harmonised numbers, with the international sources they rest on', () => {
    const { files } = build(validFolder());
    const lv = packOf(files, 'lv');
    expect(lv.harmonised).toEqual([
      {
        number: '116006',
        national: '116 006',
        service: 'Helpline for victims of crime',
        works: 'yes',
        responder: 'lv-line',
        sources: ['eu:eu-page'],
      },
    ]);
    expect(lv.sources['eu:eu-page']?.url).toBe('https://example.org/eu');
    expect(packOf(files, 'ee').harmonised).toEqual([]);
  });

  it('knows its public holidays of three years from the edition, and the international bodies none', () => {
    const { files } = build(validFolder());
    expect(new Set(packOf(files, 'lv').holidays.map((day) => day.slice(0, 4)))).toEqual(
      new Set(['2026', '2027', '2028']),
    );
    expect(packOf(files, 'eu').holidays).toEqual([]);
  });
});

describe('publisherOf', () => {
  it.each([
    ['https://www.migri.fi/en/x', undefined, 'migri.fi'],
    ['https://sub.page.migri.fi/', undefined, 'migri.fi'],
    ['https://www.vp.gov.lv/lv', undefined, 'vp.gov.lv'],
    ['https://www.gov.pl/web/x', undefined, 'gov.pl'],
    ['https://gov.pl/web/x', undefined, 'gov.pl'],
    ['https://mirror.example.org/', 'migri.fi', 'migri.fi'],
    ['http://192.0.2.1/page', undefined, '192.0.2.1'],
  ])('%s (reprints %s) is %s', (url, publisher, expected) => {
    expect(publisherOf({ url, publisher })).toBe(expected);
  });
});
