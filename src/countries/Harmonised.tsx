import { Link } from 'wouter';
import type { Standing } from '../directory/dialling.ts';
import { sourcesOf } from '../directory/directory.ts';
import { callHref } from '../directory/links.ts';
import type { CountryPack, PackHarmonised } from '../directory/pack.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { InEnglish } from '../ui/facts/InEnglish.tsx';
import { Sources } from '../ui/facts/Sources.tsx';
import { TellLink } from '../ui/facts/TellLink.tsx';
import styles from './Harmonised.module.css';

const STATES = {
  yes: { message: 'yes', shape: '●', look: styles.works },
  partly: { message: 'partly', shape: '◐', look: styles.partly },
  no: { message: 'no', shape: '✕', look: styles.not },
  'not-listed': { message: 'notListed', shape: '–', look: styles.not },
  unknown: { message: 'unknown', shape: '–', look: styles.not },
} as const;

/** The numbers that are the same in all of Europe, each with whether it works in this country and who answers. */
export function Harmonised({ country, standing }: { country: CountryPack; standing: Standing }) {
  return (
    <ul role="list" className={styles.list}>
      {country.harmonised.map((entry) => (
        <HarmonisedNumber key={entry.number} country={country} entry={entry} standing={standing} />
      ))}
    </ul>
  );
}

interface Props {
  country: CountryPack;
  entry: PackHarmonised;
  standing: Standing;
}

function HarmonisedNumber({ country, entry, standing }: Props) {
  const t = useT();
  const { message, shape, look } = STATES[entry.works];
  const works = entry.works === 'yes' || entry.works === 'partly';
  const responder = country.responders.find(({ id }) => id === entry.responder);
  return (
    <li className={styles.entry}>
      <p className={styles.head}>
        {works && standing === country.country ? (
          <a className={styles.number} href={callHref(entry.number)}>
            {entry.national}
          </a>
        ) : (
          <span className={styles.number}>{entry.national}</span>
        )}
        <span className={`${styles.state} ${look}`}>
          <span aria-hidden="true">{shape}</span> {t(`countries.harmonised.${message}`)}
        </span>
      </p>
      <p>
        <InEnglish>{entry.service}</InEnglish>
      </p>
      {responder ? (
        <p>
          <Link
            className={styles.responder}
            href={`/responders/${responder.id}`}
            lang={names(responder.name, currentLanguage()).main.language}
          >
            {names(responder.name, currentLanguage()).main.text}
          </Link>
        </p>
      ) : (
        entry.operator !== undefined && (
          <p className={styles.soft}>{t('countries.harmonised.operator', { name: entry.operator })}</p>
        )
      )}
      <div className={styles.under}>
        {entry.note !== undefined && (
          <details className={styles.more}>
            <summary>{t('countries.harmonised.note')}</summary>
            <p>
              <InEnglish>{entry.note}</InEnglish>
            </p>
          </details>
        )}
        <Sources
          sources={sourcesOf(country, entry.sources)}
          tell={<TellLink about={{ country: country.country, harmonised: entry.number }} name={entry.national} />}
        />
      </div>
    </li>
  );
}
