/** What a filter's values are called on the screen. */

import type { Taxonomy } from '../directory/schema.ts';
import { countryName, languageName } from '../i18n/format.ts';
import { label } from '../i18n/labels.ts';
import type { Language } from '../i18n/languages.ts';
import type { Say } from '../i18n/say.ts';
import type { FilterName } from './filter.ts';

/** The label of one value of a filter. */
export function filterLabel(name: FilterName, value: string, taxonomy: Taxonomy, language: Language, t: Say): string {
  switch (name) {
    case 'country':
      return value === 'eu' ? t('place.international') : countryName(value as 'lv', language);
    case 'need':
      return t(`home.need.${value}`);
    case 'kind':
      return label(taxonomy, 'kinds', value, language);
    case 'service':
      return label(taxonomy, 'services', value, language);
    case 'language':
      return languageName(value, language);
    case 'confidence':
      return t(`confidence.${value}`);
    case 'open':
      return t(`responders.open.${value}`);
    case 'abroad':
      return t(`responders.abroad.${value}`);
    default:
      return label(taxonomy, name, value, language);
  }
}
