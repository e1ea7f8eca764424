/** How sure the numbers of the directory are, and which ones are oldest. */
import {
  type Confidence,
  confidenceOf,
  judgingDay,
  newestDate,
  openDate,
  vouches,
} from '../../src/directory/confidence.ts';
import { channelChecks, channelEvidence } from '../../src/directory/directory.ts';
import type { Region } from '../../src/directory/schema.ts';
import { contactsOf } from '../data/contacts.ts';
import type { RegionData } from '../data/read.ts';

export interface NumberFreshness {
  value: string;
  /** Whose it is: the first responder that has it. */
  responder: string;
  confidence: Confidence;
  /** The newest date of its pages and checks, as `openDate` reads it. */
  newest: string | undefined;
  /** Whether an office has tried it within the last year and was led to the right place. */
  checked: boolean;
}

export interface CountryFreshness {
  region: Region;
  responders: number;
  numbers: NumberFreshness[];
}

/** Every telephone and text-message number of every country, once, with how sure it is. */
export function freshness(regions: readonly RegionData[], today: Date): CountryFreshness[] {
  return regions.map((entry) => {
    const { region, responders } = entry;
    const country = contactsOf(entry);
    const day = judgingDay(country.checked, today);
    const numbers = new Map<string, NumberFreshness>();
    for (const { id, channels } of responders) {
      for (const channel of channels) {
        if ((channel.type !== 'phone' && channel.type !== 'sms') || numbers.has(channel.value)) continue;
        const evidence = channelEvidence(country, channel);
        numbers.set(channel.value, {
          value: channel.value,
          responder: id,
          confidence: confidenceOf(evidence, day),
          newest: newestDate(evidence),
          checked: channelChecks(country, channel).some(({ day: date, outcome }) =>
            vouches({ date, check: outcome }, day),
          ),
        });
      }
    }
    return { region, responders: responders.length, numbers: [...numbers.values()] };
  });
}

/** One line a country and one for all: responders, numbers, confirmed, single, dated, checked. */
export function freshnessTable(countries: readonly CountryFreshness[]): string {
  const line = (name: string, responders: number, numbers: readonly NumberFreshness[]) => {
    const sure = (confidence: Confidence) => numbers.filter((one) => one.confidence === confidence).length;
    const checked = numbers.filter((one) => one.checked).length;
    const cells = [responders, numbers.length, sure('confirmed'), sure('single'), sure('dated'), checked];
    return [name.padEnd(6), ...cells.map((cell) => String(cell).padStart(10))].join(' ');
  };
  const head = ['', 'responders', 'numbers', 'confirmed', 'one source', 'old', 'checked'];
  return [
    [(head[0] ?? '').padEnd(6), ...head.slice(1).map((title) => title.padStart(10))].join(' '),
    ...countries.map(({ region, responders, numbers }) => line(region, responders, numbers)),
    line(
      'all',
      countries.reduce((sum, { responders }) => sum + responders, 0),
      countries.flatMap(({ numbers }) => numbers),
    ),
  ].join('\n');
}

/** Numbers for which nothing vouches, those without a date first, then the oldest. */
export function oldestLines(countries: readonly CountryFreshness[]): string[] {
  return countries
    .flatMap(({ numbers }) => numbers)
    .sort((a, b) => (a.newest ?? '').localeCompare(b.newest ?? ''))
    .map(({ value, responder, newest, confidence }) => {
      const age =
        newest === undefined ? 'no date' : `${openDate(newest).date}${openDate(newest).orLater ? ' or later' : ''}`;
      return `${age.padEnd(16)} ${value.padEnd(15)} ${responder}${confidence === 'dated' ? '' : ` (${confidence})`}`;
    });
}
