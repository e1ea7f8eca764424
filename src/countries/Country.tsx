import { Link } from 'wouter';
import { useDirectory } from '../dataset/useDirectory.ts';
import { useNow } from '../device/clock.ts';
import { changeSettings, useSettings } from '../device/settings.ts';
import { standingOn } from '../directory/dialling.ts';
import { isCountry } from '../directory/directory.ts';
import { type CountryCode, REGIONS } from '../directory/schema.ts';
import { countryName, partialDate } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { SourceList, SourceNumbers } from '../ui/facts/Sources.tsx';
import { NotFound } from '../ui/NotFound.tsx';
import { PrintSheet } from '../ui/PrintSheet.tsx';
import { usePartsOpenInPrint, useRevealedAnchor } from '../ui/reveal.ts';
import { Screen } from '../ui/Screen.tsx';
import { Section } from '../ui/Section.tsx';
import { Contacts } from './Contacts.tsx';
import styles from './Country.module.css';
import { Harmonised } from './Harmonised.tsx';
import { LegalFacts } from './LegalFacts.tsx';
import { Measures } from './Measures.tsx';
import { Network } from './Network.tsx';
import { Part } from './Part.tsx';
import { Questions } from './Questions.tsx';
import { RespondersByGroup } from './RespondersByGroup.tsx';
import { Statistics } from './Statistics.tsx';

/** Everything of one country, or of the international bodies: whom to call now, then what is known. */
export default function Country({ code }: { code: string }) {
  const t = useT();
  const language = currentLanguage();
  const directory = useDirectory();
  const { country: chosen } = useSettings();
  const now = useNow();
  useRevealedAnchor();
  usePartsOpenInPrint();
  const region = REGIONS.find((candidate) => candidate === code);
  const country = region && directory.countries.get(region);
  if (!country) return <NotFound />;
  const { taxonomy } = directory;
  const name = isCountry(country.country) ? countryName(country.country, language) : t('place.international');
  const checked = partialDate(country.checked, language);
  const count = country.responders.length;
  const pages = [...new Map(Object.values(country.sources).map((source) => [source.url, source])).values()];
  const standing = standingOn(country.country, chosen);
  const shared = { country, standing, now };
  return (
    <Screen
      wide
      title={name}
      above={
        <Link className={styles.back} href="/countries">
          <span aria-hidden="true">‹</span> {t('countries.back')}
        </Link>
      }
      beside={isCountry(country.country) && <MakeMine code={country.country} chosen={chosen} />}
    >
      <PrintSheet
        line={t('countries.print.sheet', {
          edition: directory.edition,
          date: partialDate(directory.date, language),
          country: name,
          checked,
        })}
      >
        <SourceNumbers value={new Map(pages.map(({ url }, index) => [url, index + 1]))}>
          <div className={styles.columns}>
            <nav className={styles.toc} aria-label={t('countries.toc')}>
              <ul role="list">
                {PARTS.map(({ id, name: part }) => (
                  <li key={id}>
                    <a href={`#${id}`}>{t(`countries.${part}`)}</a>
                  </li>
                ))}
              </ul>
            </nav>
            <div className={styles.parts}>
              <Contacts taxonomy={taxonomy} {...shared} />
              <p className="no-print">
                <Link className={styles.link} href="/first-words">
                  {t('home.words')}
                </Link>
              </p>
              {country.harmonised.length > 0 && (
                <Section id="harmonised" title={t('countries.harmonised.title')}>
                  <Harmonised country={country} standing={standing} />
                </Section>
              )}
              <div>
                <Part id="measures" title={t('countries.measures.title')}>
                  <Measures country={country} taxonomy={taxonomy} />
                </Part>
                <Part id="legal" title={t('countries.legal.title')}>
                  <LegalFacts country={country} taxonomy={taxonomy} />
                </Part>
                <Part id="responders" title={t('countries.responders.title', { count })} english={false}>
                  <RespondersByGroup {...shared} />
                </Part>
                <Part id="network" title={t('countries.network.title')}>
                  <Network region={country.country} />
                  <p>
                    <Link className={styles.link} href="/countries/networks">
                      {t('countries.network.all')}
                    </Link>
                  </p>
                </Part>
                <Part id="statistics" title={t('countries.statistics.title')}>
                  <Statistics country={country} />
                </Part>
                <Part id="questions" title={t('countries.questions.title')}>
                  <Questions country={country} />
                </Part>
              </div>
              <p className={styles.checked}>{t('countries.checked', { date: checked })}</p>
            </div>
          </div>
          <section className={styles.printed}>
            <h2>{t('countries.print.sources')}</h2>
            <SourceList sources={pages} numbered />
          </section>
        </SourceNumbers>
      </PrintSheet>
    </Screen>
  );
}

const PARTS = [
  { id: 'emergency', name: 'numbers' },
  { id: 'measures', name: 'measures.short' },
  { id: 'legal', name: 'legal.short' },
  { id: 'responders', name: 'responders.short' },
  { id: 'network', name: 'network.short' },
  { id: 'statistics', name: 'statistics.short' },
  { id: 'questions', name: 'questions.short' },
] as const;

function MakeMine({ code, chosen }: { code: CountryCode; chosen: CountryCode | undefined }) {
  const t = useT();
  if (code === chosen) return <p className={styles.mine}>{t('countries.mine')}</p>;
  return (
    <Button className="no-print" onClick={() => changeSettings({ country: code })}>
      {t('countries.make')}
    </Button>
  );
}
