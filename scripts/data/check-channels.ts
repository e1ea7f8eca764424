/** Rules on the ways to reach a responder: numbers, hours, mailboxes, web addresses. */
import { getCountryCallingCode, parsePhoneNumber } from 'libphonenumber-js/max';
import { parse as parseHost } from 'tldts';
import { channelConfidence, channelEvidence } from '../../src/directory/directory.ts';
import type { Channel, Region, Responder } from '../../src/directory/schema.ts';
import { MAILBOXES_OF_ORGANISATIONS, NUMBERS_THAT_EXIST, PAGES_WITHOUT_ENCRYPTION } from './check-exceptions.ts';
import { contactsOf, newestInWords } from './contacts.ts';
import { errorAt, type Finding, type Place, warningAt } from './findings.ts';
import { hoursDefect } from './hours.ts';

import { type Data, fileOf, type RegionData } from './read.ts';

export function checkChannels(data: Data): Finding[] {
  return data.regions.flatMap((entry) => {
    const file = fileOf(entry.region, 'responders.json');
    const findings = entry.responders.flatMap((responder, i) =>
      responder.channels.flatMap((channel, c) => {
        const place = ['responders', i, 'channels', c];
        return [
          ...checkReach(file, place, channel, responder, entry.region),
          ...checkHours(file, [...place, 'hours'], channel.hours, entry.region),
          ...checkWording(file, [...place, 'purpose'], channel.purpose, data.taxonomy.purposes),
        ];
      }),
    );
    const coverage = entry.responders.flatMap((responder, i) =>
      checkWording(file, ['responders', i, 'coverage'], responder.coverage, data.taxonomy.coverage),
    );
    return [...findings, ...coverage, ...shortWithoutReach(file, entry)];
  });
}

/** A fixed wording is a code of the taxonomy; anything written like a code must be one. */
function checkWording(file: string, place: Place, text: string | undefined, codes: Record<string, unknown>): Finding[] {
  if (text === undefined || !/^[a-z]+(-[a-z]+)*$/.test(text) || Object.hasOwn(codes, text)) return [];
  return [
    errorAt(
      file,
      place,
      `"${text}" is no fixed wording of taxonomy.json (${Object.keys(codes).join(', ')}), and too short for words of its own.`,
    ),
  ];
}

function checkReach(file: string, place: Place, channel: Channel, responder: Responder, region: Region): Finding[] {
  const at = [...place, 'value'];
  switch (channel.type) {
    case 'phone':
    case 'sms':
      if (!channel.value.startsWith('+')) {
        const reason = `${channel.value} is a short number: say so with "short": true, or write it in full (+…).`;
        return channel.short ? [] : [errorAt(file, at, reason)];
      }
      if (channel.short) {
        const reason = `${channel.value} is a full number, not a short one: take "short" out.`;
        return [errorAt(file, [...place, 'short'], reason)];
      }
      return numberDefects(channel.value, region).map((defect) => defect(file, at));
    case 'email':
      return [...hostDefect(file, at, channel.value), ...mailboxDefect(file, at, channel.value, responder)];
    default:
      return [...hostDefect(file, at, channel.value), ...plainDefect(file, at, channel.value)];
  }
}

/** What travels unencrypted can be read and changed on the way. */
function plainDefect(file: string, place: Place, address: string): Finding[] {
  if (!address.startsWith('http:') || Object.hasOwn(PAGES_WITHOUT_ENCRYPTION, parseHost(address).hostname ?? ''))
    return [];
  const advice = 'If it has none, name it in scripts/data/check-exceptions.ts with the reason.';
  return [errorAt(file, place, `${address} is not encrypted: does the page not open with https:? ${advice}`)];
}

/** What is wrong with a number in E.164: not one that can exist, or one of another country. */
export function numberDefects(value: string, region: Region): ((file: string, place: Place) => Finding)[] {
  if (Object.hasOwn(NUMBERS_THAT_EXIST, value)) return [];
  const number = parse(value);
  if (!number?.isValid()) {
    return [(file, place) => errorAt(file, place, `${value} is not a telephone number that can exist.`)];
  }
  if (region === 'eu') return [];
  const home = region.toUpperCase() as Uppercase<typeof region>;
  // +358 18 is Åland and +47 79 is Svalbard to the library, Finland and Norway to everybody who calls;
  // Russia and Kazakhstan share +7, there only the library's country tells them apart.
  const foreign = home === 'RU' ? number.country !== 'RU' : number.countryCallingCode !== getCountryCallingCode(home);
  if (!foreign) return [];
  const whose = number.country ? `of ${number.country}` : 'of no country';
  return [(file, place) => warningAt(file, place, `${value} is a number ${whose}, not of ${home}: is that meant?`)];
}

function parse(value: string) {
  try {
    return parsePhoneNumber(value);
  } catch {
    return undefined;
  }
}

function checkHours(file: string, place: Place, hours: string | undefined, region: Region): Finding[] {
  const defect = hours === undefined ? undefined : hoursDefect(hours, region);
  return defect === undefined ? [] : [errorAt(file, place, `"${hours}": ${defect}`)];
}

/** One warning a file: short numbers of which nobody knows whether they can be dialled from abroad. */
function shortWithoutReach(file: string, { responders }: RegionData): Finding[] {
  const numbers = responders
    .flatMap((responder) => responder.channels)
    .filter((channel) => 'short' in channel && !channel.value.startsWith('+') && channel.fromAbroad === undefined)
    .map((channel) => channel.value);
  if (numbers.length === 0) return [];
  const list = [...new Set(numbers)].join(', ');
  return [warningAt(file, ['responders'], `Short numbers without "fromAbroad" (do they work from abroad?): ${list}.`)];
}

/** The host of a web or mail address must lie under a top-level domain that exists. */
function hostDefect(file: string, place: Place, address: string): Finding[] {
  const host = parseHost(address.includes('://') ? address : address.slice(address.indexOf('@') + 1));
  // Some governments' portals lie right on a public suffix of two parts: gov.pl.
  const exists = host.isIcann && (host.domain !== null || host.publicSuffix?.includes('.'));
  return exists && (!address.includes('://') || URL.canParse(address))
    ? []
    : [errorAt(file, place, `${address} does not lead to an existing kind of domain.`)];
}

const FREE_MAIL = new RegExp(
  `@(${[
    '(gmail|googlemail|icloud|me|proton|protonmail|tutanota|aol|inbox)\\.(com|me|lv|ru|lt|eu)',
    '(yahoo|hotmail|outlook|live|gmx|yandex|mail|rambler|bk|list)\\.[a-z.]+',
    '(web|t-online)\\.de',
    '(wp|o2|onet|interia|op|vp|tlen)\\.(pl|eu)',
    '(ukr|i|meta|email|bigmir)\\.(net|ua)',
    '(abv|dir)\\.bg',
    '(hot|online)\\.ee',
    '(one|takas|zebra)\\.lt',
    '(apollo|one)\\.lv',
  ].join('|')})$`,
);

/** Words of mailboxes that belong to a post or a task, in the languages of the region. */
const TASKS = new Set(
  (
    'info office mail post contact kontakt contacts centre center centras centrs centrum help helpdesk helpline hotline line ' +
    'support team service services unit desk duty press media news public secretariat general human trafficking anti stop ' +
    'victim victims crisis shelter legal law rights women woman child children kids youth family migrant migrants migration ' +
    'refugee refugees asylum police border labour labor work visa app consul consular cons embassy emb emergency foreign ' +
    'project reception registry request report tip tips national state social safe house home aid advice counselling ' +
    'pomoc porada porady stop przemoc przemocy biuro sekretariat konsul konsulat kontakte beratung beratungsstelle ' +
    'frauen hilfe fachstelle stelle abi nouanne neuvonta paivystys kirjaamo toimisto apua tuki turva palidziba pasts birojs ' +
    'konsultacijas pagalba skyrius centro kriziu krise hjelp hjaelp hjalp stotte mottak postmottak registrator fraga jour ' +
    'kvinnojour krisecenter krisesenter asistenta ajutor relatii presa secretariat dopomoha gariacha linia spriyannia'
  ).split(' '),
);

/** A person's own mailbox has no place in a directory; an organisation's box at a free provider deserves a second look. */
function mailboxDefect(file: string, place: Place, address: string, responder: Responder): Finding[] {
  const mailbox = address.toLowerCase();
  if (Object.hasOwn(MAILBOXES_OF_ORGANISATIONS, mailbox)) return [];
  const local = mailbox.slice(0, mailbox.indexOf('@'));
  const parts = local.split(/[._]/);
  const named = parts.length >= 2 && parts.length <= 3 && parts.every((part) => /^[a-z][a-z-]*$/.test(part));
  const surname = parts.at(-1) ?? '';
  const own = new Set([...TASKS, ...ownWords(responder, mailbox)]);
  if (named && surname.length >= 3 && !parts.some((part) => own.has(part))) {
    const advice = 'If it is not, name it in scripts/data/check-exceptions.ts with the reason.';
    return [errorAt(file, place, `${address} looks like the mailbox of one person (first name, last name). ${advice}`)];
  }
  return FREE_MAIL.test(mailbox)
    ? [warningAt(file, place, `${address} is a box at a free provider: make sure that it is the organisation's.`)]
    : [];
}

/** The words by which a responder is known: a mailbox made of them is its own, not a person's. */
function ownWords(responder: Responder, mailbox: string): string[] {
  const texts = [
    responder.id,
    responder.coverage,
    responder.about,
    ...Object.values(responder.name),
    ...(responder.addresses ?? []).flatMap(({ text, city }) => [text, city ?? '']),
    ...responder.channels.map((channel) => (channel.type === 'email' ? '' : channel.value)),
    mailbox.slice(mailbox.indexOf('@') + 1),
  ];
  return texts.flatMap((text) =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((word) => word.length > 1),
  );
}

/** Numbers and mailboxes for which no page of the last years vouches, oldest first; undated ones last. */
export function datedContacts(data: Data, today: Date): Finding[] {
  const dated = data.regions.flatMap((entry) => {
    const { region, responders } = entry;
    const country = contactsOf(entry);
    const seen = new Set<string>();
    return responders.flatMap((responder, i) =>
      responder.channels.flatMap((channel, c) => {
        // A web page shows its own age.
        if (channel.type === 'web' || seen.has(channel.value)) return [];
        if (channelConfidence(country, channel, today) !== 'dated') return [];
        seen.add(channel.value);
        const newest = newestInWords(channelEvidence(country, channel));
        const reason = newest ? `newest page ${newest}` : 'no page carries a date';
        const place = ['responders', i, 'channels', c, 'value'];
        const name = responder.name.en ?? responder.id;
        return [
          {
            newest,
            finding: warningAt(
              fileOf(region, 'responders.json'),
              place,
              `Dated: ${channel.value} of ${name}, ${reason}.`,
            ),
          },
        ];
      }),
    );
  });
  return dated.sort((a, b) => (a.newest ?? '9999').localeCompare(b.newest ?? '9999')).map(({ finding }) => finding);
}
