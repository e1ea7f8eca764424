import type { ReactNode } from 'react';
import type { CountryPack } from '../directory/pack.ts';
import type { Legal, Taxonomy } from '../directory/schema.ts';
import { daysMessage } from '../i18n/days.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { label } from '../i18n/labels.ts';
import { FactItem } from '../ui/facts/FactItem.tsx';
import { InEnglish } from '../ui/facts/InEnglish.tsx';
import { TellLink } from '../ui/facts/TellLink.tsx';
import styles from './facts.module.css';

/** The order in which a case meets them. */
const ORDER: readonly (keyof Legal)[] = [
  'offence',
  'formalIdentifiers',
  'reflectionPeriodDays',
  'residencePermit',
  'assistanceConditionalOnCooperation',
  'assistanceByNationality',
  'assistanceDurationDays',
  'children',
  'compensation',
  'nonPunishment',
  'return',
  'municipalRole',
  'dataProtection',
];

interface Props {
  country: CountryPack;
  taxonomy: Taxonomy;
}

/** The legal facts. What our sources do not say is shown as a gap; for international bodies there is nothing to miss. */
export function LegalFacts({ country, taxonomy }: Props) {
  const t = useT();
  return ORDER.filter((name) => country.country !== 'eu' || country.legal[name] !== undefined).map((name) => (
    <section key={name} id={`legal-${name}`} className={styles.topic}>
      <h3>{t(`countries.legal.${name}`)}</h3>
      <LegalFact name={name} country={country} taxonomy={taxonomy} />
    </section>
  ));
}

function LegalFact({ name, country, taxonomy }: Props & { name: keyof Legal }) {
  const t = useT();
  const { legal } = country;
  const fact = legal[name];
  if (!fact) return <p className={styles.soft}>{t('facts.notFound')}</p>;
  const text = 'text' in fact ? fact.text : '';
  const note = 'note' in fact ? fact.note : undefined;
  return (
    <FactItem
      country={country}
      text={text}
      note={note}
      sources={fact.sources}
      tell={<TellLink about={{ country: country.country, legal: name }} name={t(`countries.legal.${name}`)} />}
    >
      <Said name={name} legal={legal} taxonomy={taxonomy} />
    </FactItem>
  );
}

/** What a fact says when it is more than a sentence: people, days, yes or no, lists. */
function Said({ name, legal, taxonomy }: { name: keyof Legal; legal: Legal; taxonomy: Taxonomy }): ReactNode {
  const t = useT();
  switch (name) {
    case 'formalIdentifiers': {
      const who = legal.formalIdentifiers?.who ?? [];
      return who.length > 0 ? <EnglishList items={who} /> : <p>{t('countries.legal.nobodyDesignated')}</p>;
    }
    case 'reflectionPeriodDays':
      return <DaysSaid {...legal.reflectionPeriodDays} />;
    case 'assistanceDurationDays': {
      const days = legal.assistanceDurationDays?.days;
      return <DaysSaid min={days} max={days} />;
    }
    case 'assistanceConditionalOnCooperation': {
      const conditional = legal.assistanceConditionalOnCooperation?.value;
      return (
        <p className={styles.said}>
          {t(conditional ? 'countries.legal.conditional' : 'countries.legal.unconditional')}
        </p>
      );
    }
    case 'assistanceByNationality':
      return (
        <div className={styles.beside}>
          {(['national', 'eu', 'third-country'] as const).map((group) => (
            <div key={group}>
              <h4>{label(taxonomy, 'nationality', group, currentLanguage())}</h4>
              <EnglishList items={legal.assistanceByNationality?.[group] ?? []} />
            </div>
          ))}
        </div>
      );
    default:
      return null;
  }
}

function DaysSaid({ min, max }: { min?: number | undefined; max?: number | undefined }) {
  const t = useT();
  const days = daysMessage({ min, max });
  if (!days) return <p>{t('countries.legal.noDays')}</p>;
  const { message, ...numbers } = days;
  return <p className={styles.said}>{t(`countries.days.${message}`, numbers)}</p>;
}

function EnglishList({ items }: { items: readonly string[] }) {
  const t = useT();
  if (items.length === 0) return <p className={styles.soft}>{t('facts.notFound')}</p>;
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item}>
          <InEnglish>{item}</InEnglish>
        </li>
      ))}
    </ul>
  );
}
