import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import curators from '#build/curators.json';
import { directoryStore } from '../dataset/dataset.ts';
import { failureOf } from '../dataset/errors.ts';
import { preloadDirectory } from '../dataset/useDirectory.ts';
import { FRESH_YEARS } from '../directory/confidence.ts';
import { isCountry } from '../directory/directory.ts';
import type { CountryPack } from '../directory/pack.ts';
import { number } from '../i18n/amounts.ts';
import { countryName } from '../i18n/format.ts';
import { currentLanguage, useT, useTexts } from '../i18n/i18n.ts';
import { Shape } from '../ui/facts/SeenMark.tsx';
import { SourceList } from '../ui/facts/Sources.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './About.module.css';
import { Versions } from './Versions.tsx';

/** What Harbour is and is not, and on what its facts rest. */
export default function About() {
  const t = useT();
  return (
    <Screen title={t('about.title')}>
      <Section title={t('about.what.title')}>
        <Paragraphs of="what" />
      </Section>
      <Section title={t('about.not.title')}>
        <Paragraphs of="not" />
      </Section>
      <Section title={t('about.facts.title')}>
        <Paragraphs of="facts" />
      </Section>
      <Section id="confidence" title={t('about.confidence.title')}>
        <p>{t('about.confidence.intro', { count: FRESH_YEARS })}</p>
        <dl className={styles.marks}>
          {(['confirmed', 'single', 'dated'] as const).map((confidence) => (
            <div key={confidence}>
              <dt>
                <Shape of={confidence} /> {t(`confidence.${confidence}`)}
              </dt>
              <dd>{t(`about.confidence.${confidence}`, { count: FRESH_YEARS })}</dd>
            </div>
          ))}
        </dl>
        <p>{t('about.confidence.rules')}</p>
        <p>{t('about.confidence.checks')}</p>
        <p>{t('about.confidence.numbers')}</p>
      </Section>
      <Section title={t('about.russia.title')}>
        <Paragraphs of="russia" />
      </Section>
      <Section id="report" title={t('about.report.title')}>
        <p>{t('about.report.what')}</p>
        <p>{t('about.report.becomes')}</p>
        {Object.keys(curators).length === 0 && <p>{t('about.report.nobody')}</p>}
        <p>{t('about.report.noNames')}</p>
        <p>
          <Link className={styles.link} href="/workspace/corrections">
            {t('about.report.outbox')}
          </Link>
        </p>
      </Section>
      <Section id="privacy" title={t('about.privacy.title')}>
        <Paragraphs of="privacy" />
        <p>
          <Link className={styles.link} href="/settings">
            {t('about.privacy.delete')}
          </Link>
        </p>
      </Section>
      <Section id="accessibility" title={t('about.accessibility.title')}>
        <Paragraphs of="accessibility" />
      </Section>
      <Section title={t('about.languages.title')}>
        <Paragraphs of="languages" />
      </Section>
      <Section title={t('about.licence.title')}>
        <Paragraphs of="licence" />
        <p>
          <a className={styles.link} href={`${import.meta.env.BASE_URL}hsds/index.json`}>
            {t('about.licence.data')}
          </a>
        </p>
        <p>
          <a className={styles.link} href={`${import.meta.env.BASE_URL}licences.txt`}>
            {t('about.licence.notices')}
          </a>
        </p>
      </Section>
      <Section id="sources" title={t('about.sources.title')}>
        <AllSources />
      </Section>
      <Section title={t('about.versions')}>
        <Versions />
      </Section>
    </Screen>
  );
}

/** The messages `about.<of>.text`, a paragraph each. */
function Paragraphs({ of }: { of: string }) {
  return useTexts(`about.${of}.text`).map((text) => <p key={text}>{text}</p>);
}

/** Every page that the directory rests on, country by country. */
function AllSources(): ReactNode {
  const t = useT();
  const language = currentLanguage();
  const state = useSyncExternalStore(directoryStore.subscribe, directoryStore.getSnapshot);
  useEffect(() => {
    preloadDirectory().catch(() => undefined); // said on the screen by the store's own state
  }, []);
  if (state.state === 'loading') return <p role="status">{t('about.sources.loading')}</p>;
  if (state.state === 'failed') return <p>{t(`directory.failed.${failureOf(state.error.kind)}`)}</p>;
  const countries = [...state.directory.countries.values()];
  const total = countries.reduce((sum, country) => sum + Object.keys(country.sources).length, 0);
  return (
    <>
      <p>{t('about.sources.intro', { count: total, shown: number(total, language) })}</p>
      <div>
        {countries.map((country) => (
          <CountrySources key={country.country} country={country} />
        ))}
      </div>
    </>
  );
}

/** The list is drawn when it is opened: there are hundreds of links. */
function CountrySources({ country }: { country: CountryPack }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const sources = Object.values(country.sources);
  const name = isCountry(country.country) ? countryName(country.country, currentLanguage()) : t('place.international');
  return (
    <details className={styles.country} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>{name}</span> <span className={styles.soft}>{t('facts.sources', { count: sources.length })}</span>
      </summary>
      {open && <SourceList sources={sources} />}
    </details>
  );
}
