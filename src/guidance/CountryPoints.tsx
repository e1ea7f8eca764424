import { Link } from 'wouter';
import { useDirectory } from '../dataset/useDirectory.ts';
import { useSettings } from '../device/settings.ts';
import type { CountryCode } from '../directory/codes.ts';
import { countryOf } from '../directory/directory.ts';
import type { GuideCountry } from '../directory/guides-schema.ts';
import { countryName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { FactItem } from '../ui/facts/FactItem.tsx';
import { AnswerText } from './AnswerText.tsx';
import styles from './CountryPoints.module.css';
import { legalAnswer, legalTitle } from './compare.ts';
import { countriesInOrder } from './guides.ts';

/** What each country's own pack says, one below the other: the chosen country first and open. */
export function CountryPoints({ wanted }: { wanted: GuideCountry }) {
  const language = currentLanguage();
  const { country: chosen } = useSettings();
  const order = countriesInOrder(chosen, (code) => countryName(code, language), language);
  return (
    <div className={styles.countries}>
      {order.map((code) => (
        <OneCountry key={code} code={code} wanted={wanted} open={code === chosen} />
      ))}
    </div>
  );
}

function OneCountry({ code, wanted, open }: { code: CountryCode; wanted: GuideCountry; open: boolean }) {
  const t = useT();
  const directory = useDirectory();
  const country = countryOf(directory, code);
  const points = wanted.measure ? country.measures[wanted.measure] : [];
  const legal = wanted.legal ?? [];
  const found = points.length + legal.filter((name) => country.legal[name] !== undefined).length;
  return (
    <details className={styles.country} open={open}>
      <summary>
        <h3>{countryName(code, currentLanguage())}</h3>
        {found === 0 && <span className={styles.soft}>{t('facts.notFound')}</span>}
      </summary>
      <div className={styles.inside}>
        {wanted.measure && points.length === 0 && <p className={styles.soft}>{t('facts.notFound')}</p>}
        {points.length > 0 && (
          <ul role="list" className={styles.points}>
            {points.map((point) => (
              <li key={point.id}>
                <FactItem country={country} text={point.text} sources={point.sources} />
              </li>
            ))}
          </ul>
        )}
        {legal.map((name) => (
          <div key={name}>
            {(legal.length > 1 || wanted.measure) && <h4>{t(legalTitle(name))}</h4>}
            <AnswerText answer={legalAnswer(country, name)} />
          </div>
        ))}
        <p className="no-print">
          <Link
            className={styles.link}
            href={`/countries/${code}${wanted.measure ? `#measure-${wanted.measure}` : '#legal'}`}
          >
            {t('guidance.allOfCountry', { country: countryName(code, currentLanguage()) })}
          </Link>
        </p>
      </div>
    </details>
  );
}
