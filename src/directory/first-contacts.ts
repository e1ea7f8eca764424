/**
 * What must be on the screen before anything else has loaded: per country the emergency numbers, the
 * anti-trafficking line and the contact point. Written into `index.html` and into the first script at build.
 */
import type { Evidence } from './confidence.ts';
import { dialling, firstChannelFrom, isCall, standingOn } from './dialling.ts';
import { channelEvidence } from './directory.ts';
import type { FirstEmergency } from './emergency.ts';
import type { CountryPack, PackChannel } from './pack.ts';
import type { CountryCode, Taxonomy } from './schema.ts';

/** A responder with the one channel that one taps first. */
export interface FirstLine {
  responder: string;
  name: Record<string, string>;
  channel: PackChannel;
  /** The number of the same body for telephones of another country, where `channel` is made for those of this one. */
  abroad?: PackChannel;
  /** What the number is for, by language, where it is one of the fixed wordings. */
  purpose?: Record<string, string> | undefined;
  /** Who gives this number, and when: enough to compute the confidence on the day it is read. */
  evidence: Evidence[];
}

export interface FirstContact {
  /** When the country's pages were gathered. */
  checked: string;
  timeZone: string;
  holidays: string[];
  emergency: FirstEmergency[];
  lines: FirstLine[];
  contactPoint?: FirstLine | undefined;
  contactPointNote?: string | undefined;
}

export type FirstContacts = Record<CountryCode, FirstContact>;

/** The first contacts of one country's pack. */
export function firstContactOf(country: CountryPack, { purposes }: Pick<Taxonomy, 'purposes'>): FirstContact {
  const line = (id: string | undefined): FirstLine[] => {
    const responder = country.responders.find((candidate) => candidate.id === id);
    const channel = responder && firstChannelFrom(responder.channels, country, standingOn(country.country, undefined));
    if (!responder || !channel) return [];
    const elsewhere = isCall(channel) ? dialling(channel, country, undefined, responder.channels) : undefined;
    const abroad = elsewhere?.how === 'inside' ? elsewhere.instead.channel : undefined;
    return [
      {
        responder: responder.id,
        name: responder.name,
        channel: { ...channel, sources: [] },
        purpose: purposes[channel.purpose ?? '']?.label,
        ...(abroad && { abroad: { ...abroad, sources: [] } }),
        evidence: channelEvidence(country, channel).map(({ publisher, date, notBefore, check }) => ({
          publisher,
          date,
          notBefore,
          check,
        })),
      },
    ];
  };
  return {
    checked: country.checked,
    timeZone: country.timeZone,
    holidays: country.holidays,
    emergency: country.emergency.map(({ number, for: purposes, note }) => ({
      number,
      for: purposes,
      shown: country.responders.flatMap(({ channels }) => channels).find(({ tel }) => tel === number)?.international,
      note,
    })),
    lines: country.antiTraffickingLine.flatMap(line),
    contactPoint: line(country.contactPoint)[0],
    contactPointNote: country.contactPointNote?.text,
  };
}
