import { MapPin } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useDirectory } from '../dataset/useDirectory.ts';
import { useNow } from '../device/clock.ts';
import { useSettings } from '../device/settings.ts';
import { newestDate } from '../directory/confidence.ts';
import { countryOf, responderConfidence, sourcesOf } from '../directory/directory.ts';
import type { CountryPack, PackChannel, PackResponder } from '../directory/pack.ts';
import { countryName, languageName, partialDate } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { label, names } from '../i18n/labels.ts';
import { Button } from '../ui/Button.tsx';
import { ChannelAction } from '../ui/facts/ChannelAction.tsx';
import { ConfidenceMark } from '../ui/facts/ConfidenceMark.tsx';
import { FactItem } from '../ui/facts/FactItem.tsx';
import { InEnglish } from '../ui/facts/InEnglish.tsx';
import { ResponderCard } from '../ui/facts/ResponderCard.tsx';
import { SourceList, Sources } from '../ui/facts/Sources.tsx';
import { NotFound } from '../ui/NotFound.tsx';
import { PrintSheet } from '../ui/PrintSheet.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Section } from '../ui/Section.tsx';
import { remember } from '../workspace/useWorkspace.ts';
import { Actions, firstNumber } from './Actions.tsx';
import { FromAbroad } from './FromAbroad.tsx';
import { languagesOf, SERVES } from './filter.ts';
import { gapsOf, sameBody, sameNumber } from './gaps.ts';
import { Hours } from './Hours.tsx';
import { mapLink } from './mapLink.ts';
import { lastList } from './place.ts';
import styles from './Responder.module.css';

/** One responder: how to reach it, then what it does, then how sure all that is. */
export default function Responder({ id }: { id: string }) {
  const directory = useDirectory();
  const responder = directory.responder(id);
  return responder ? <Found responder={responder} country={countryOf(directory, responder.country)} /> : <NotFound />;
}

interface Props {
  responder: PackResponder;
  country: CountryPack;
}

/** The order in which ways to reach somebody are listed. */
const ORDER: readonly PackChannel['type'][] = ['phone', 'sms', 'chat', 'email', 'form', 'telegram', 'web'];

function Found({ responder, country }: Props) {
  const t = useT();
  const language = currentLanguage();
  const { taxonomy, edition, date } = useDirectory();
  const { country: standing } = useSettings();
  const now = useNow();
  useEffect(() => void remember(responder, firstNumber(responder)), [responder]);

  const { own, english } = ownAndEnglish(responder);
  const place = country.country === 'eu' ? t('place.international') : countryName(country.country, language);
  const abroad = standing !== undefined && standing !== country.country;
  const sources = sourcesOf(country, allSources(responder));
  const back = lastList();
  return (
    <Screen
      wide
      title={own.text}
      titleLanguage={own.language}
      above={
        <Link className={`${styles.back} no-print`} href={back.href} state={back.state}>
          <span aria-hidden="true">‹</span> {t('responders.one.back')}
        </Link>
      }
      beside={
        english && (
          <p className={styles.english} lang="en">
            {english}
          </p>
        )
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
        <div className={styles.body}>
          <div className={styles.head}>
            <p>
              {label(taxonomy, 'kinds', responder.kind, language)} ·{' '}
              {country.country === 'eu' ? place : <Link href={`/countries/${country.country}`}>{place}</Link>} ·{' '}
              <InEnglish>{responder.coverage}</InEnglish>
            </p>
            <p>
              <span className={styles.soft}>{t('responders.one.entry')}: </span>
              <ConfidenceMark
                confidence={responderConfidence(country, responder, now)}
                newest={newestDate(sourcesOf(country, responder.sources))}
              />
            </p>
          </div>
          <div className={styles.columns}>
            <div className={styles.column}>
              <Channels responder={responder} country={country} standing={standing} now={now} />
              <Actions responder={responder} country={country} />
              <Hours responder={responder} country={country} abroad={abroad} now={now} />
              <FromAbroad responder={responder} country={country} />
            </div>
            <div className={styles.column}>
              <Section title={t('responders.one.about')}>
                <p className={styles.text}>
                  <InEnglish mark>{responder.about}</InEnglish>
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
              </Section>
            </div>
          </div>
        </div>
      </PrintSheet>
    </Screen>
  );
}

type Standing = ReturnType<typeof useSettings>['country'];

function Channels({ responder, country, standing, now }: Props & { standing: Standing; now: Date }) {
  const t = useT();
  const directory = useDirectory();
  const channels = [...responder.channels].sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type));
  const contactPoint = directory.responder(country.contactPoint ?? '');
  return (
    <section className={styles.channels} aria-label={t('responders.one.call')}>
      {channels.length === 0 && (
        <>
          <p>{t('responders.one.noChannel')}</p>
          {contactPoint && contactPoint.id !== responder.id && (
            <ResponderCard responder={contactPoint} country={country} standing={standing} now={now} />
          )}
        </>
      )}
      {channels.map((channel) => {
        const via = channel.via === undefined ? undefined : directory.responder(channel.via);
        return (
          <div key={`${channel.type}${channel.value}`} className={styles.channel}>
            {via && (
              <p className={styles.via}>
                <Link className={styles.inlineLink} href={`/responders/${via.id}`}>
                  {t('facts.through', { name: names(via.name, currentLanguage()).main.text })}
                </Link>
              </p>
            )}
            <ChannelAction channel={channel} country={country} standing={standing} now={now} />
          </div>
        );
      })}
    </section>
  );
}

/** What it gives, to whom, in which languages, where, and at which measures. */
function Facts({ responder, country, place }: Props & { place: string }) {
  const t = useT();
  const language = currentLanguage();
  const { taxonomy } = useDirectory();
  const notStated = <span className={styles.soft}>{t('responders.one.notStated')}</span>;
  const spoken = languagesOf(responder);
  return (
    <>
      {responder.services.length > 0 && (
        <Section title={t('responders.one.services')}>
          <ul role="list" className={styles.tags}>
            {responder.services.map((code) => (
              <li key={code}>{label(taxonomy, 'services', code, language)}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('responders.one.serves.title')}>
        <dl className={styles.pairs}>
          {SERVES.map((part) => (
            <Pair key={part} name={t(`responders.one.serves.${part}`)}>
              {responder.serves?.[part]?.map((code) => label(taxonomy, part, code, language)).join(', ') ?? notStated}
            </Pair>
          ))}
          <Pair name={t('responders.one.languages')}>
            {spoken.length > 0 ? spoken.map((code) => languageName(code, language)).join(', ') : notStated}
          </Pair>
        </dl>
      </Section>
      {responder.addresses && (
        <Section title={t('responders.one.addresses')}>
          {responder.addresses.map((address) => (
            <div key={address.text} className={styles.address}>
              <p>{[address.text, ...missing(address.text, address.postcode, address.city)].join(', ')}</p>
              <p className={`${styles.addressLinks} no-print`}>
                <a
                  className={styles.map}
                  href={mapLink(address.text, place, navigator.userAgent)}
                  target="_blank"
                  rel="noreferrer"
                >
                  <MapPin aria-hidden size={20} /> {t('responders.one.map')}
                </a>
                <Copy text={`${address.text}, ${place}`} />
              </p>
              <Sources sources={sourcesOf(country, address.sources)} />
            </div>
          ))}
        </Section>
      )}
      {responder.measures.length > 0 && (
        <Section title={t('responders.one.measures')}>
          <ul role="list" className={styles.rows}>
            {responder.measures.map((measure) => {
              const text = t('responders.one.measure', {
                number: measure,
                label: label(taxonomy, 'measures', String(measure), language),
              });
              return (
                <li key={measure}>
                  {country.country === 'eu' ? (
                    text
                  ) : (
                    <Link className={styles.row} href={`/countries/${country.country}#measure-${measure}`}>
                      {text}
                    </Link>
                  )}
                </li>
              );
            })}
          </ul>
        </Section>
      )}
    </>
  );
}

function Pair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Copy({ text }: { text: string }) {
  const t = useT();
  const [done, setDone] = useState(false);
  // Without a clipboard the address can still be selected: it stands there as text.
  if (!navigator.clipboard) return null;
  return (
    <>
      <Button
        onClick={() =>
          navigator.clipboard.writeText(text).then(
            () => setDone(true),
            () => setDone(false),
          )
        }
      >
        {t('responders.one.copyAddress')}
      </Button>
      <span role="status" className={styles.done}>
        {done && t('responders.one.copied')}
      </span>
    </>
  );
}

/** What no page says, and what the country's pages leave open about this responder. */
function Unknown({ responder, country }: Props) {
  const t = useT();
  const gaps = gapsOf(responder, country);
  const questions = country.openQuestions.filter(({ responders }) => responders?.includes(responder.id));
  if (gaps.length + questions.length === 0) return null;
  return (
    <Section title={t('responders.one.unknown.title')}>
      <ul className={styles.list}>
        {gaps.map((gap) => (
          <li key={gap}>{t(`responders.one.unknown.${gap}`)}</li>
        ))}
        {questions.map(({ text }) => (
          <li key={text}>
            <InEnglish>{text}</InEnglish>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Entries of the same body, and those that share a number with this one. */
function Related({ responder }: { responder: PackResponder }) {
  const t = useT();
  const language = currentLanguage();
  const { responders } = useDirectory();
  const bodies = sameBody(responder, responders);
  const numbers = sameNumber(responder, responders).filter((other) => !bodies.includes(other));
  if (bodies.length + numbers.length === 0) return null;
  const row = (other: PackResponder, why: string) => (
    <li key={other.id}>
      <Link className={styles.row} href={`/responders/${other.id}`}>
        {names(other.name, language).main.text}
      </Link>
      <span className={styles.soft}>{why}</span>
    </li>
  );
  return (
    <Section title={t('responders.one.related')}>
      <ul role="list" className={styles.rows}>
        {bodies.map((other) => row(other, t('responders.one.sameBody')))}
        {numbers.map((other) => row(other, t('responders.one.sameNumber')))}
      </ul>
    </Section>
  );
}

/** The name its own people use, and the English one where that is another. */
function ownAndEnglish({ name }: PackResponder) {
  const [language = 'en', text = name.en ?? ''] = Object.entries(name).find(([code]) => code !== 'en') ?? [];
  return { own: { language, text }, english: name.en !== text ? name.en : undefined };
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

function missing(text: string, ...parts: (string | undefined)[]): string[] {
  return parts.filter((part): part is string => part !== undefined && !text.includes(part));
}
