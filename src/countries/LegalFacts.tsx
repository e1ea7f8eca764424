import type { ReactNode } from 'react';
import type { CountryPack } from '../directory/pack.ts';
import type { Legal, Taxonomy } from '../directory/schema.ts';
import { type Days, daysMessage, withoutDays } from '../i18n/days.ts';
import { partialDate } from '../i18n/format.ts';
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
  if (!fact) return <NotFound looked={country.checked} />;
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
      <Said name={name} legal={legal} taxonomy={taxonomy} looked={country.checked} />
    </FactItem>
  );
}

/** What a fact says when it is more than a sentence: people, days, yes or no, lists. */
function Said({
  name,
  legal,
  taxonomy,
  looked,
}: {
  name: keyof Legal;
  legal: Legal;
  taxonomy: Taxonomy;
  looked: string;
}): ReactNode {
  const t = useT();
  switch (name) {
    case 'formalIdentifiers': {
      const who = legal.formalIdentifiers?.who ?? [];
      return who.length > 0 ? (
        <EnglishList items={who} looked={looked} />
      ) : (
        <p>{t('countries.legal.nobodyDesignated')}</p>
      );
    }
    case 'reflectionPeriodDays':
      return <DaysSaid of={name} {...legal.reflectionPeriodDays} />;
    case 'assistanceDurationDays': {
      const days = legal.assistanceDurationDays?.days;
      return <DaysSaid of={name} min={days} max={days} />;
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
              <EnglishList items={legal.assistanceByNationality?.[group] ?? []} looked={looked} />
            </div>
          ))}
        </div>
      );
    default:
      return null;
  }
}

function DaysSaid({ of, min, max }: Days & { of: keyof Legal }) {
  const t = useT();
  const days = daysMessage({ min, max });
  if (!days) return <p>{t(withoutDays(of))}</p>;
  const { message, ...numbers } = days;
  return <p className={styles.said}>{t(`countries.days.${message}`, numbers)}</p>;
}

/** Not "there is none": only that it was looked for, and when. */
function NotFound({ looked }: { looked: string }) {
  const t = useT();
  return (
    <p className={styles.soft}>{t('countries.legal.notFound', { date: partialDate(looked, currentLanguage()) })}</p>
  );
}

function EnglishList({ items, looked }: { items: readonly string[]; looked: string }) {
  if (items.length === 0) return <NotFound looked={looked} />;
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
