import contacts from '#build/first-contacts.json';
import type { FirstContacts } from '../directory/first-contacts.ts';

/** The first contacts of all fourteen countries: part of the first script, so that they need nothing else. */
export const FIRST_CONTACTS = contacts as unknown as FirstContacts;
