/** Rules on a country as a whole: what it must have before anybody relies on it, and its dates and texts. */
import { isRoundTheClock } from '../../src/directory/opening.ts';
import { type Country, MEASURES } from '../../src/directory/schema.ts';
import { numberDefects } from './check-channels.ts';
import { errorAt, type Finding, type Place, warningAt } from './findings.ts';
import { hoursDefect, weekOf } from './hours.ts';
import { type Data, fileOf, type RegionData } from './read.ts';

export function checkCountries(data: Data, today: Date): Finding[] {
  return data.regions.flatMap((entry) => [
    ...checkBelonging(entry),
    ...checkFirstContacts(entry),
    ...checkPoints(fileOf(entry.region, 'country.json'), entry.country),
    ...checkDates(entry, today),
  ]);
}

function checkBelonging({ region, country }: RegionData): Finding[] {
  const file = fileOf(region, 'country.json');
  const findings: Finding[] = [];
  if (country.country !== region) {
    findings.push(errorAt(file, ['country'], `"${country.country}" lies in the folder of "${region}".`));
  }
  return findings;
}

/** The number first: nobody may open a country and find none. The international bodies are no country. */
function checkFirstContacts({ region, country, responders }: RegionData): Finding[] {
  const file = fileOf(region, 'country.json');
  const findings = country.emergency.flatMap(({ number }, i) =>
    number.startsWith('+')
      ? numberDefects(number, region).map((defect) => defect(file, ['emergency', i, 'number']))
      : [],
  );
  if (region === 'eu') return findings;
  if (country.emergency.length === 0) {
    findings.push(errorAt(file, ['emergency'], 'The country has no emergency number.'));
  } else {
    for (const service of ['police', 'ambulance']) {
      const reached = country.emergency.some(
        ({ number, for: served }) => !number.startsWith('+') && served.includes(service),
      );
      if (!reached) {
        findings.push(errorAt(file, ['emergency'], `No number that is dialled in the country brings the ${service}.`));
      }
    }
  }
  if (country.contactPoint === undefined && country.contactPointNote === undefined) {
    findings.push(
      errorAt(file, ['contactPoint'], 'The country has no contact point, and no "contactPointNote" that says why.'),
    );
  }
  const emergency = new Set(country.emergency.map(({ number }) => number));
  const roundTheClock = responders
    .flatMap((responder) => responder.channels)
    .some(
      ({ type, value, hours }) =>
        type === 'phone' &&
        !emergency.has(value) &&
        hours !== undefined &&
        hoursDefect(hours, region) === undefined &&
        isRoundTheClock(weekOf(hours, region)),
    );
  if (!roundTheClock) {
    const reason = 'No responder has a telephone that answers round the clock (an emergency number does not count).';
    findings.push(errorAt(fileOf(region, 'responders.json'), ['responders'], reason));
  }
  return findings;
}

function checkPoints(file: string, country: Country): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, string>();
  for (const measure of MEASURES) {
    const points = country.measures[measure];
    if (points.length === 0) findings.push(warningAt(file, ['measures', measure], 'This measure has no point.'));
    points.forEach(({ id, text }, i) => {
      const words = text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      const first = seen.get(words);
      if (first === undefined) seen.set(words, id);
      else
        findings.push(
          warningAt(file, ['measures', measure, i, 'text'], `The same text stands in the point "${first}".`),
        );
    });
  }
  return findings;
}

/** Dates of pages, checks and statistics that are none or have not come yet. */
export function checkDates({ region, country, responders, sources }: RegionData, today: Date): Finding[] {
  const file = fileOf(region, 'country.json');
  return [
    ...dateDefect(file, ['checked'], country.checked, today),
    ...country.statistics.flatMap(({ year }, i) => dateDefect(file, ['statistics', i, 'year'], String(year), today)),
    ...Object.entries(sources).flatMap(([id, source]) =>
      (['date', 'notBefore'] as const).flatMap((key) => {
        const date = source[key];
        return date === undefined ? [] : dateDefect(fileOf(region, 'sources.json'), [id, key], date, today);
      }),
    ),
    ...responders.flatMap((responder, i) =>
      (['channels', 'addresses'] as const).flatMap((key) =>
        (responder[key] ?? []).flatMap(({ checks = [] }, c) =>
          checks.flatMap(({ day }, n) =>
            dateDefect(fileOf(region, 'responders.json'), ['responders', i, key, c, 'checks', n, 'day'], day, today),
          ),
        ),
      ),
    ),
  ];
}

/** A day begins so long before it does in Greenwich, where it begins first (UTC+14): a phone there writes down its own. */
const EARLIEST_DAY_MS = 14 * 60 * 60 * 1000;

/** A date that is not on the calendar or has not come yet anywhere. A year or a month counts from its first day. */
export function dateDefect(file: string, place: Place, date: string, today: Date): Finding[] {
  const day = `${date}-01-01`.slice(0, 10);
  if (new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day) {
    return [errorAt(file, place, `${date} is not on the calendar.`)];
  }
  const latest = new Date(today.getTime() + EARLIEST_DAY_MS).toISOString().slice(0, 10);
  return day > latest ? [errorAt(file, place, `${date} lies in the future.`)] : [];
}
