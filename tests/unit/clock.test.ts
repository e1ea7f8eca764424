/** A phone's clock may be wrong: it must neither make old pages fresh nor hide anything. */
import { describe, expect, it } from 'vitest';
import { buildManifest, buildPacks } from '../../scripts/data/publish.ts';
import { readData } from '../../scripts/data/read.ts';
import { confidenceOf, type Evidence, judgingDay } from '../../src/directory/confidence.ts';
import { channelConfidence, createDirectory } from '../../src/directory/directory.ts';
import { responderConfidence } from '../../src/directory/evidence.ts';
import { openingAt } from '../../src/directory/opening.ts';
import { documentsOf } from '../../src/search/documents.ts';

const data = readData('data');
const files = buildPacks(data);
const directory = createDirectory(
  buildManifest(data, files),
  files.map(({ pack }) => pack),
);
const MADE = new Date(data.edition.date);
const day = (date: string) => new Date(`${date}T12:00:00Z`);

describe('the day on which pages are judged', () => {
  const old: Evidence[] = [{ publisher: 'a', date: '2015-05-01' }];
  it.each([
    ['long before', '1970-01-01', '2026-11', 'dated'],
    ['before the pages', '2019-06-01', '2026-11', 'dated'],
    ['on the day', '2026-11-21', '2026-11-21', 'dated'],
    ['far ahead', '2040-01-01', '2026-11', 'dated'],
    ['when they were fresh', '2019-06-01', '2015', 'single'],
  ])('%s: a page of 2015, read in %s, gathered in %s, is %s', (_, today, checked, expected) => {
    expect(confidenceOf(old, judgingDay(checked, day(today)))).toBe(expected);
  });
});

describe.each(['1970-01-01', '2000-02-29', '2019-06-01'])('a clock at %s, before the pages were gathered', (clock) => {
  it('finds nothing surer than it was on the day of the edition', () => {
    for (const country of directory.countries.values()) {
      for (const responder of country.responders) {
        const judged = (now: Date) => [
          responderConfidence(country, responder, now, undefined),
          ...responder.channels.map((channel) => channelConfidence(country, channel, now)),
        ];
        expect(judged(day(clock)), responder.id).toEqual(judged(day(country.checked.padEnd(10, '-01'))));
      }
    }
  });
});

describe.each(['1970-01-01', '2019-06-01', '2028-02-29', '2040-12-31', '2099-07-01'])('a clock at %s', (clock) => {
  it('tells of every line whether it is open, or that nobody knows', () => {
    for (const country of directory.countries.values()) {
      for (const channel of country.responders.flatMap(({ channels }) => channels)) {
        const { state } = openingAt(channel.week, country.timeZone, country.holidays, day(clock));
        if (channel.week === undefined) expect(state).toBe('unknown');
        else expect(['open', 'closed', 'always']).toContain(state);
      }
    }
  });

  it('hides nothing from the search', () => {
    const ids = (now: Date) => documentsOf(directory, now).map(({ id }) => id);
    expect(ids(day(clock))).toEqual(ids(MADE));
  });
});
