import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useDirectory } from '../dataset/useDirectory.ts';
import type { CountryPack, PackResponder } from '../directory/pack.ts';
import { languageName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { label } from '../i18n/labels.ts';
import { Section } from '../ui/Section.tsx';
import { Addresses } from './Addresses.tsx';
import { languagesOf, SERVES } from './filter.ts';
import styles from './Responder.module.css';

interface Props {
  responder: PackResponder;
  country: CountryPack;
  place: string;
}

/** What it gives, to whom, in which languages, where, and at which measures. */
export function Facts({ responder, country, place }: Props) {
  const t = useT();
  const language = currentLanguage();
  const { taxonomy } = useDirectory();
  const spoken = languagesOf(responder);
  const unstated = [
    ...SERVES.filter((part) => !responder.serves?.[part]).map((part) => t(`responders.one.serves.${part}`)),
    ...(spoken.length === 0 ? [t('responders.one.languages')] : []),
  ];
  return (
    <>
      {responder.services.length > 0 && (
        <Section title={t('responders.one.services')}>
          <ul role="list" className={styles.tags}>
            {responder.services.map((code) => (
              <li key={code}>{label(taxonomy, 'services', code, language)}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('responders.one.serves.title')}>
        <dl className={styles.pairs}>
          {SERVES.filter((part) => responder.serves?.[part]).map((part) => (
            <Pair key={part} name={t(`responders.one.serves.${part}`)}>
              {responder.serves?.[part]?.map((code) => label(taxonomy, part, code, language)).join(', ')}
            </Pair>
          ))}
          {spoken.length > 0 && (
            <Pair name={t('responders.one.languages')}>
              {spoken.map((code) => languageName(code, language)).join(', ')}
            </Pair>
          )}
          {unstated.length > 0 && <Pair name={t('responders.one.notStated')}>{unstated.join(', ')}</Pair>}
        </dl>
      </Section>
      <Addresses responder={responder} country={country} place={place} />
      {responder.measures.length > 0 && (
        <Section title={t('responders.one.measures')}>
          <ul role="list" className={styles.rows}>
            {responder.measures.map((measure) => {
              const text = t('responders.one.measure', {
                number: measure,
                label: label(taxonomy, 'measures', String(measure), language),
              });
              return (
                <li key={measure}>
                  {country.country === 'eu' ? (
                    text
                  ) : (
                    <Link className={styles.row} href={`/countries/${country.country}#measure-${measure}`}>
                      {text}
                    </Link>
                  )}
                </li>
              );
            })}
          </ul>
        </Section>
      )}
    </>
  );
}

function Pair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
