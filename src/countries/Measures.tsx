import type { CountryPack } from '../directory/pack.ts';
import { MEASURES, type Taxonomy } from '../directory/schema.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { label } from '../i18n/labels.ts';
import { FactItem } from '../ui/facts/FactItem.tsx';
import { TellLink } from '../ui/facts/TellLink.tsx';
import styles from './facts.module.css';

/** Enough of a sentence to tell it from others. */
const firstWords = (text: string) => text.split(' ').slice(0, 8).join(' ');

/** The seven measures, each with what the sources say of it. */
export function Measures({ country, taxonomy }: { country: CountryPack; taxonomy: Taxonomy }) {
  const t = useT();
  return MEASURES.map((measure) => (
    <section key={measure} id={`measure-${measure}`} className={styles.topic}>
      <h3>
        {t('countries.measures.name', {
          number: measure,
          name: label(taxonomy, 'measures', measure, currentLanguage()),
        })}
      </h3>
      {country.measures[measure].length === 0 && <p className={styles.soft}>{t('facts.notFound')}</p>}
      <ul role="list" className={styles.points}>
        {country.measures[measure].map((point) => (
          <li key={point.id} id={point.id}>
            <FactItem
              country={country}
              text={point.text}
              sources={point.sources}
              tell={<TellLink about={{ point: point.id }} name={firstWords(point.text)} />}
            />
          </li>
        ))}
      </ul>
    </section>
  ));
}
