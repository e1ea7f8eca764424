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
  /** What two copies of the card have in common: `urn:uuid:…` of an own contact, `harbour:…` of a responder. */
  uid?: string | undefined;
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
  const { id, name, organisation, role, channels, languages, note, responder, mine } = contact;
  return {
    uid: uidOf(id),
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

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const URN = 'urn:uuid:';

/** The UID of an own contact's card (RFC 6350 § 6.7.6); undefined for an id that is no UUID. */
function uidOf(id: string): string | undefined {
  return UUID.test(id) ? URN + id : undefined;
}

/** The id of the contact whose card has this UID; undefined for a UID of another kind. */
export function contactIdIn(uid: string): string | undefined {
  const id = uid.toLowerCase();
  return id.startsWith(URN) && UUID.test(id.slice(URN.length)) ? id.slice(URN.length) : undefined;
}
