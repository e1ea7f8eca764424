import { Link } from 'wouter';
import type { CountryPack } from '../directory/pack.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { InEnglish } from '../ui/facts/InEnglish.tsx';
import styles from './facts.module.css';

/** What the sources disagree on or leave out, with those whom it concerns. */
export function Questions({ country }: { country: CountryPack }) {
  const t = useT();
  const language = currentLanguage();
  return (
    <>
      <p>{t('countries.questions.intro')}</p>
      <ul role="list" className={styles.points}>
        {country.openQuestions.map(({ text, responders = [] }) => (
          <li key={text}>
            <p>
              <InEnglish>{text}</InEnglish>
            </p>
            {country.responders
              .filter(({ id }) => responders.includes(id))
              .map(({ id, name }) => {
                const { main } = names(name, language);
                return (
                  <Link key={id} className={styles.link} href={`/responders/${id}`} lang={main.language}>
                    {main.text}
                  </Link>
                );
              })}
          </li>
        ))}
      </ul>
    </>
  );
}
