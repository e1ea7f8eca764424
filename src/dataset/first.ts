/** What an edition says first, for the screen that waits for no directory. */
import { keepFirstContacts } from '../device/first-numbers.ts';
import { COUNTRIES } from '../directory/codes.ts';
import { countryOf, type Directory } from '../directory/directory.ts';
import { type FirstContacts, firstContactOf } from '../directory/first-contacts.ts';

/** Keeps it for the next start. Never throws. */
export function keepFirst(directory: Directory): void {
  const contacts = COUNTRIES.map((code) => [code, firstContactOf(countryOf(directory, code), directory.taxonomy)]);
  keepFirstContacts(directory.edition, Object.fromEntries(contacts) as FirstContacts);
}
