import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { COUNTRIES, type CountryCode } from '../../directory/codes.ts';
import { byName, countryName } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { useNotKept } from '../../ui/useNotKept.ts';
import { changeOwn, newOwnId } from '../../workspace/useOwn.ts';
import { newVisit } from '../../workspace/visits/edits.ts';
import { OFFERED_FIRST } from '../../workspace/visits/offered.ts';
import { firstAsks, whatToAsk, whoIsWho } from '../../workspace/visits/prepare.ts';
import { Back } from '../Back.tsx';
import { useVisitCountries, type VisitCountries } from './useVisitCountries.ts';
import styles from './visits.module.css';
import { askText } from './words.ts';

/** A new visit: the country alone is asked for, and the visit comes prepared. */
export function VisitNew() {
  const t = useT();
  const language = currentLanguage();
  const [, navigate] = useLocation();
  const asked = new URLSearchParams(useSearch()).get('to');
  const to = COUNTRIES.find((code) => code === asked);
  const countries = useVisitCountries(to ?? '');
  const choose = (code: string) =>
    navigate(code ? `/workspace/visits/new?to=${code}` : '/workspace/visits/new', { replace: true });
  const others = byName(
    COUNTRIES.filter((code) => !(OFFERED_FIRST as readonly string[]).includes(code)),
    language,
  );
  return (
    <Screen title={t('visits.new.title')} above={<Back />}>
      <p className={styles.text}>{t('visits.new.intro')}</p>
      <fieldset className={styles.set}>
        <legend>{t('visits.new.where')}</legend>
        {OFFERED_FIRST.map((code) => (
          <label key={code} className={styles.choice} data-chosen={code === to}>
            <input type="radio" name="to" checked={code === to} onChange={() => choose(code)} />
            <span>{countryName(code, language)}</span>
          </label>
        ))}
        <label className={styles.field}>
          <span>{t('visits.new.other')}</span>
          <select
            value={to && others.includes(to) ? to : ''}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          >
            <option value="">{t('visits.new.none')}</option>
            {others.map((code) => (
              <option key={code} value={code}>
                {countryName(code, language)}
              </option>
            ))}
          </select>
        </label>
      </fieldset>
      {countries && <Prepared key={countries.to} {...countries} />}
    </Screen>
  );
}

/** What the visit comes with, and the button that keeps it. */
function Prepared(countries: VisitCountries) {
  const t = useT();
  const notKept = useNotKept();
  const language = currentLanguage();
  const directory = useDirectory();
  const [, navigate] = useLocation();
  const [now] = useState(() => new Date());
  // The same one when it is tried again: what could not be written may be there all the same.
  const [id] = useState(newOwnId);
  const [state, setState] = useState<'ready' | 'writing' | 'failed'>('ready');
  const { there, to, home } = countries;
  const parts = whatToAsk(there, home, now);
  const people = whoIsWho(there, home?.country as CountryCode | undefined).flatMap(({ responders }) => responders);
  const title = t('visits.new.name', { country: countryName(to, language) });

  async function make() {
    setState('writing');
    const words = { t, language, directory, there, home };
    const questions = firstAsks(parts).map((ask) => ({ id: ask.id, text: askText(ask, words) }));
    const visit = newVisit({ id, at: Date.now(), title, country: to, ...(home && { home: home.country }) }, questions);
    const kept = await changeOwn('visits', id, (was) => was ?? visit);
    if (kept) navigate(`/workspace/visits/${id}`, { replace: true });
    else setState('failed');
  }

  return (
    <section className={styles.card} aria-label={title}>
      <h2>{title}</h2>
      <div role="status">{state === 'failed' && <p className={styles.notice}>{notKept(t('visits.notKept'))}</p>}</div>
      <div>
        <Button variant="primary" disabled={state === 'writing'} onClick={() => void make()}>
          {t(state === 'failed' ? 'saving.retry' : 'visits.new.make')}
        </Button>
      </div>
      <ul>
        <li>{t('visits.new.who', { number: people.length })}</li>
        <li>{t('visits.new.ask', { number: parts.reduce((sum, { asks }) => sum + asks.length, 0) })}</li>
        <li>{t('visits.new.rest')}</li>
      </ul>
      <p className={styles.soft}>{t('visits.new.source')}</p>
    </section>
  );
}
