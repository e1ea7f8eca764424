/** Contacts that come in beside those that are there: which may be the same, and both made into one, field by field. */
import { fold } from '../../search/fold.ts';
import type { OwnContact } from '../own.ts';
import type { CardContact, ReadCard } from './read.ts';
import { isSameChannel, isSameWay } from './ways.ts';

const FIELDS = ['name', 'role', 'organisation', 'country', 'note', 'responder'] as const;
export type MergeField = (typeof FIELDS)[number];

/** A field of which both say something, and not the same. */
export interface Conflict {
  field: MergeField;
  here: string;
  comes: string;
}

/** Which of two values a field gets; a note can keep both. */
export type Choice = 'here' | 'comes' | 'both';

/**
 * A contact that most likely is the same: the one the card was made of, else one with the same number or mailbox, and of
 * several the one with the same name.
 */
export function likeOf({ id, contact: card }: ReadCard, contacts: readonly OwnContact[]): OwnContact | undefined {
  const itself = contacts.find((contact) => contact.id === id);
  if (itself) return itself;
  const like = contacts.filter((contact) => {
    const sameCountry = !card.country || !contact.country || card.country === contact.country;
    return contact.channels.some((one) => card.channels.some((other) => isSameWay(one, other, sameCountry)));
  });
  return like.find((contact) => isSameName(contact, card)) ?? like[0];
}

/** Whether two are called the same, whatever accents and letters. */
export function isSameName(one: Pick<OwnContact, 'name'>, other: Pick<OwnContact, 'name'>): boolean {
  return fold(one.name) === fold(other.name);
}

/** What has to be decided before the two become one. */
export function conflictsOf(contact: OwnContact, card: CardContact): Conflict[] {
  return FIELDS.flatMap((field) => {
    const [here, comes] = [contact[field], card[field]];
    return here && comes && here !== comes ? [{ field, here, comes }] : [];
  });
}

/** Whether the contact already says all that the card says. */
export function saysAll(contact: OwnContact, card: CardContact): boolean {
  return (
    JSON.stringify(merged(contact, card, {})) === JSON.stringify(contact) && conflictsOf(contact, card).length === 0
  );
}

/**
 * The contact with what the card adds. Nothing that is there goes: channels and languages come in addition, a field that is
 * empty is filled, and one of which both say something stays as it is unless it was chosen otherwise.
 */
export function merged(
  contact: OwnContact,
  card: CardContact,
  choices: Partial<Record<MergeField, Choice>>,
): OwnContact {
  const whole: OwnContact = { ...contact };
  for (const field of FIELDS) {
    const [here, comes] = [contact[field], card[field]];
    if (!comes || comes === here) continue;
    if (!here || choices[field] === 'comes') whole[field] = comes;
    else if (choices[field] === 'both') whole[field] = `${here}\n${comes}`;
  }
  const more = card.channels.filter((channel) => !contact.channels.some((one) => isSameChannel(one, channel)));
  whole.channels = [...contact.channels, ...more];
  whole.languages = [...new Set([...contact.languages, ...card.languages])];
  return whole;
}

/**
 * What is kept of cards that are nobody who is here: each under the id it has on the phone it is from, so that a backup of that
 * phone finds it again; under a new one where somebody else has that id, because cards may say anything.
 * @param at when, in milliseconds since 1970
 * @param newId gives another id each time
 */
export function newContacts(
  cards: readonly ReadCard[],
  contacts: readonly OwnContact[],
  at: number,
  newId: () => string,
): OwnContact[] {
  const taken = new Set(contacts.map(({ id }) => id));
  return cards.map(({ id: its, contact }) => {
    const id = its && !taken.has(its) ? its : newId();
    taken.add(id);
    return { ...contact, id, at, byCard: true };
  });
}
