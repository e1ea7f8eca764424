/** In which parts the messages of a language come, by the names of its files. */
import type { Table } from './tables.ts';
import type { Texts } from './texts.ts';

/** What the first screen and the frame say. */
export const FIRST = ['common', 'home', 'offline', 'search'];

/**
 * What few ever read: each with the screens that say it. `corner`: what one writes down oneself; `corrections`: for the curators;
 * `note`: also loaded for the note itself, in any two languages.
 */
export const LATER = ['backup', 'corner', 'corrections', 'exchange', 'lock', 'note', 'visits'] as const;
export type Group = (typeof LATER)[number];

/** What no screen says: written at build into the pages that need no app, and into the web app manifest. */
export const WRITTEN = ['plain'];

/** What a language begins with, and the way to all else of it. */
export interface Beginning {
  messages: Messages;
  /** How it writes, where browsers may not know. */
  table: Table | undefined;
  /** The messages of all other screens. */
  rest(): Promise<Messages>;
  /** What it says of the data's texts. */
  texts(): Promise<Texts>;
  groups: Readonly<Record<Group, () => Promise<Messages>>>;
}

export type Messages = Record<string, unknown>;
