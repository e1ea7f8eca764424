import { Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { phoneCountry } from '../device/phone.ts';
import { channelsFrom, emergencyWorks, type Standing } from '../directory/dialling.ts';
import { sourcesOf } from '../directory/directory.ts';
import { COMMON, isUrgent, mainNumbers } from '../directory/emergency.ts';
import { callHref } from '../directory/links.ts';
import type { CountryPack, PackChannel, PackResponder } from '../directory/pack.ts';
import type { Emergency, Taxonomy } from '../directory/schema.ts';
import { countryName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { label, names } from '../i18n/labels.ts';
import { ChannelAction } from '../ui/facts/ChannelAction.tsx';
import { FactItem } from '../ui/facts/FactItem.tsx';
import { InEnglish } from '../ui/facts/InEnglish.tsx';
import { Sources } from '../ui/facts/Sources.tsx';
import { TellLink } from '../ui/facts/TellLink.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './Contacts.module.css';

interface Props {
  country: CountryPack;
  taxonomy: Taxonomy;
  /** The place from which one dials. */
  standing: Standing;
  now: Date;
}

/** Whom to call now: the emergency numbers, the anti-trafficking lines, the contact point. */
export function Contacts({ country, taxonomy, standing, now }: Props) {
  const responder = (id: string | undefined) => country.responders.find((candidate) => candidate.id === id);
  const lines = country.antiTraffickingLine.flatMap((id) => responder(id) ?? []);
  const contactPoint = responder(country.contactPoint);
  const shared = { country, standing, now };
  return (
    <>
      <EmergencyNumbers country={country} taxonomy={taxonomy} standing={standing}>
        {!contactPoint && country.contactPointNote && <NoContactPoint country={country} />}
      </EmergencyNumbers>
      <div className={styles.lines}>
        {lines.map((line) => (
          <Line
            key={line.id}
            responder={line}
            channels={direct(line)}
            kind={line === contactPoint ? 'line.both' : 'line.title'}
            {...shared}
          >
            {line === contactPoint && <Why country={country} />}
          </Line>
        ))}
        {contactPoint && !lines.includes(contactPoint) && (
          <Line
            responder={contactPoint}
            channels={direct(contactPoint).filter((channel) => !isShown(channel, lines))}
            kind="contactPoint.title"
            {...shared}
          >
            <Why country={country} />
          </Line>
        )}
      </div>
    </>
  );
}

/** Ways to somebody who answers; web pages are left to the responder's own screen. */
function direct(responder: PackResponder): PackChannel[] {
  return responder.channels.filter(({ type }) => type !== 'web');
}

function isShown(channel: PackChannel, lines: readonly PackResponder[]): boolean {
  return lines.some((line) => direct(line).some(({ value }) => value === channel.value));
}

interface EmergencyNumbersProps extends Omit<Props, 'now'> {
  /** What must be read straight after the numbers to know. */
  children: ReactNode;
}

function EmergencyNumbers({ country, taxonomy, standing, children }: EmergencyNumbersProps) {
  const t = useT();
  const main = mainNumbers(country.emergency);
  const others = country.emergency.filter((emergency) => !main.includes(emergency));
  const abroad = country.country !== 'eu' && standing !== undefined && standing !== country.country;
  // From another country the number that works from there stands above those that do not.
  const reachable = (numbers: readonly Emergency[]) =>
    abroad ? [...others.filter(({ number }) => number.startsWith('+')), ...numbers] : numbers;
  const rest = abroad ? others.filter(({ number }) => !number.startsWith('+')) : others;
  const list = (numbers: readonly Emergency[], large: boolean) => (
    <ul role="list" className={styles.emergencies}>
      {numbers.map((emergency) => (
        <li key={emergency.number}>
          <EmergencyLink
            country={country}
            emergency={emergency}
            taxonomy={taxonomy}
            large={large && !emergency.number.startsWith('+')}
            works={emergencyWorks(emergency, country.country, standing)}
          />
          {emergency.note !== undefined && (
            <p className={styles.note}>
              <InEnglish>{emergency.note}</InEnglish>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <section id="emergency" className={styles.urgent} aria-labelledby="emergency-title">
      <h2 id="emergency-title" className="visually-hidden">
        {t('countries.emergency.title')}
      </h2>
      {abroad && <p className={styles.here}>{t('countries.emergency.here', { number: COMMON })}</p>}
      {list(reachable(main), true)}
      {children}
      {rest.length > 0 && list(rest, false)}
      <div className={styles.under}>
        <Sources
          sources={sourcesOf(country, [...new Set(country.emergency.flatMap(({ sources }) => sources))])}
          tell={
            main[0] && (
              <TellLink
                about={{ country: country.country, emergency: main[0].number }}
                name={t('countries.emergency.title')}
              />
            )
          }
        />
      </div>
    </section>
  );
}

interface EmergencyProps {
  country: CountryPack;
  emergency: Emergency;
  taxonomy: Taxonomy;
  /** For the numbers to know. */
  large: boolean;
  /** Whether it rings this country's service from where one stands. */
  works: boolean;
}

function EmergencyLink({ country, emergency, taxonomy, large, works }: EmergencyProps) {
  const t = useT();
  const number = groupedNumber(country, emergency.number);
  const uses = emergency.for.map((use) => label(taxonomy, 'emergency', use, currentLanguage())).join(' · ');
  if (!works && country.country !== 'eu') {
    return (
      <p className={styles.there}>
        <b className={styles.thereNumber}>{number}</b> {uses}{' '}
        {t('reach.emergencyThere', { country: countryName(country.country, currentLanguage()) })}
      </p>
    );
  }
  return (
    <a
      className={`${styles.emergency} ${large ? styles.large : ''} ${number.startsWith('+') ? styles.long : ''} ${isUrgent(emergency) ? '' : styles.canWait}`}
      href={callHref(emergency.number)}
    >
      <span className={styles.what}>
        <span className={styles.number}>{number}</span>
        <span className={styles.uses}>{uses}</span>
      </span>
      <span className={styles.call}>
        <Phone aria-hidden size={20} /> {t('countries.emergency.call')}
      </span>
    </a>
  );
}

/** A number as people of that country group it, where the directory knows it; as it is otherwise. */
function groupedNumber(country: CountryPack, number: string): string {
  const channel = country.responders.flatMap(({ channels }) => channels).find(({ tel }) => tel === number);
  return (number.startsWith('+') ? channel?.international : channel?.national) ?? number;
}

interface LineProps extends Omit<Props, 'taxonomy'> {
  responder: PackResponder;
  channels: readonly PackChannel[];
  kind: 'line.title' | 'line.both' | 'contactPoint.title';
  children?: ReactNode;
}

function Line({ responder, channels, kind, children, ...shared }: LineProps) {
  const t = useT();
  const { main, others } = names(responder.name, currentLanguage());
  const ordered = channelsFrom(channels, shared.country, shared.standing, phoneCountry());
  return (
    <Section title={t(`countries.${kind}`)}>
      <div>
        <p className={styles.who}>
          <Link href={`/responders/${responder.id}`} lang={main.language}>
            {main.text}
          </Link>
          {others.map((other) => (
            <span key={other.language} className={styles.own} lang={other.language}>
              {other.text}
            </span>
          ))}
        </p>
        {ordered.map((channel) => (
          <ChannelAction
            key={`${channel.type}${channel.value}`}
            channel={channel}
            responder={responder.id}
            others={responder.channels}
            {...shared}
          />
        ))}
        {children}
      </div>
    </Section>
  );
}

/** Why this responder is shown where the sources name no single contact point. */
function Why({ country }: { country: CountryPack }) {
  const t = useT();
  if (!country.contactPointNote) return null;
  return (
    <div className={styles.why}>
      <h3>{t('countries.contactPoint.why')}</h3>
      <FactItem country={country} {...country.contactPointNote} />
    </div>
  );
}

function NoContactPoint({ country }: { country: CountryPack }) {
  const t = useT();
  if (!country.contactPointNote) return null;
  return (
    <section className={styles.notice} aria-labelledby="no-contact-point">
      <h2 id="no-contact-point">{t('countries.contactPoint.none')}</h2>
      <FactItem country={country} {...country.contactPointNote} />
    </section>
  );
}
