/** A responder's ways in: numbers as phones, mailboxes as contacts, pages and chats as web addresses, each with what is known of it. */

import { confidenceOf, judgingDay } from '../../src/directory/confidence.ts';
import { dialling, isCall, isEmergency } from '../../src/directory/dialling.ts';
import { channelEvidence, sourcesOf } from '../../src/directory/directory.ts';
import type { CountryPack, PackChannel, PackResponder } from '../../src/directory/pack.ts';
import { checkFacts, disagreementFact, fact, type Link, newestFacts, sourceFacts } from './attributes.ts';
import { type Context, type Rows, together } from './context.ts';
import { idOf } from './ids.ts';
import { ALWAYS, type Hours, schedulesOf } from './schedules.ts';
import type { Row } from './schema.ts';
import { aboutChannel, doubt, type Known } from './words.ts';

/**
 * The id of a way in: what it is and where it leads, below the body it leads to. Where a body names one number twice (free
 * inside the country, charged from abroad), the second is told apart by what it is for.
 */
export function channelId(
  { id, channels }: Pick<PackResponder, 'id' | 'channels'>,
  channel: Pick<PackChannel, 'type' | 'value' | 'purpose'>,
): string {
  const first = channels.find(({ type, value }) => type === channel.type && value === channel.value);
  const second = first === undefined || first === channel ? [] : [channel.purpose ?? ''];
  return idOf('channel', id, channel.type, channel.value, ...second);
}

/** An address as a URI: hosts and paths with letters of their own in the way that computers write them. */
export function uriOf(address: string): string {
  return new URL(address).href;
}

/** All rows for the ways into one responder. */
export function channelRows(country: CountryPack, responder: PackResponder, context: Context): Rows {
  return together(responder.channels.map((channel) => rowsOf(channel, country, responder, context)));
}

function rowsOf(channel: PackChannel, country: CountryPack, responder: PackResponder, context: Context): Rows {
  const id = channelId(responder, channel);
  const owner = {
    id,
    organization_id: idOf('organization', responder.id),
    service_id: idOf('service', responder.id),
  };
  const known = knownOf(channel, country, responder, context);
  const link: Link = {
    link_id: id,
    link_entity: isCall(channel) ? 'phone' : channel.type === 'email' ? 'contact' : 'url',
  };
  const attributes = channelFacts(link, known, country);
  const hours = hoursOf(known, country, context);
  return {
    ...recordOf(owner, known, responder, context),
    schedules: hours.map((one) => scheduleRow(owner, one, known)),
    attributes: [
      ...attributes,
      ...hours.map((one) =>
        fact({ link_id: scheduleRow(owner, one, known).id, link_entity: 'schedule' }, 'schedule-of', id),
      ),
    ],
  };
}

function knownOf(channel: PackChannel, country: CountryPack, responder: PackResponder, context: Context): Known {
  const home = { country: country.country, emergency: country.emergency };
  const evidence = channelEvidence(country, channel);
  const way = isCall(channel) ? dialling(channel, home, undefined, responder.channels) : undefined;
  return {
    channel,
    purpose: channel.purpose && context.label('purposes', channel.purpose),
    country: context.countryName(country.country),
    timeZone: country.timeZone,
    evidence,
    confidence: confidenceOf(evidence, judgingDay(country.checked, context.day)),
    abroad:
      way &&
      (way.how === 'abroad'
        ? way.sure
          ? 'yes'
          : 'not-said'
        : channel.freephone && channel.fromAbroad === undefined
          ? 'unlikely'
          : 'no'),
    instead: way?.how === 'inside' ? way.instead.tel : undefined,
    emergency: isEmergency(channel, home),
  };
}

function recordOf(
  owner: Pick<Row<'phones'>, 'id' | 'organization_id' | 'service_id'>,
  known: Known,
  { name }: PackResponder,
  context: Context,
): Rows {
  const { channel, purpose, confidence, emergency } = known;
  const kind = context.label('channels', channel.type);
  if (isCall(channel)) {
    const description = aboutChannel(known);
    return {
      phones: [
        {
          ...owner,
          number: channel.tel ?? channel.value,
          type: channel.type === 'sms' ? 'text' : 'voice',
          ...(description !== undefined && { description }),
        },
      ],
      languages: (channel.languages ?? []).map((code) => ({
        id: idOf('language', owner.id, code),
        phone_id: owner.id,
        name: context.directory.places.languages[code]?.en ?? code,
        code,
      })),
    };
  }
  const title = [purpose ?? kind, doubt({ confidence, emergency })].filter(Boolean).join('. ');
  return channel.type === 'email'
    ? { contacts: [{ ...owner, name: name.en ?? '', title, email: channel.value }] }
    : {
        url: [{ ...owner, label: channel.type === 'web' ? title : `${kind}. ${title}`, url: uriOf(channel.value) }],
      };
}

function channelFacts(link: Link, known: Known, country: CountryPack): Row<'attributes'>[] {
  const { channel, confidence, emergency, abroad, instead, evidence } = known;
  return [
    fact(link, 'channel', channel.type),
    ...(channel.purpose ? [fact(link, 'purpose', channel.purpose)] : []),
    ...(abroad ? [fact(link, 'from-abroad', abroad)] : []),
    ...(instead ? [fact(link, 'instead-from-abroad', instead)] : []),
    ...(emergency ? [fact(link, 'emergency-number', channel.value)] : []),
    ...(channel.hours
      ? [
          fact(link, 'opening-hours', channel.hours),
          fact(link, 'time-zone', country.timeZone),
          ...(holidaysUnknown(known) ? [fact(link, 'holidays-unknown', 'yes')] : []),
        ]
      : []),
    ...(channel.free === undefined ? [] : [fact(link, 'free', channel.free ? 'yes' : 'no')]),
    ...(channel.via ? [fact(link, 'via', channel.via)] : []),
    ...(isCall(channel) ? [] : (channel.languages ?? []).map((code) => fact(link, 'language', code))),
    fact(link, 'confidence', confidence),
    ...newestFacts(link, evidence),
    ...sourceFacts(link, sourcesOf(country, channel.sources)),
    ...sourceFacts(link, sourcesOf(country, channel.hoursSources ?? []), 'hours-source'),
    ...(channel.disagreement
      ? [disagreementFact(link, channel.disagreement.text, sourcesOf(country, channel.disagreement.sources))]
      : []),
    ...checkFacts(link, channel.checks),
  ];
}

/** Whether the pages name hours but none for public holidays, and the hours leave some open. */
function holidaysUnknown({ channel, emergency }: Known): boolean {
  return channel.week !== undefined && channel.week.holiday === undefined && channel.hours !== '24/7' && !emergency;
}

function hoursOf({ channel, emergency }: Known, country: CountryPack, { span }: Context): Hours[] {
  if (emergency) return [ALWAYS];
  return channel.week ? schedulesOf(channel.week, country.timeZone, country.holidays, span) : [];
}

function scheduleRow(
  { id, service_id }: Pick<Row<'phones'>, 'id' | 'service_id'>,
  hours: Hours,
  { channel, timeZone, emergency }: Known,
): Row<'schedules'> {
  const said = emergency ? 'day and night' : `${channel.hours} (${timeZone})`;
  return {
    id: idOf('schedule', id, ...Object.values(hours).map(String)),
    service_id,
    ...hours,
    description: `Hours of ${channel.value}: ${said}.`,
  };
}
