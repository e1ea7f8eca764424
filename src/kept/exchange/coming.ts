/** What has come in and is looked at before anything of it is kept. */
import { type Choice, isSameName, likeOf, type MergeField, saysAll } from '../../workspace/exchange/merge.ts';
import type { CardContact, ReadCard, ReadCards } from '../../workspace/exchange/read.ts';
import type { OwnContact } from '../../workspace/own.ts';

export interface Item extends ReadCard {
  key: number;
  /** Absent while the user has not said it. */
  ticked?: boolean;
  /** Into the contact that is like it; absent while the user has not said it. */
  merge?: boolean;
  choices: Partial<Record<MergeField, Choice>>;
}

export interface Coming {
  items: readonly Item[];
  broken: ReadCards['broken'];
  /** Cards beyond the number that is read at once. */
  more: number;
}

export const nothing: Coming = { items: [], broken: [], more: 0 };

/**
 * With the cards that were read; one that says the same as another is there once.
 * @param isResponder whether a responder is in the directory: a link to another leads nowhere
 */
export function withMore(before: Coming, read: ReadCards, isResponder: (id: string) => boolean): Coming {
  const items = [...before.items];
  for (const card of read.cards) {
    const { responder, ...rest } = card.contact;
    const contact: CardContact = responder !== undefined && isResponder(responder) ? card.contact : rest;
    if (items.some((item) => JSON.stringify(item.contact) === JSON.stringify(contact))) continue;
    items.push({ ...card, contact, key: (items.at(-1)?.key ?? 0) + 1, choices: {} });
  }
  return { items, broken: [...before.broken, ...read.broken], more: before.more + read.more };
}

/** An item as it stands: with what is proposed where the user has not said anything. */
export interface Decided extends Item {
  ticked: boolean;
  merge: boolean;
  /** A contact that most likely is the same. */
  like: OwnContact | undefined;
  /** That contact says all of it already. */
  known: boolean;
}

/** Whoever has the same number and the same name is most likely the same person; somebody at the same number may be a colleague. */
export function decided(item: Item, contacts: readonly OwnContact[]): Decided {
  const like = likeOf(item, contacts);
  const known = like !== undefined && saysAll(like, item.contact);
  return {
    ...item,
    like,
    known,
    ticked: item.ticked ?? !known,
    merge: like !== undefined && (item.merge ?? isSameName(like, item.contact)),
  };
}
