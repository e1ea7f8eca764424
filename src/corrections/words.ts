/** What a correction says, in the words of the screen: for the outbox and for a mail. No React. */

import type { Directory } from '../directory/directory.ts';
import type { Proposal } from '../directory/proposal.ts';
import { countryName, partialDate, weekdayName } from '../i18n/format.ts';
import { label, names } from '../i18n/labels.ts';
import type { Language } from '../i18n/languages.ts';
import type { Say } from '../i18n/say.ts';
import { type Form, formOf, type HoursRow, type Target } from './form.ts';

export interface Tongue {
  t: Say;
  language: Language;
  directory: Pick<Directory, 'responder' | 'taxonomy'>;
}

/** Whom or what of which country a correction is about. */
export function subjectName(target: Target, tongue: Tongue): string {
  if (target.of === 'fact') return `${placeOf(target, tongue).name}: ${factName(target.about, tongue)}`;
  return placeOf(target, tongue).name;
}

/** The screen on which it stands, and its name. */
export function placeOf(target: Target, { t, language, directory }: Tongue): { href: string; name: string } {
  if (target.of === 'fact') {
    const { country, about } = target;
    const [kind, id] = about.split('.');
    return {
      href: `/countries/${country}${kind === 'network' ? `#${id}` : ''}`,
      name: country === 'eu' ? t('place.international') : countryName(country, language),
    };
  }
  const responder = directory.responder(target.responder);
  const name = responder ? names(responder.name, language).main.text : target.responder;
  return { href: `/responders/${target.responder}`, name };
}

/** Which of what stands together: a number, a door, all of a responder. */
export function partName(target: Target, tongue: Tongue): string {
  const { t, directory } = tongue;
  if (target.of === 'fact') return factName(target.about, tongue);
  if (target.of === 'address') return target.address;
  if (target.of !== 'channel') return t('corrections.whole');
  const { type, value } = target.channel;
  const shown = directory
    .responder(target.responder)
    ?.channels.find((channel) => channel.type === type && channel.value === value);
  return `${t(`corrections.type.${type}`)} ${shown?.international ?? shown?.national ?? value}`;
}

function factName(about: string, { t, language, directory }: Tongue): string {
  const [kind = '', detail = ''] = about.split('.');
  if (kind === 'measure')
    return t('countries.measures.name', {
      number: detail,
      name: label(directory.taxonomy, 'measures', detail, language),
    });
  if (kind === 'legal') return t(`countries.legal.${detail}`);
  if (kind === 'statistics') return `${t('countries.statistics.title')}, ${detail}`;
  if (kind === 'network') return `${t('countries.network.short')} (${detail})`;
  if (kind === 'harmonised') return `${t('countries.harmonised.title')}: ${detail}`;
  return t('corrections.emergencyNumber', { number: detail });
}

export interface Line {
  name: string;
  text: string;
  /** It is the data's own text. */
  english?: boolean;
}

/** A correction line by line: each with what it is, and what it says. */
export function linesOf(proposal: Proposal, tongue: Tongue): Line[] {
  const { t, language } = tongue;
  const form = formOf(proposal);
  if (!form) return [{ name: t('corrections.line.about'), text: proposal.kind }];
  const { target, how } = form;
  const line = (name: string, text: string | undefined) =>
    text ? [{ name: t(`corrections.line.${name}`), text }] : [];
  const date = partialDate(form.day, language);
  const known = how === '' ? '' : t(`corrections.how.${how}`);
  return [
    ...line(
      'about',
      [subjectName(target, tongue), isPart(target) && partName(target, tongue)].filter(Boolean).join(', '),
    ),
    ...line('what', target.of === 'fact' ? undefined : whatName(form, tongue)),
    ...line('old', target.of === 'fact' ? target.old : undefined).map((one) => ({ ...one, english: true })),
    ...line('right', rightOf(form, tongue)),
    ...line('how', [known, how === 'page' ? form.url : form.by, date].filter(Boolean).join(', ')),
    ...line('note', form.note),
  ];
}

const isPart = ({ of }: Target) => of === 'channel' || of === 'address';

/** What is wrong, in a word or two. */
export function whatName({ target, what }: Pick<Form, 'target' | 'what'>, { t }: Pick<Tongue, 't'>): string {
  if (target.of === 'address' && (what === 'value' || what === 'dead')) return t(`corrections.whatAddress.${what}`);
  if (target.of === 'channel' && what === 'value')
    return t(['phone', 'sms'].includes(target.channel.type) ? 'corrections.what.value' : 'corrections.what.valueOther');
  return t(`corrections.what.${what}`);
}

function rightOf(form: Form, { t, language }: Tongue): string | undefined {
  switch (form.what) {
    case 'value':
      return form.value;
    case 'missing':
      return `${t(`corrections.type.${form.type}`)} ${form.value}`;
    case 'hours':
      return form.always ? t('corrections.always') : form.hours.map((row) => hoursOf(row, language)).join('; ');
    case 'abroad':
      return t(`corrections.abroad.${form.abroad === 'yes' ? 'yes' : 'no'}`);
    case 'else':
    case 'text':
      return form.text;
    default:
      return undefined;
  }
}

function hoursOf({ from, to, opens, closes }: HoursRow, language: Language): string {
  const day = (weekday: number) => weekdayName(weekday, language, 'short');
  return `${from === to ? day(from) : `${day(from)}–${day(to)}`} ${opens}–${closes}`;
}
