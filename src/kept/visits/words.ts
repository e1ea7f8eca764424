/** How what is to be asked is put into words. No React. */

import type { Directory } from '../../directory/directory.ts';
import type { CountryPack } from '../../directory/pack.ts';
import { shownNumber } from '../../directory/shown-number.ts';
import { daysMessage, withoutDays } from '../../i18n/days.ts';
import { names } from '../../i18n/labels.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Say } from '../../i18n/say.ts';
import type { Ask, Different } from '../../workspace/visits/prepare.ts';

export interface AskWords {
  t: Say;
  language: Language;
  directory: Directory;
  there: CountryPack;
  home: CountryPack | undefined;
}

/** A question as one reads it out. What the data say in English stays in English. */
export function askText(ask: Ask, words: AskWords): string {
  const { t, there, home } = words;
  switch (ask.kind) {
    case 'open':
      return ask.text.includes('?') ? ask.text : `${ask.text} ${t('visits.ask.open')}`;
    case 'disputed':
      return `${nameOf(ask.responder, words)}: ${ask.text}`;
    case 'dated':
      return t('visits.ask.dated', {
        name: nameOf(ask.responder, words),
        number: ask.channel.type === 'phone' ? shownNumber(ask.channel, false) : ask.channel.value,
      });
    case 'point':
      return t('visits.ask.point', { text: ask.text });
    case 'old':
      return t('visits.ask.old', { what: t(`countries.legal.${ask.legal}`) });
    case 'gap':
      return t('visits.ask.gap', { what: t(`countries.legal.${ask.legal}`) });
    case 'differs':
      return t('visits.ask.differs', {
        what: t(`countries.legal.${ask.legal}`),
        there: figureText(there, ask.legal, t),
        home: home ? figureText(home, ask.legal, t) : '',
      });
  }
}

/** What is held side by side, in a few words. */
export function figureText({ legal }: CountryPack, name: Different, t: Say): string {
  const fact = legal[name];
  if (!fact) return t('facts.notFound');
  if ('who' in fact) return fact.who.length > 0 ? fact.who.join(', ') : t('countries.legal.nobodyDesignated');
  if ('value' in fact) return t(fact.value ? 'countries.legal.conditional' : 'countries.legal.unconditional');
  const said = daysMessage(
    'days' in fact ? { min: fact.days, max: fact.days } : (fact as { min?: number; max?: number }),
  );
  if (!said) return t(withoutDays(name));
  const { message, ...values } = said;
  return t(`countries.days.${message}`, values);
}

function nameOf(id: string, { directory, language }: AskWords): string {
  const responder = directory.responder(id);
  return responder ? names(responder.name, language).main.text : id;
}
