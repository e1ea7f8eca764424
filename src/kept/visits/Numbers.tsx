import { Link } from 'wouter';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { changeSettings, useSettings } from '../../device/settings.ts';
import { emergencyWorks } from '../../directory/dialling.ts';
import { COMMON, mainNumbers } from '../../directory/emergency.ts';
import { callHref } from '../../directory/links.ts';
import { countryName } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { label, names } from '../../i18n/labels.ts';
import { Button } from '../../ui/Button.tsx';
import { ActionLink } from '../../ui/facts/ActionLink.tsx';
import { Section } from '../../ui/Section.tsx';
import { type NumberToKnow, numbersToKnow } from '../../workspace/visits/numbers.ts';
import type { VisitCountries } from './useVisitCountries.ts';
import styles from './visits.module.css';

/** The numbers to know there: live where they ring the right place from where one stands, else to read. */
export function Numbers({ there, to, home }: VisitCountries) {
  const t = useT();
  const language = currentLanguage();
  const { taxonomy } = useDirectory();
  const { country: standing } = useSettings();
  const country = countryName(to, language);
  return (
    <Section title={t('visits.numbers.title', { country })}>
      {standing !== to && (
        <div className={styles.here}>
          <p className={styles.soft}>
            {standing
              ? t('visits.numbers.from', { country: countryName(standing, language) })
              : t('visits.numbers.fromNowhere')}
          </p>
          <Button onClick={() => changeSettings({ country: to })}>{t('visits.numbers.iAmThere', { country })}</Button>
        </div>
      )}
      <ul role="list" className={styles.rows}>
        {mainNumbers(there.emergency).map((emergency) => {
          const uses = emergency.for.map((use) => label(taxonomy, 'emergency', use, language)).join(' · ');
          return (
            <li key={emergency.number} className={styles.person}>
              {emergencyWorks(emergency, to, standing) ? (
                <a
                  className={styles.emergency}
                  href={callHref(emergency.number)}
                  aria-label={`${t('act.call')} ${emergency.number}`}
                >
                  {emergency.number}
                </a>
              ) : (
                <p>
                  <b className={styles.silent}>{emergency.number}</b> {t('reach.emergencyThere', { country })}{' '}
                  {t('reach.emergencyHere', { number: COMMON })}
                </p>
              )}
              <p className={styles.soft}>
                {uses} · {t('visits.numbers.anySim')}
              </p>
            </li>
          );
        })}
        {numbersToKnow(there, home).map((entry) => (
          <NumberRow key={entry.responder.id} entry={entry} />
        ))}
      </ul>
    </Section>
  );
}

function NumberRow({ entry: { responder, country, channel, foreign } }: { entry: NumberToKnow }) {
  const t = useT();
  const { country: standing } = useSettings();
  const { main } = names(responder.name, currentLanguage());
  const shared = { home: country, others: responder.channels, standing, whose: main.text, look: 'card' } as const;
  const inside = standing === country.country;
  return (
    <li className={styles.person}>
      <Link className={styles.link} href={`/responders/${responder.id}`} lang={main.language}>
        {main.text}
      </Link>
      <div className={styles.reach}>
        <ActionLink channel={channel} {...shared} />
        {foreign && inside && (
          <>
            <p className={styles.soft}>{t('visits.numbers.otherSim')}</p>
            <ActionLink channel={foreign} {...shared} />
          </>
        )}
      </div>
    </li>
  );
}
