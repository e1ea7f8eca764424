/** A contact card as it leaves the phone, whoever it is of: an own contact or a responder of the directory. */
import type { OwnContact } from '../own.ts';
import { withoutTrunkZero } from './ways.ts';

/** One way to reach somebody. */
export interface Way {
  kind: 'phone' | 'text' | 'email' | 'web';
  value: string;
  /** What it is for; phones show it beside the number. */
  label?: string;
}

export interface Address {
  text: string;
  city?: string | undefined;
  postcode?: string | undefined;
  /** The country's name. */
  country?: string | undefined;
  /** The country's code, which every language reads alike. */
  code?: string | undefined;
}

export interface Card {
  uid?: string;
  /** The day from which it is, `YYYY-MM-DD`. */
  date?: string;
  /** It is of an organisation, not of a person. */
  isOrganisation?: true;
  name: string;
  organisation?: string | undefined;
  role?: string | undefined;
  ways: Way[];
  addresses?: Address[];
  /** ISO 639-1. */
  languages?: string[];
  note?: string | undefined;
  /** The id of a responder of the directory to which somebody belongs. */
  responder?: string | undefined;
}

/**
 * The card of an own contact. Where one met and what one noted stays here: it was written for oneself.
 * @param country the name of the contact's country
 */
export function cardOfContact(contact: OwnContact, country: string | undefined): Card {
  const { name, organisation, role, channels, languages, note, responder, mine } = contact;
  return {
    name,
    organisation,
    role,
    ways: channels.map((channel) =>
      channel.kind === 'phone' ? { ...channel, value: withoutTrunkZero(channel.value) } : channel,
    ),
    ...(contact.country && { addresses: [{ text: '', country, code: contact.country }] }),
    languages,
    // On one's own card the note is what one wants others to know.
    note: mine ? note : undefined,
    responder,
  };
}
