/** What stands beside a number and beside its responder says the same on every screen. */
import { describe, expect, it } from 'vitest';
import { COUNTRIES } from '../../src/directory/codes.ts';
import { isCall, isReachable, type Standing } from '../../src/directory/dialling.ts';
import { channelConfidence, channelEvidence, countryOf } from '../../src/directory/directory.ts';
import { responderConfidence } from '../../src/directory/evidence.ts';
import { firstContactOf } from '../../src/directory/first-contacts.ts';
import { publishedDirectory } from '../relevance/directory.ts';

const directory = publishedDirectory();
const NOW = new Date('2026-11-24T10:00:00Z');
const SURENESS = ['dated', 'single', 'confirmed'];

describe.each(COUNTRIES)('in %s', (code) => {
  const country = countryOf(directory, code);

  it('the first screen counts the pages that the other screens count', () => {
    const contact = firstContactOf(country, directory.taxonomy);
    for (const line of [...contact.lines, ...(contact.contactPoint ? [contact.contactPoint] : [])]) {
      const told = line.evidence.map(({ publisher, date, notBefore }) => [publisher, date, notBefore]);
      const known = channelEvidence(country, line.channel).map(({ publisher, date, notBefore }) => [
        publisher,
        date,
        notBefore,
      ]);
      expect(told, line.responder).toEqual(known);
    }
  });

  it.each<Standing>([code, code === 'lv' ? 'ee' : 'lv'])(
    'an entry is as sure as its surest number that rings in %s',
    (standing) => {
      for (const responder of country.responders) {
        const marks = responder.channels
          .filter((channel) => isCall(channel) && isReachable(channel, country, standing, responder.channels))
          .map((channel) => SURENESS.indexOf(channelConfidence(country, channel, NOW)));
        if (marks.length === 0) continue;
        const mark = SURENESS.indexOf(responderConfidence(country, responder, NOW, standing));
        expect(mark, responder.id).toBe(Math.max(...marks));
      }
    },
  );
});
