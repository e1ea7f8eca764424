import { useLocation, useSearch } from 'wouter';
import { usePractices } from '../dataset/useGuidance.ts';
import { COUNTRIES } from '../directory/codes.ts';
import { sourcesOf } from '../directory/directory.ts';
import { countryName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { Button } from '../ui/Button.tsx';
import { InEnglish, InEnglishNote, SaidInEnglish } from '../ui/facts/InEnglish.tsx';
import { Sources } from '../ui/facts/Sources.tsx';
import { useRevealedAnchor } from '../ui/reveal.ts';
import { Screen } from '../ui/Screen.tsx';
import { Back } from './Back.tsx';
import styles from './guidance.module.css';
import { OpenQuestions } from './OpenQuestions.tsx';
import { ScopeMark } from './PointItem.tsx';
import points from './Points.module.css';
import { PrintButton } from './PrintButton.tsx';
import { filterPractices, type PracticeFilter, practiceFilterOf, practiceQueryOf, yearOf } from './practices.ts';
import { Sheet } from './Sheet.tsx';

/** Good practices by country, year and theme. */
export default function Practices() {
  const t = useT();
  useRevealedAnchor();
  const language = currentLanguage();
  const pack = usePractices();
  const [, navigate] = useLocation();
  const filter = practiceFilterOf(useSearch());
  const change = (next: PracticeFilter) =>
    navigate(`/practices${practiceQueryOf({ ...filter, ...next })}`, { replace: true });
  const shown = filterPractices(pack.practices, filter);
  const placeOf = (code: string) =>
    code === 'bsr' ? t('guidance.practices.region') : countryName(code as never, language);
  const countries = ['bsr', ...COUNTRIES].filter((code) => pack.practices.some(({ country }) => country === code));
  const years = [...new Set(pack.practices.map(yearOf))].sort().reverse();
  const title = t('guidance.practices.title');
  return (
    <SaidInEnglish>
      <Screen wide title={title} above={<Back />} beside={<PrintButton />}>
        <Sheet title={title}>
          <div className={styles.body}>
            <p>{t('guidance.practices.intro')}</p>
            <search className={`${styles.fields} no-print`}>
              <label className={styles.field}>
                {t('guidance.practices.country')}
                <select value={filter.country ?? ''} onChange={(event) => change({ country: event.target.value })}>
                  <option value="">{t('guidance.practices.all')}</option>
                  {countries.map((code) => (
                    <option key={code} value={code}>
                      {placeOf(code)}
                    </option>
                  ))}
                </select>
              </label>
              <label className={styles.field}>
                {t('guidance.practices.year')}
                <select value={filter.year ?? ''} onChange={(event) => change({ year: event.target.value })}>
                  <option value="">{t('guidance.practices.all')}</option>
                  {years.map((year) => (
                    <option key={year} value={year}>
                      {year === 'none' ? t('facts.noDate') : year}
                    </option>
                  ))}
                </select>
              </label>
              <label className={styles.field}>
                {t('guidance.practices.theme')}
                <select value={filter.theme ?? ''} onChange={(event) => change({ theme: event.target.value })}>
                  <option value="">{t('guidance.practices.all')}</option>
                  {Object.entries(pack.themes).map(([code, labels]) => (
                    <option key={code} value={code}>
                      {names(labels, language).main.text}
                    </option>
                  ))}
                </select>
              </label>
            </search>
            <p className={styles.soft}>
              <InEnglishNote />
            </p>
            <p role="status" className={styles.soft}>
              {t('guidance.practices.count', { count: shown.length })}
            </p>
            {shown.length === 0 && (
              <div className={styles.notice}>
                <p>{t('guidance.practices.none')}</p>
                <Button onClick={() => navigate('/practices', { replace: true })}>
                  {t('guidance.practices.clear')}
                </Button>
              </div>
            )}
            <div className={styles.cards}>
              {shown.map((practice) => (
                <article key={practice.id} id={practice.id} className={styles.card}>
                  <h2>
                    <InEnglish>{practice.title}</InEnglish>
                  </h2>
                  <p className={styles.marks}>
                    <strong>{placeOf(practice.country)}</strong>
                    <span>{practice.year ?? t('facts.noDate')}</span>
                    {practice.themes.map((theme) => (
                      <span key={theme} className={styles.mark}>
                        {names(pack.themes[theme] ?? { en: theme }, language).main.text}
                      </span>
                    ))}
                  </p>
                  <p>
                    <InEnglish>{practice.text}</InEnglish>
                  </p>
                  {practice.note !== undefined && (
                    <p className={points.note}>
                      {t('guidance.note')} <InEnglish>{practice.note}</InEnglish>
                    </p>
                  )}
                  <div className={styles.marks}>
                    {practice.scope !== practice.country && <ScopeMark scope={practice.scope} holds />}
                    <Sources sources={sourcesOf(pack, practice.sources)} />
                  </div>
                </article>
              ))}
            </div>
            <OpenQuestions about="practices" />
          </div>
        </Sheet>
      </Screen>
    </SaidInEnglish>
  );
}
