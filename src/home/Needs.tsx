import { Link } from 'wouter';
import type { CountryCode } from '../directory/schema.ts';
import { countryName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { Section } from '../ui/Section.tsx';
import styles from './Needs.module.css';
import { NEEDS, needHref } from './needs.ts';

/** The ways to responders by what is needed. */
export function Needs({ country }: { country: CountryCode | undefined }) {
  const t = useT();
  return (
    <Section
      title={country ? t('home.needsIn', { country: countryName(country, currentLanguage()) }) : t('home.needs')}
    >
      <ul role="list" className={styles.needs}>
        {NEEDS.map((need) => (
          <li key={need.name}>
            <Link className={styles.need} href={needHref(need, country)}>
              <need.icon aria-hidden size={22} />
              <span>{t(`home.need.${need.name}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
