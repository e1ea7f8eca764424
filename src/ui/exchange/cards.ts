/** Cards of what screens show: own contacts and responders, with words in the screen's language. */

import { COUNTRIES } from '../../directory/codes.ts';
import { newestDate } from '../../directory/confidence.ts';
import { type Standing, standingOn } from '../../directory/dialling.ts';
import { type Directory, sourcesOf } from '../../directory/directory.ts';
import type { CountryPack, PackResponder } from '../../directory/pack.ts';
import { countryName, partialDate } from '../../i18n/format.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { label, wording } from '../../i18n/labels.ts';
import type { Say } from '../../i18n/say.ts';
import { type Card, cardOfContact } from '../../workspace/exchange/card.ts';
import { cardOfResponder } from '../../workspace/exchange/responder-card.ts';
import type { OwnContact } from '../../workspace/own.ts';
import { evidenceDate } from '../facts/evidence-date.ts';
import { onlyInside } from '../facts/number-text.ts';

/** The card of an own contact. */
export function contactCard(contact: OwnContact): Card {
  const code = COUNTRIES.find((one) => one === contact.country);
  return cardOfContact(contact, code && countryName(code, currentLanguage()));
}

/**
 * The card of a responder, with how old it is in its note.
 * @param chosen the country one stands in
 */
export function responderCard(
  responder: PackResponder,
  country: CountryPack,
  { directory, chosen, t }: { directory: Directory; chosen: Standing; t: Say },
): Card {
  const language = currentLanguage();
  const { taxonomy, edition, date } = directory;
  const newest = newestDate(sourcesOf(country, responder.sources));
  const note = [
    `${label(taxonomy, 'kinds', responder.kind, language)} · ${wording(taxonomy.coverage, responder.coverage, language)}`,
    newest ? t('responders.card.newest', { date: evidenceDate(newest, t) }) : t('responders.card.undated'),
    t('responders.card.from', { edition, date: partialDate(date, language) }),
  ].join('\n');
  return cardOfResponder(responder, {
    country: country.country === 'eu' ? t('place.international') : countryName(country.country, language),
    note,
    date,
    home: country,
    standing: standingOn(country.country, chosen),
    onlyInside: onlyInside(country, t),
    purposeOf: ({ purpose }) => (purpose === undefined ? undefined : wording(taxonomy.purposes, purpose, language)),
  });
}
