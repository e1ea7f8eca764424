import { Suspense, useEffect } from 'react';
import { Link } from 'wouter';
import { useDirectory } from '../dataset/useDirectory.ts';
import { useNow } from '../device/clock.ts';
import { useSettings } from '../device/settings.ts';
import { countryOf, sourcesOf } from '../directory/directory.ts';
import type { CountryPack, PackResponder } from '../directory/pack.ts';
import { countryName, partialDate } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { label, names } from '../i18n/labels.ts';
import { Coverage } from '../ui/facts/Coverage.tsx';
import { FactItem } from '../ui/facts/FactItem.tsx';
import { InEnglish, InEnglishNote, SaidInEnglish } from '../ui/facts/InEnglish.tsx';
import { SeenMark } from '../ui/facts/SeenMark.tsx';
import { SourceList } from '../ui/facts/Sources.tsx';
import { TellLink } from '../ui/facts/TellLink.tsx';
import { Loading } from '../ui/Loading.tsx';
import { NotFound } from '../ui/NotFound.tsx';
import { ownPart } from '../ui/own/part.ts';
import { PrintSheet } from '../ui/PrintSheet.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Section } from '../ui/Section.tsx';
import { remember } from '../workspace/useWorkspace.ts';
import { Actions, firstNumber } from './Actions.tsx';
import { Channels } from './Channels.tsx';
import { Facts } from './Facts.tsx';
import { FromAbroad } from './FromAbroad.tsx';
import { Hours } from './Hours.tsx';
import { lastList } from './place.ts';
import { Related } from './Related.tsx';
import styles from './Responder.module.css';
import { Unknown } from './Unknown.tsx';

const Gone = ownPart((late) => late.Gone, NotFound);
const Told = ownPart((late) => late.Told);
const Yours = ownPart((late) => late.Yours);

/** One responder: how to reach it, then what it does, then how sure all that is. */
export default function Responder({ id }: { id: string }) {
  const directory = useDirectory();
  const responder = directory.responder(id);
  if (responder) return <Found responder={responder} country={countryOf(directory, responder.country)} />;
  return (
    <Suspense fallback={<Loading />}>
      <Gone id={id} />
    </Suspense>
  );
}

interface Props {
  responder: PackResponder;
  country: CountryPack;
}

function Found({ responder, country }: Props) {
  const t = useT();
  const language = currentLanguage();
  const { taxonomy, edition, date } = useDirectory();
  const { country: standing } = useSettings();
  const now = useNow();
  useEffect(() => void remember(responder, firstNumber(responder, country)), [responder, country]);

  const { main, others } = names(responder.name, language);
  const place = country.country === 'eu' ? t('place.international') : countryName(country.country, language);
  const abroad = standing !== undefined && standing !== country.country;
  const sources = sourcesOf(country, allSources(responder));
  const back = lastList();
  return (
    <Screen
      wide
      title={main.text}
      titleLanguage={main.language}
      above={
        <Link className={`${styles.back} no-print`} href={back.href} state={back.state}>
          <span aria-hidden="true">‹</span> {t('responders.one.back')}
        </Link>
      }
      beside={
        others.length > 0 &&
        others.map((other) => (
          <p key={other.language} className={styles.english} lang={other.language}>
            {other.text}
          </p>
        ))
      }
    >
      <PrintSheet
        line={
          <>
            <span>{t('responders.one.edition', { edition, date: partialDate(date, language) })}</span>
            <span>{t('responders.one.printNote')}</span>
          </>
        }
      >
        <SaidInEnglish>
          <div className={styles.body}>
            <div className={styles.head}>
              <p>
                {label(taxonomy, 'kinds', responder.kind, language)} ·{' '}
                {country.country === 'eu' ? place : <Link href={`/countries/${country.country}`}>{place}</Link>} ·{' '}
                <Coverage responder={responder} />
              </p>
              {responder.channels.length === 0 && (
                <p>
                  <SeenMark evidence={sourcesOf(country, responder.sources)} checked={country.checked} now={now} />
                </p>
              )}
            </div>
            <Suspense fallback={null}>
              <Told responder={responder} />
            </Suspense>
            <div className={styles.columns}>
              <div className={styles.column}>
                <Channels responder={responder} country={country} standing={standing} now={now} />
                <p className="no-print">
                  <InEnglishNote />
                </p>
                <Actions responder={responder} country={country} />
                <Hours responder={responder} country={country} abroad={abroad} now={now} />
                {standing !== country.country && <FromAbroad responder={responder} country={country} />}
                <Suspense fallback={null}>
                  <Yours responder={responder.id} />
                </Suspense>
              </div>
              <div className={styles.column}>
                <Section title={t('responders.one.about')}>
                  <p className={styles.text}>
                    <InEnglish>{responder.about}</InEnglish>
                  </p>
                </Section>
                <Facts responder={responder} country={country} place={place} />
                {responder.disagreements && (
                  <Section title={t('responders.one.disagreements')}>
                    {responder.disagreements.map((fact) => (
                      <FactItem key={fact.text} country={country} text={fact.text} sources={fact.sources} />
                    ))}
                  </Section>
                )}
                <Unknown responder={responder} country={country} />
                <Related responder={responder} />
                <Section title={t('responders.one.sources')}>
                  <p className={styles.soft}>
                    {t('responders.one.checked', { date: partialDate(country.checked, language) })}
                  </p>
                  <SourceList sources={sources} />
                  <TellLink whole about={{ responder: responder.id }} name={main.text} />
                </Section>
              </div>
            </div>
          </div>
        </SaidInEnglish>
      </PrintSheet>
    </Screen>
  );
}

/** Every source that anything on this screen rests on, each once. */
function allSources(responder: PackResponder): string[] {
  return [
    ...new Set([
      ...responder.sources,
      ...responder.channels.flatMap((channel) => [
        ...channel.sources,
        ...(channel.hoursSources ?? []),
        ...(channel.disagreement?.sources ?? []),
      ]),
      ...(responder.addresses ?? []).flatMap((address) => address.sources),
      ...(responder.disagreements ?? []).flatMap((fact) => fact.sources),
    ]),
  ];
}
