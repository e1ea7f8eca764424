/** What the user writes down: own contacts, notes and study visits. Types only; `rows.ts` reads them, `corner.ts` keeps them. */

/** A way to reach an own contact. The value is as it was written: "+49 (0)30 1 23", "116 006", "name@office.example". */
export interface OwnChannel {
  kind: 'phone' | 'email' | 'web';
  value: string;
  label?: string;
}

/** Somebody the user met: never part of the directory's data. */
export interface OwnContact {
  id: string;
  /** When it was last changed, in milliseconds since 1970. */
  at: number;
  name: string;
  role?: string;
  organisation?: string;
  /** One of the fourteen codes, or absent. */
  country?: string;
  channels: OwnChannel[];
  /** ISO 639-1. */
  languages: string[];
  /** Where they met, in the user's words. */
  met?: string;
  note?: string;
  /** Id of a responder of the directory: "I met their on-call officer". */
  responder?: string;
  /** The user's own card; at most one is. */
  mine?: true;
  /** It came by a card, which has less than its owner wrote down. */
  byCard?: true;
}

/** What a note is on, or whom a visit met. */
export type About = { kind: 'responder' | 'contact' | 'visit'; id: string };

export interface OwnNote {
  id: string;
  /** When it was last changed, in milliseconds since 1970. */
  at: number;
  about: About;
  /** `YYYY-MM-DD`, local. */
  day: string;
  text: string;
}

/** A piece of a visit's programme: its day, and in the text also the time. */
export interface VisitPart {
  day: string;
  text: string;
}

export interface Agreed {
  id: string;
  text: string;
  /** By when, `YYYY-MM-DD`. */
  by?: string;
  done?: true;
}

/** What to ask on a visit. */
export interface Question {
  id: string;
  text: string;
  done?: true;
}

export interface Visit {
  id: string;
  /** When it was last changed, in milliseconds since 1970. */
  at: number;
  title: string;
  country: string;
  /** The country one comes from, as the visit was prepared: once there, the phone may say that one is there. */
  home?: string;
  place?: string;
  from?: string;
  to?: string;
  /** The delegation is a count and organisations, no list of private persons. */
  people?: number;
  organisations?: string;
  programme: VisitPart[];
  met: About[];
  questions: Question[];
  agreed: Agreed[];
  /** Ticked ids of the checklist. */
  ready: string[];
}

/** The tables of the database they lie in, and what lies there. */
export interface Own {
  contacts: OwnContact;
  notes: OwnNote;
  visits: Visit;
}
export type OwnKind = keyof Own;

/** A row that cannot be read. It stays as it is until the user takes it out. */
export interface Damaged {
  kind: OwnKind;
  key: IDBValidKey;
  raw: unknown;
}

/** Whether both are the same thing. */
export function isSame(a: About, b: About): boolean {
  return a.kind === b.kind && a.id === b.id;
}
