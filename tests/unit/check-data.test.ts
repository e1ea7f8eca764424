import { describe, expect, it } from 'vitest';
import { checkData, report } from '../../scripts/data/check.ts';
import { didYouMean, type Finding, jsonPath } from '../../scripts/data/findings.ts';
import { type FileContent, readFiles } from '../../scripts/data/read.ts';
import type { Channel, Responder } from '../../src/directory/schema.ts';
import { exampleNumber, type Folder, filesOf, TODAY, validFolder } from '../fixtures/data/valid.ts';

const COUNTRY = 'countries/lv/country.json';
const RESPONDERS = 'countries/lv/responders.json';
const SOURCES = 'countries/lv/sources.json';
const NETWORK = 'countries/lv/network.json';
const HARMONISED = 'international/harmonised.json';
const source = ['lv-page'];

/** One place broken, and the one finding it must lead to. */
interface Case {
  rule: string;
  break: (folder: Folder, lv: Folder['regions']['lv'], line: Responder, shelter: Responder) => unknown;
  instead?: Record<string, FileContent | undefined>;
  level?: 'warning';
  file: string;
  path: string;
  reason: string;
}

/** Breaks the form of a file on purpose, past its type. */
const put = (target: object, key: string, value: unknown) => Object.assign(target, { [key]: value });
const channel = (responder: Responder, index: number) => responder.channels[index] as Channel;
const extra = (type: Channel['type'], value: string) => ({ type, value, sources: source }) as Channel;
const nothing = () => undefined;

const CASES: Case[] = [
  // Files and their form
  {
    rule: 'missing file',
    break: nothing,
    instead: { [SOURCES]: undefined },
    file: SOURCES,
    path: '$',
    reason: 'The file is missing',
  },
  {
    rule: 'no JSON',
    break: nothing,
    instead: { [COUNTRY]: { defect: 'Unexpected token' } },
    file: COUNTRY,
    path: '$',
    reason: 'not JSON: Unexpected token',
  },
  {
    rule: 'stray file',
    break: nothing,
    instead: { 'countries/lv/responder.json': { json: {} } },
    file: 'countries/lv/responder.json',
    path: '$',
    reason: 'No file of this name',
  },
  {
    rule: 'missing key',
    break: (_f, _lv, line) => delete (line as Partial<Responder>).coverage,
    file: RESPONDERS,
    path: '$.responders[0].coverage',
    reason: '"coverage" is missing',
  },
  {
    rule: 'misspelt key',
    break: (_f, _lv, line) => put(channel(line, 0), 'huors', '24/7'),
    file: RESPONDERS,
    path: '$.responders[0].channels[0].huors',
    reason: 'Did you mean "hours"?',
  },
  {
    rule: 'value of the wrong kind',
    break: (_f, lv) => put(lv.country, 'openQuestions', 'none'),
    file: COUNTRY,
    path: '$.openQuestions',
    reason: 'Expected Array',
  },
  {
    rule: 'hidden character',
    break: (_f, _lv, line) => put(line, 'about', 'Line \u202e210'),
    file: RESPONDERS,
    path: '$.responders[0].about',
    reason: 'U+202E',
  },
  {
    rule: 'page without encryption',
    break: (_f, _lv, line) => put(channel(line, 3), 'value', 'http://example.org'),
    file: RESPONDERS,
    path: '$.responders[0].channels[3].value',
    reason: 'not encrypted',
  },
  {
    rule: 'form without encryption',
    break: (_f, _lv, line) => Object.assign(channel(line, 3), { type: 'form', value: 'http://example.org' }),
    file: RESPONDERS,
    path: '$.responders[0].channels[3].value',
    reason: 'not an encrypted web address',
  },
  {
    rule: 'unknown channel type',
    break: (_f, _lv, line) => put(channel(line, 3), 'type', 'wbe'),
    file: RESPONDERS,
    path: '$.responders[0].channels[3].type',
    reason: 'Did you mean "web"?',
  },
  {
    rule: 'empty text',
    break: (_f, _lv, line) => put(line, 'about', ' '),
    file: RESPONDERS,
    path: '$.responders[0].about',
    reason: 'the text is empty',
  },
  {
    rule: 'fact without source',
    break: (_f, lv) => put(lv.country.measures['1'][0] ?? {}, 'sources', []),
    file: COUNTRY,
    path: '$.measures["1"][0].sources',
    reason: 'a fact without a source does not build',
  },
  {
    rule: 'source without URL',
    break: (_f, lv) => put(lv.sources, 'lv-page', { date: '2025' }),
    file: SOURCES,
    path: '$["lv-page"].url',
    reason: '"url" is missing',
  },
  {
    rule: 'syntax of a mail address',
    break: (_f, _lv, line) => put(channel(line, 2), 'value', 'info(at)example.org'),
    file: RESPONDERS,
    path: '$.responders[0].channels[2].value',
    reason: 'not an e-mail address',
  },
  {
    rule: 'syntax of a web address',
    break: (_f, _lv, line) => put(channel(line, 3), 'value', 'www.example.org'),
    file: RESPONDERS,
    path: '$.responders[0].channels[3].value',
    reason: 'not a web address',
  },

  // Codes and the taxonomy
  {
    rule: 'unknown code',
    break: (_f, _lv, _line, shelter) => put(shelter, 'services', ['sheltre']),
    file: RESPONDERS,
    path: '$.responders[1].services[0]',
    reason: 'Did you mean "shelter"?',
  },
  {
    rule: 'unknown code deep inside',
    break: (_f, _lv, _line, shelter) => put(shelter, 'serves', { age: ['adult', 'senior'] }),
    file: RESPONDERS,
    path: '$.responders[1].serves.age[1]',
    reason: 'no code of "age"',
  },
  {
    rule: 'unknown emergency code',
    break: (_f, lv) => lv.country.emergency.push({ number: '110', for: ['polize'], sources: source }),
    file: COUNTRY,
    path: '$.emergency[1].for[0]',
    reason: 'no code of "emergency"',
  },
  {
    rule: 'code without English label',
    break: (folder) => put(folder.taxonomy.kinds, 'hotline', { label: { lv: 'Uzticības tālrunis' } }),
    file: 'taxonomy.json',
    path: '$.kinds.hotline.label',
    reason: 'at least English',
  },
  {
    rule: 'measure without label',
    break: (folder) => delete folder.taxonomy.measures['7'],
    file: 'taxonomy.json',
    path: '$.measures',
    reason: 'The measure "7" has no label',
  },
  {
    rule: 'legal fact without label',
    break: (folder) => delete folder.taxonomy.legal.compensation,
    file: 'taxonomy.json',
    path: '$.legal',
    reason: 'The legal fact "compensation" has no label',
  },
  {
    rule: 'label missing in a language',
    break: (folder) => delete folder.taxonomy.services.legal?.label.lv,
    level: 'warning',
    file: 'taxonomy.json',
    path: '$.services',
    reason: 'No label in "lv" for: legal',
  },
  {
    rule: 'language not reviewed',
    break: (folder) => put(folder.taxonomy, 'reviewed', []),
    level: 'warning',
    file: 'taxonomy.json',
    path: '$.reviewed',
    reason: 'reviewed yet: lv',
  },

  // Ids
  {
    rule: 'id of another country',
    break: (_f, lv) => lv.responders.responders.push({ ...(lv.responders.responders[1] as Responder), id: 'lt-home' }),
    file: RESPONDERS,
    path: '$.responders[2].id',
    reason: 'must begin with "lv-"',
  },
  {
    rule: 'id used twice',
    break: (_f, lv) => lv.responders.responders.push({ ...(lv.responders.responders[1] as Responder) }),
    file: RESPONDERS,
    path: '$.responders[2].id',
    reason: '"lv-shelter" is already the id of another entry',
  },
  {
    rule: 'international id',
    break: (folder) => put(folder.regions.eu.responders.responders[1] ?? {}, 'id', 'in-shelter'),
    file: 'international/responders.json',
    path: '$.responders[1].id',
    reason: 'must begin with "eu-"',
  },
  {
    rule: 'point id of another measure',
    break: (_f, lv) => put(lv.country.measures['3'][0] ?? {}, 'id', 'lv-m4-9'),
    file: COUNTRY,
    path: '$.measures["3"][0].id',
    reason: 'must begin with "lv-m3-"',
  },
  {
    rule: 'point id used twice',
    break: (_f, lv) => lv.country.measures['3'].push({ id: 'lv-m3-1', text: 'Something else.', sources: source }),
    file: COUNTRY,
    path: '$.measures["3"][1].id',
    reason: 'already the id',
  },

  // References
  {
    rule: 'via nobody',
    break: (_f, _lv, _line, shelter) => put(channel(shelter, 0), 'via', 'lv-lin'),
    file: RESPONDERS,
    path: '$.responders[1].channels[0].via',
    reason: 'Did you mean "lv-line"?',
  },
  {
    rule: 'via somebody with another number',
    break: (_f, _lv, _line, shelter) => put(channel(shelter, 0), 'value', '+37167898343'),
    file: RESPONDERS,
    path: '$.responders[1].channels[0].via',
    reason: '"lv-line" has no channel "+37167898343"',
  },
  {
    rule: 'via itself',
    break: (_f, _lv, _line, shelter) => put(channel(shelter, 0), 'via', 'lv-shelter'),
    file: RESPONDERS,
    path: '$.responders[1].channels[0].via',
    reason: 'via its own responder',
  },
  {
    rule: 'sameAs nobody',
    break: (_f, _lv, line) => put(line, 'sameAs', 'eu-nobody'),
    file: RESPONDERS,
    path: '$.responders[0].sameAs',
    reason: 'no responder "eu-nobody"',
  },
  {
    rule: 'sameAs itself',
    break: (_f, _lv, line) => put(line, 'sameAs', 'lv-line'),
    file: RESPONDERS,
    path: '$.responders[0].sameAs',
    reason: 'same as itself',
  },
  {
    rule: 'line that leads nowhere',
    break: (_f, lv) => put(lv.country, 'antiTraffickingLine', ['lv-nobody']),
    file: COUNTRY,
    path: '$.antiTraffickingLine[0]',
    reason: 'no responder "lv-nobody"',
  },
  {
    rule: 'line without telephone',
    break: (_f, lv, _line, shelter) => {
      put(shelter, 'channels', [extra('web', 'https://example.org/shelter')]);
      lv.country.antiTraffickingLine = ['lv-shelter'];
    },
    file: COUNTRY,
    path: '$.antiTraffickingLine[0]',
    reason: 'no telephone',
  },
  {
    rule: 'contact point that leads nowhere',
    break: (_f, lv) => put(lv.country, 'contactPoint', 'lv-shelters'),
    file: COUNTRY,
    path: '$.contactPoint',
    reason: 'Did you mean "lv-shelter"?',
  },
  {
    rule: 'contact point without channel',
    break: (_f, lv, _line, shelter) => {
      shelter.channels = [];
      lv.country.contactPoint = 'lv-shelter';
    },
    file: COUNTRY,
    path: '$.contactPoint',
    reason: 'no channel',
  },
  {
    rule: 'question about nobody',
    break: (_f, lv) => put(lv.country.openQuestions[0] ?? {}, 'responders', ['lv-nobody']),
    file: COUNTRY,
    path: '$.openQuestions[0].responders[0]',
    reason: 'no responder "lv-nobody"',
  },
  {
    rule: 'network of nobody',
    break: (_f, lv) => put(lv.network.bodies[0] ?? {}, 'responder', 'lv-nobody'),
    file: NETWORK,
    path: '$.bodies[0].responder',
    reason: 'no responder "lv-nobody"',
  },
  {
    rule: 'network led by nobody',
    break: (_f, lv) => put(lv.network.bodies[0]?.leads ?? {}, 'responder', 'lv-nobody'),
    file: NETWORK,
    path: '$.bodies[0].leads.responder',
    reason: 'no responder "lv-nobody"',
  },
  {
    rule: 'member of a network that is nobody',
    break: (_f, lv) => put(lv.network.bodies[0]?.members?.who[1] ?? {}, 'responder', 'lv-nobody'),
    file: NETWORK,
    path: '$.bodies[0].members.who[1].responder',
    reason: 'no responder "lv-nobody"',
  },
  {
    rule: 'network under the id of another country',
    break: (_f, lv) => put(lv.network.bodies[0] ?? {}, 'id', 'lt-n-2'),
    file: NETWORK,
    path: '$.bodies[0].id',
    reason: 'must begin with "lv-n-"',
  },
  {
    rule: 'network in the folder of another country',
    break: (_f, lv) => put(lv.network, 'country', 'lt'),
    file: NETWORK,
    path: '$.country',
    reason: 'the folder of "lv"',
  },
  {
    rule: 'network that rests on a page nobody knows',
    break: (_f, lv) => put(lv.network.bodies[0]?.about ?? {}, 'sources', ['lv-pages']),
    file: NETWORK,
    path: '$.bodies[0].about.sources[0]',
    reason: 'no source "lv-pages"',
  },
  {
    rule: 'neither a network nor a word of what was looked for',
    break: (_f, lv) => put(lv.network, 'bodies', []),
    file: NETWORK,
    path: '$.openQuestions',
    reason: 'say what was looked for',
  },
  {
    rule: 'harmonised number run by nobody',
    break: (folder) => put(folder.harmonised.numbers[0]?.byCountry.lv ?? {}, 'responder', 'lv-nobody'),
    file: HARMONISED,
    path: '$.numbers[0].byCountry.lv.responder',
    reason: 'no responder "lv-nobody"',
  },
  {
    rule: 'harmonised number run abroad',
    break: (folder) => put(folder.harmonised.numbers[0]?.byCountry.lv ?? {}, 'responder', 'ee-line'),
    file: HARMONISED,
    path: '$.numbers[0].byCountry.lv.responder',
    reason: 'no responder of "lv"',
  },
  {
    rule: 'harmonised number not found where somebody answers it',
    break: (folder, _lv, line) => {
      line.channels.push(Object.assign(extra('phone', '116006'), { short: true, fromAbroad: false }));
      put(folder.harmonised.numbers[0]?.byCountry.lv ?? {}, 'works', 'unknown');
    },
    file: HARMONISED,
    path: '$.numbers[0].byCountry.lv',
    reason: '"lv-line" answers 116006: name it',
  },
  {
    rule: 'source that leads nowhere',
    break: (_f, lv) => put(lv.country.statistics[0] ?? {}, 'sources', ['lv-pgae']),
    file: COUNTRY,
    path: '$.statistics[0].sources[0]',
    reason: 'Did you mean "lv-page"?',
  },
  {
    rule: 'source of the hours that leads nowhere',
    break: (_f, _lv, line) => put(channel(line, 0), 'hoursSources', ['ee-page']),
    file: RESPONDERS,
    path: '$.responders[0].channels[0].hoursSources[0]',
    reason: 'no source "ee-page"',
  },
  {
    rule: 'source of a harmonised number that leads nowhere',
    break: (folder) => put(folder.harmonised.numbers[0] ?? {}, 'sources', ['lv-page']),
    file: HARMONISED,
    path: '$.numbers[0].sources[0]',
    reason: 'no source "lv-page"',
  },
  {
    rule: 'unused source',
    break: (_f, lv) => put(lv.sources, 'spare', { url: 'https://example.org/spare', date: '2025' }),
    file: SOURCES,
    path: '$.spare',
    reason: 'No fact rests on this source',
  },
  {
    rule: 'one page under two ids',
    break: (_f, lv, line) => {
      lv.sources.again = { url: 'https://example.org/lv', date: '2025' };
      line.sources = ['lv-page', 'again'];
    },
    level: 'warning',
    file: SOURCES,
    path: '$.again.url',
    reason: 'already the source "lv-page"',
  },

  // Dates
  {
    rule: 'source of a day that has begun nowhere',
    break: (_f, lv) => put(lv.sources['lv-page'] ?? {}, 'date', '2026-11-23'),
    file: SOURCES,
    path: '$["lv-page"].date',
    reason: '2026-11-23 lies in the future',
  },
  {
    rule: 'checked next month',
    break: (_f, lv) => put(lv.country, 'checked', '2026-12'),
    file: COUNTRY,
    path: '$.checked',
    reason: 'in the future',
  },
  {
    rule: 'statistics of next year',
    break: (_f, lv) => put(lv.country.statistics[0] ?? {}, 'year', 2027),
    file: COUNTRY,
    path: '$.statistics[0].year',
    reason: 'in the future',
  },
  {
    rule: 'edition of a day that has begun nowhere',
    break: (folder) => put(folder.edition, 'date', '2026-11-23'),
    file: 'edition.json',
    path: '$.date',
    reason: 'in the future',
  },
  {
    rule: 'day that does not exist',
    break: (_f, lv) => put(lv.sources['lv-page'] ?? {}, 'date', '2025-02-30'),
    file: SOURCES,
    path: '$["lv-page"].date',
    reason: 'not on the calendar',
  },

  // Numbers
  {
    rule: 'number that cannot exist',
    break: (_f, _lv, line) => line.channels.push(extra('phone', '+37112345')),
    file: RESPONDERS,
    path: '$.responders[0].channels[4].value',
    reason: 'not a telephone number that can exist',
  },
  {
    rule: 'text number that cannot exist',
    break: (_f, _lv, line) => line.channels.push(extra('sms', '+371999')),
    file: RESPONDERS,
    path: '$.responders[0].channels[4].value',
    reason: 'not a telephone number that can exist',
  },
  {
    rule: 'emergency number that cannot exist',
    break: (_f, lv) => lv.country.emergency.push({ number: '+37112345', for: ['police'], sources: source }),
    file: COUNTRY,
    path: '$.emergency[1].number',
    reason: 'not a telephone number that can exist',
  },
  {
    rule: 'number of another country',
    break: (_f, _lv, line) => line.channels.push(extra('phone', '+3726001234')),
    level: 'warning',
    file: RESPONDERS,
    path: '$.responders[0].channels[4].value',
    reason: 'a number of EE, not of LV',
  },
  {
    rule: 'number of Kazakhstan in Russia',
    break: (folder) =>
      folder.regions.ru.responders.responders[0]?.channels.push({
        type: 'phone',
        value: '+77012345678',
        sources: ['ru-page'],
      }),
    level: 'warning',
    file: 'countries/ru/responders.json',
    path: '$.responders[0].channels[4].value',
    reason: 'a number of KZ, not of RU',
  },
  {
    rule: 'short number not declared',
    break: (_f, _lv, line) => delete (channel(line, 1) as { short?: true }).short,
    file: RESPONDERS,
    path: '$.responders[0].channels[1].value',
    reason: '"short": true',
  },
  {
    rule: 'full number declared short',
    break: (_f, _lv, line) => put(channel(line, 0), 'short', true),
    file: RESPONDERS,
    path: '$.responders[0].channels[0].short',
    reason: 'take "short" out',
  },
  {
    rule: 'short number that does not say whether it works from abroad',
    break: (_f, _lv, line) => delete channel(line, 1).fromAbroad,
    level: 'warning',
    file: RESPONDERS,
    path: '$.responders',
    reason: 'fromAbroad" (do they work from abroad?): 116006',
  },

  // Hours
  {
    rule: 'hours that do not parse',
    break: (_f, _lv, line) => put(channel(line, 1), 'hours', 'Mo-Fri 9-17'),
    file: RESPONDERS,
    path: '$.responders[0].channels[1].hours',
    reason: '"Mo-Fri 9-17": does not parse',
  },
  {
    rule: 'hours that overwrite each other',
    break: (_f, _lv, line) => put(channel(line, 1), 'hours', 'Mo 18:00-20:00; Mo-Th 10:00-12:00'),
    file: RESPONDERS,
    path: '$.responders[0].channels[1].hours',
    reason: 'Join them with ","',
  },
  {
    rule: 'hours without days',
    break: (_f, _lv, line) => put(channel(line, 1), 'hours', '10:00-18:00'),
    file: RESPONDERS,
    path: '$.responders[0].channels[1].hours',
    reason: 'no day is named',
  },
  {
    rule: 'hours that are not the same every week',
    break: (_f, _lv, line) => put(channel(line, 1), 'hours', 'Mo[1] 10:00-18:00'),
    file: RESPONDERS,
    path: '$.responders[0].channels[1].hours',
    reason: 'can be shown',
  },

  // Mailboxes and web addresses
  {
    rule: 'mail domain that does not exist',
    break: (_f, _lv, line) => put(channel(line, 2), 'value', 'info@example.orgg'),
    file: RESPONDERS,
    path: '$.responders[0].channels[2].value',
    reason: 'existing kind of domain',
  },
  {
    rule: 'web domain that does not exist',
    break: (_f, _lv, line) => put(channel(line, 3), 'value', 'https://www.example'),
    file: RESPONDERS,
    path: '$.responders[0].channels[3].value',
    reason: 'existing kind of domain',
  },
  {
    rule: "a person's mailbox",
    break: (_f, _lv, line) => put(channel(line, 2), 'value', 'anna.berzina@example.org'),
    file: RESPONDERS,
    path: '$.responders[0].channels[2].value',
    reason: 'mailbox of one person',
  },
  {
    rule: "a person's mailbox, initial only",
    break: (_f, _lv, line) => put(channel(line, 2), 'value', 'a.berzina@example.org'),
    file: RESPONDERS,
    path: '$.responders[0].channels[2].value',
    reason: 'mailbox of one person',
  },
  {
    rule: "a person's mailbox at a free provider",
    break: (_f, _lv, line) => put(channel(line, 2), 'value', 'anna_berzina@inbox.lv'),
    file: RESPONDERS,
    path: '$.responders[0].channels[2].value',
    reason: 'mailbox of one person',
  },
  {
    rule: "an organisation's box at a free provider",
    break: (_f, _lv, line) => put(channel(line, 2), 'value', 'safe.house@gmail.com'),
    level: 'warning',
    file: RESPONDERS,
    path: '$.responders[0].channels[2].value',
    reason: 'free provider',
  },

  // A country as a whole
  {
    rule: 'no emergency number',
    break: (_f, lv) => put(lv.country, 'emergency', []),
    file: COUNTRY,
    path: '$.emergency',
    reason: 'no emergency number',
  },
  ...['police', 'ambulance'].map(
    (service): Case => ({
      rule: `no number that brings the ${service}`,
      break: (_f, lv) => {
        for (const entry of lv.country.emergency) {
          entry.for = ['police', 'ambulance', 'fire'].filter((other) => other !== service);
        }
      },
      file: COUNTRY,
      path: '$.emergency',
      reason: `brings the ${service}`,
    }),
  ),
  {
    rule: 'no contact point',
    break: (_f, lv) => delete (lv.country as { contactPoint?: string }).contactPoint,
    file: COUNTRY,
    path: '$.contactPoint',
    reason: 'no contact point',
  },
  {
    rule: 'nobody round the clock',
    break: (_f, lv) => {
      for (const { channels } of lv.responders.responders) put(channels[0] ?? {}, 'hours', 'Mo-Fr 09:00-17:00');
    },
    file: RESPONDERS,
    path: '$.responders',
    reason: 'round the clock',
  },
  {
    rule: 'only the emergency number round the clock',
    break: (_f, lv, _line, shelter) => {
      for (const { channels } of lv.responders.responders) put(channels[0] ?? {}, 'hours', 'Mo-Fr 09:00-17:00');
      shelter.channels.push({
        type: 'phone',
        value: '112',
        short: true,
        fromAbroad: false,
        hours: '24/7',
        sources: source,
      });
    },
    file: RESPONDERS,
    path: '$.responders',
    reason: 'an emergency number does not count',
  },
  {
    rule: 'round the clock but on holidays',
    break: (_f, lv) => {
      for (const { channels } of lv.responders.responders) put(channels[0] ?? {}, 'hours', '24/7; PH off');
    },
    file: RESPONDERS,
    path: '$.responders',
    reason: 'round the clock',
  },
  {
    rule: 'country in the wrong folder',
    break: (_f, lv) => put(lv.country, 'country', 'lt'),
    file: COUNTRY,
    path: '$.country',
    reason: '"lt" lies in the folder of "lv"',
  },
  {
    rule: 'time zone that does not exist',
    break: (_f, lv) => put(lv.country, 'timeZone', 'Europe/Rīga'),
    file: COUNTRY,
    path: '$.timeZone',
    reason: 'no time zone',
  },
  {
    rule: 'measure without a point',
    break: (_f, lv) => put(lv.country.measures, '6', []),
    level: 'warning',
    file: COUNTRY,
    path: '$.measures["6"]',
    reason: 'no point',
  },
  {
    rule: 'two points with the same text',
    break: (_f, lv) => put(lv.country.measures['6'][0] ?? {}, 'text', 'What is done, in Measure 5'),
    level: 'warning',
    file: COUNTRY,
    path: '$.measures["6"][0].text',
    reason: 'stands in the point "lv-m5-1"',
  },
];

describe('the data check', () => {
  it('takes the day of a place where it has begun already', () => {
    const folder = validFolder();
    folder.edition.date = '2026-11-22';
    expect(checkData(filesOf(folder), TODAY)).toEqual([]);
  });

  it('finds nothing in a sound folder', () => {
    expect(checkData(filesOf(validFolder()), TODAY)).toEqual([]);
  });

  it.each(CASES)('$rule', (test) => {
    const folder = validFolder();
    const { lv } = folder.regions;
    const [line, shelter] = lv.responders.responders;
    test.break(folder, lv, line as Responder, shelter as Responder);
    expect(checkData(filesOf(folder, test.instead), TODAY)).toEqual([
      {
        level: test.level ?? 'error',
        file: test.file,
        path: test.path,
        reason: expect.stringContaining(test.reason),
      },
    ]);
  });

  it('has one sound exception: 114 of Denmark as it is dialled from abroad', () => {
    const folder = validFolder();
    folder.regions.dk.responders.responders[0]?.channels.push({ type: 'phone', value: '+45114', sources: ['dk-page'] });
    expect(checkData(filesOf(folder), TODAY)).toEqual([]);
  });

  it.each([
    ['lv', '+37128612120'],
    ['fi', '+3581812345'],
    ['no', '+4779021234'],
    ['eu', '+3726001234'],
    ['eu', '+3228080000'],
  ] as const)('accepts in %s the number %s', (region, value) => {
    const folder = validFolder();
    const sources = [`${region}-page`];
    folder.regions[region].responders.responders[0]?.channels.push({ type: 'phone', value, sources });
    expect(checkData(filesOf(folder), TODAY)).toEqual([]);
  });

  it.each([
    'info.centre@example.org',
    'safe.house@example.org',
    'crisis.riga@example.org',
    'kom.pod@politiet.no',
    'cons_or@example.org',
    'kpa-10@example.org',
    'ihmiskauppa.auttamisjarjestelma@example.org',
    'stop.przemocy@example.org',
    'office@example.org',
  ])('does not take %s for the mailbox of a person', (value) => {
    const folder = validFolder();
    const line = folder.regions.lv.responders.responders[0] as Responder;
    line.name = { en: 'Crisis centre', fi: 'Ihmiskaupan uhrien auttamisjärjestelmä', no: 'KOM, POD' };
    line.addresses = [{ text: 'Brīvības iela 1', city: 'Rīga', sources: source }];
    line.about = 'Safe House for victims.';
    line.channels.push({ type: 'email', value, sources: source });
    expect(checkData(filesOf(folder), TODAY)).toEqual([]);
  });

  it('lists dated contacts as warnings, oldest first and undated last, each number once', () => {
    const folder = validFolder();
    const { lv, ee } = folder.regions;
    lv.sources.old = { url: 'https://example.org/old', date: '2019' };
    lv.sources.undated = { url: 'https://example.org/undated' };
    lv.responders.responders[0]?.channels.push(
      { type: 'phone', value: '+37167898343', sources: ['undated'] },
      { type: 'phone', value: '+37128612120', sources: ['old', 'undated'] },
      { type: 'web', value: 'https://example.org/aged', sources: ['old'] },
    );
    lv.responders.responders[1]?.channels.push({ type: 'phone', value: '+37128612120', sources: ['old'] });
    ee.sources.older = { url: 'https://example.org/older', date: '2017-03' };
    ee.responders.responders[1]?.channels.push({ type: 'email', value: 'home@example.org', sources: ['older'] });
    expect(checkData(filesOf(folder), TODAY)).toEqual([
      {
        level: 'warning',
        file: 'countries/ee/responders.json',
        path: '$.responders[1].channels[1].value',
        reason: 'Dated: home@example.org of Shelter, newest page 2017-03.',
      },
      {
        level: 'warning',
        file: RESPONDERS,
        path: '$.responders[0].channels[5].value',
        reason: 'Dated: +37128612120 of Safe House helpline, newest page 2019.',
      },
      {
        level: 'warning',
        file: RESPONDERS,
        path: '$.responders[0].channels[4].value',
        reason: 'Dated: +37167898343 of Safe House helpline, no page carries a date.',
      },
    ]);
  });

  it('names errors before warnings', () => {
    const folder = validFolder();
    folder.taxonomy.reviewed = [];
    put(folder.regions.lv.country, 'timeZone', 'Riga');
    expect(checkData(filesOf(folder), TODAY).map(({ level }) => level)).toEqual(['error', 'warning']);
  });

  it('finds no error in the shipped data', () => {
    const errors = checkData(readFiles('data'), new Date()).filter(({ level }) => level === 'error');
    expect(errors).toEqual([]);
  });
});

describe('the report', () => {
  const finding = (level: Finding['level'], reason: string): Finding => ({
    level,
    file: RESPONDERS,
    path: '$.x',
    reason,
  });

  it('lists errors, then warnings apart, then sums up', () => {
    const text = report([finding('error', 'Wrong.'), finding('warning', 'Odd.'), finding('warning', 'Old.')], 'data');
    const lines = text.split('\n');
    expect(lines.indexOf(`  data/${RESPONDERS}  $.x  Wrong.`)).toBeGreaterThan(
      lines.findIndex((line) => /^ERRORS/.test(line)),
    );
    expect(lines.findIndex((line) => /^WARNINGS/.test(line))).toBeGreaterThan(
      lines.indexOf(`  data/${RESPONDERS}  $.x  Wrong.`),
    );
    expect(lines.at(-1)).toBe('1 error, 2 warnings.');
  });

  it('says so when all is well', () => {
    expect(report([], 'data')).toBe('0 errors, 0 warnings.');
  });
});

describe('the words of a finding', () => {
  it.each([
    [['responders', 3, 'channels', 0, 'value'], '$.responders[3].channels[0].value'],
    [['measures', '1', 0], '$.measures["1"][0]'],
    [['bac.gov.lv', 'url'], '$["bac.gov.lv"].url'],
    [[], '$'],
  ])('writes %j as %s', (place, path) => {
    expect(jsonPath(place)).toBe(path);
  });

  it.each([
    ['sheltre', ' Did you mean "shelter"?'],
    ['Shelter', ' Did you mean "shelter"?'],
    ['leagl', ' Did you mean "legal"?'],
    ['medi', ' Did you mean "medical"?'],
    ['dentist', ''],
    ['', ''],
  ])('for %s suggests%s', (word, hint) => {
    expect(didYouMean(word, ['shelter', 'legal', 'medical'])).toBe(hint);
  });

  it('uses numbers that exist in the fixture', () => {
    expect(exampleNumber('lv')).toMatch(/^\+371\d{8}$/);
  });
});
