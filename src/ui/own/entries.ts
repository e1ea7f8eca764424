/** What the user wrote down as it is searched and listed: each thing with what it is called and where it stands. No React. */
import type { Findable } from '../../workspace/find.ts';
import type { About, OwnContact, OwnNote, Visit } from '../../workspace/own.ts';
import { digitsOf, numbersWithin } from '../../workspace/reach.ts';

export type OwnEntry = Findable & {
  key: string;
  /** The address of the screen on which it stands. */
  href: string;
} & (
    | { kind: 'contact'; contact: OwnContact }
    | { kind: 'note'; note: OwnNote; on: string }
    | { kind: 'visit'; visit: Visit }
    | { kind: 'responder' }
    | { kind: 'plan'; plan: string }
  );

const PLACES = { responder: '/responders/', contact: '/workspace/contacts/', visit: '/workspace/visits/' };

/** Where what a note is on stands. */
export function hrefOfAbout({ kind, id }: About): string {
  return `${PLACES[kind]}${encodeURIComponent(id)}`;
}

/** What a note, which has no title, is called in a list. */
export function noteTitle({ text }: OwnNote): string {
  const [line = ''] = text.trim().split('\n');
  return line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line;
}

/** @param around what it is found by besides: the names of its country and its responder */
export function contactEntry(contact: OwnContact, around: readonly string[]): OwnEntry {
  const { name, role = '', organisation = '', met = '', note = '', channels } = contact;
  return {
    kind: 'contact',
    contact,
    key: `contact ${contact.id}`,
    href: hrefOfAbout({ kind: 'contact', id: contact.id }),
    title: name,
    text: [role, organisation, met, note, ...around, ...channels.flatMap(({ value, label = '' }) => [value, label])],
    numbers: channels.filter(({ kind }) => kind === 'phone').flatMap(({ value }) => digitsOf(value)),
  };
}

/** @param on what that is called which it is on */
export function noteEntry(note: OwnNote, on: string): OwnEntry {
  return {
    kind: 'note',
    note,
    on,
    key: `note ${note.id}`,
    href: hrefOfAbout(note.about),
    title: noteTitle(note),
    text: [note.text, note.day, on],
    numbers: numbersWithin(note.text),
  };
}

/** @param country its name */
export function visitEntry(visit: Visit, country: string): OwnEntry {
  const { title, place = '', organisations = '', programme, questions, agreed } = visit;
  const written = [...programme, ...questions, ...agreed].map(({ text }) => text);
  return {
    kind: 'visit',
    visit,
    key: `visit ${visit.id}`,
    href: hrefOfAbout({ kind: 'visit', id: visit.id }),
    title,
    text: [country, place, organisations, ...written],
    numbers: written.flatMap(numbersWithin),
  };
}
