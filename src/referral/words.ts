/** How the situation and the plan are put into words. No React. */

import { COUNTRIES } from '../directory/codes.ts';
import type { Directory } from '../directory/directory.ts';
import type { Taxonomy } from '../directory/schema.ts';
import { countryName, languageName } from '../i18n/format.ts';
import { label, wording } from '../i18n/labels.ts';
import type { Language } from '../i18n/languages.ts';
import type { Say } from '../i18n/say.ts';
import type { Case } from './case.ts';
import type { Step } from './plan.ts';
import { CHILD_AUTHORITY } from './readings.ts';
import type { Choice, Reason } from './responders-for.ts';
import { type Part, SHARED, type Situation, valuesOf } from './situation.ts';

/** What all words need. */
export interface Tongue {
  t: Say;
  language: Language;
  taxonomy: Taxonomy;
  /** The towns; without them a place is shown by its code. */
  places?: Directory['places'];
}

/** A town or region by its code, in the language or as it is called at home. */
export function townName(code: string, { language, places }: Pick<Tongue, 'language' | 'places'>): string {
  const name = places?.cities[code]?.name;
  return name?.[language] ?? name?.en ?? code;
}

/** A country of the situation, or what stands for one. */
export function placeName(code: string | undefined, { t, language }: Tongue): string {
  const country = COUNTRIES.find((known) => known === code);
  return country ? countryName(country, language) : t(`plan.place.${code ?? 'unknown'}`);
}

/** One answer in words, e.g. ("age", "unsure"). */
export function answerText(part: Part, value: string, tongue: Tongue): string {
  const { t, language, taxonomy } = tongue;
  switch (part) {
    case 'found':
    case 'origin':
    case 'elsewhere':
      return placeName(value, tongue);
    case 'form':
      return label(taxonomy, 'exploitation', value, language);
    case 'lang':
      return languageName(value, language);
    case 'place':
      return townName(value, tongue);
    case 'count':
      return t('plan.count', { count: Number(value) });
    case 'danger':
    case 'injured':
    case 'asylum':
    case 'fears':
      return t(value === '1' ? 'plan.yes' : 'plan.no');
    case 'police':
    case 'home':
    case 'stay':
      return t(`plan.wish.${value}`);
    default:
      return t(`plan.value.${part}.${value}`);
  }
}

/** Why a responder is there, in words a colleague would use. */
export function reasonText({ code, value = '' }: Reason, { t, language, taxonomy }: Tongue): string {
  switch (code) {
    case 'helps-form':
    case 'takes':
      return t(`plan.reason.${code}.${value}`);
    case 'one-sex':
      return t('plan.reason.one-sex', { value: label(taxonomy, 'sex', value, language) });
    case 'speaks':
      return t('plan.reason.speaks', { value: languageName(value, language) });
    default:
      return t(`plan.reason.${code}`);
  }
}

/** What the line above the steps is: the country's own, or in its stead one for other matters, by what its page says it is for. */
export function lineText({ standsIn, channel }: Pick<Choice, 'standsIn' | 'channel'>, tongue: Tongue): string {
  const { t, language, taxonomy } = tongue;
  if (!standsIn) return t('plan.calls.line');
  return channel.purpose === undefined ? t('act.call') : wording(taxonomy.purposes, channel.purpose, language);
}

/** The situation in a few words, e.g. "Sweden, Romania, child, forced begging": never longer than a line or two. */
export function summaryOf(situation: Situation, tongue: Tongue): string {
  const parts: Part[] = ['found', 'place', 'count', 'origin', 'age', 'sex', 'form', 'held'];
  const words = parts.flatMap((part) => valuesOf(situation, part).map((value) => answerText(part, value, tongue)));
  return words.length > 0 ? words.join(' · ') : tongue.t('plan.nothingSaid');
}

/** How many more there are who work in one town only: in other towns, where a town of that country was said; else there are no others. */
export function moreText({ elsewhere }: Pick<Step, 'elsewhere'>, { situation }: Case, t: Say): string {
  const said = situation.place !== undefined && elsewhere.country === situation.found;
  return t(said ? 'plan.more' : 'plan.moreLocal', { count: elsewhere.count });
}

/** For whom a step is, where it is not for all of several people, e.g. "Ukraine · Child (under 18)". */
export function whoseText({ whose }: Pick<Step, 'whose'>, tongue: Tongue): string {
  return SHARED.flatMap((part) => (whose?.[part] ?? []).map((value) => answerText(part, value, tongue))).join(' · ');
}

/** What stands in the places of the wordings of `plan.steps`. */
export function paramsOf(
  { situation }: Case,
  { emergency, origin = situation.origin }: Pick<Step, 'emergency' | 'origin'>,
  tongue: Tongue,
): Record<string, string> {
  const { t, language } = tongue;
  return {
    found: situation.found ? countryName(situation.found, language) : t('plan.place.here'),
    origin: placeName(origin, tongue),
    authority: t(`plan.authority.${situation.found && CHILD_AUTHORITY[situation.found] ? situation.found : 'any'}`),
    elsewhere: placeName(situation.elsewhere, tongue),
    language: situation.lang ? languageName(situation.lang, language) : '',
    emergency: emergency.join(' / '),
  };
}

/**
 * A step's title, and what stands below it. A body that begins with the very words of the title is shown without them.
 */
export function stepWords(c: Case, step: Step, tongue: Tongue): { title: string; body: string } {
  const params = paramsOf(c, step, tongue);
  const say = (what: 'title' | 'do') => tongue.t(`plan.steps.${step.rule}.${step.wording}.${what}`, params);
  const [title, whole] = [say('title'), say('do')];
  const again = whole.startsWith(title) && /^[.:,] ?/.exec(whole.slice(title.length));
  if (!again) return { title, body: whole };
  const rest = whole.slice(title.length + again[0].length);
  return { title, body: rest.charAt(0).toLocaleUpperCase(tongue.language) + rest.slice(1) };
}
