import { X } from 'lucide-react';
import { useSettings } from '../device/settings.ts';
import type { CountryCode } from '../directory/codes.ts';
import type { Directory } from '../directory/directory.ts';
import { countryName, languageName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { label, names } from '../i18n/labels.ts';
import type { Answer, Understood } from '../search/types.ts';
import type { Found } from './found.ts';
import styles from './SearchScreen.module.css';
import type { useSearchFilters } from './useSearchFilters.ts';

/** Made once: React passes over an element that is the same as before. */
const CROSS = <X aria-hidden size={18} />;

/** What was understood and what narrows the results; each can be taken off. */
export function Chips({
  found: { answer, ofCountries },
  filters,
  without,
  change,
  understand,
  directory,
}: { found: Found; directory: Directory } & ReturnType<typeof useSearchFilters>) {
  const t = useT();
  const { country } = useSettings();
  const language = currentLanguage();
  const taken: Chip[] = answer.understood.map((understood) => ({
    key: keyOf(understood),
    text: understoodLabel(understood, answer, directory, language, t('place.international')),
    press: () => understand([...without, keyOf(understood)]),
  }));
  if (filters.country !== undefined) {
    const text = t('search.onlyIn', { country: countryName(filters.country, language) });
    taken.push({ key: 'country', text, press: () => change({ country: undefined }) });
  }
  for (const [name, vocabulary] of [
    ['service', 'services'],
    ['kind', 'kinds'],
  ] as const) {
    const code = filters[name];
    if (code === undefined) continue;
    const text = label(directory.taxonomy, vocabulary, code, language);
    taken.push({ key: name, text, press: () => change({ [name]: undefined }) });
  }
  const offered: Chip[] = [];
  const placed = answer.understood.some(({ kind }) => kind === 'country' || kind === 'city');
  if (country && ofCountries && filters.country === undefined && !placed) {
    const text = t('search.onlyIn', { country: countryName(country, language) });
    offered.push({ key: 'offer-country', text, press: () => change({ country }) });
  }
  if (without.length > 0) {
    offered.push({ key: 'again', text: t('search.understandAgain'), press: () => understand([]) });
  }
  if (taken.length + offered.length === 0) return null;
  return (
    <ul role="list" className={styles.chips} aria-label={t('search.understood')}>
      {taken.map(({ key, text, press }) => (
        <li key={key}>
          <button
            type="button"
            className={`${styles.chip} ${styles.on}`}
            aria-label={t('search.remove', { what: text })}
            onClick={press}
          >
            {text} {CROSS}
          </button>
        </li>
      ))}
      {offered.map(({ key, text, press }) => (
        <li key={key}>
          <button type="button" className={styles.chip} onClick={press}>
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface Chip {
  key: string;
  text: string;
  press(): void;
}

function keyOf({ kind, code }: Understood): string {
  return `${kind}:${code}`;
}

function understoodLabel(
  { kind, code, words }: Understood,
  { happening }: Answer,
  directory: Directory,
  language: string,
  international: string,
): string {
  if (kind === 'country') return code === 'eu' ? international : countryName(code as CountryCode, language);
  if (kind === 'language') return languageName(code, language);
  if (kind === 'city') return words;
  if (kind === 'happening') return names(happening?.label ?? {}, language).main.text;
  return label(directory.taxonomy, kind, code, language);
}
