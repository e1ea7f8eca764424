import { Link } from 'wouter';
import { NEED_NAMES } from '../directory/needs.ts';
import type { CountryCode } from '../directory/schema.ts';
import { countryName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { Section } from '../ui/Section.tsx';
import styles from './Needs.module.css';
import { ICONS, needHref } from './needs.ts';

/** The ways to responders by what is needed. */
export function Needs({ country }: { country: CountryCode | undefined }) {
  const t = useT();
  return (
    <Section
      title={country ? t('home.needsIn', { country: countryName(country, currentLanguage()) }) : t('home.needs')}
    >
      <ul role="list" className={styles.needs}>
        {NEED_NAMES.map((need) => {
          const Icon = ICONS[need];
          return (
            <li key={need}>
              <Link className={styles.need} href={needHref(need, country)}>
                <Icon aria-hidden size={22} />
                <span>{t(`home.need.${need}`)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
