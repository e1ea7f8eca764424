import { useMemo } from 'react';
import { Link } from 'wouter';
import { useArrival, useNow } from '../device/clock.ts';
import { FIRST_CONTACTS } from '../device/first-numbers.ts';
import { phoneCountry } from '../device/phone.ts';
import { useSettings } from '../device/settings.ts';
import { isCall, isEmergency, mayRefuse, openingOf, standingOn } from '../directory/dialling.ts';
import { insideAndAbroad, isUrgent } from '../directory/emergency.ts';
import type { FirstContact, FirstLine } from '../directory/first-contacts.ts';
import { answerOrder, localClock } from '../directory/opening.ts';
import type { CountryCode } from '../directory/schema.ts';
import { clockTime, countryName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { ActionLink } from '../ui/facts/ActionLink.tsx';
import { Reach } from '../ui/facts/ChannelAction.tsx';
import { ClosedLine } from '../ui/facts/ClosedLine.tsx';
import { InEnglish, InPassing } from '../ui/facts/InEnglish.tsx';
import { OpeningState } from '../ui/facts/OpeningState.tsx';
import { SeenMark } from '../ui/facts/SeenMark.tsx';
import { Section } from '../ui/Section.tsx';
import { EmergencyElsewhere, EmergencyNumbers, Remarks, SmallCalls } from './EmergencyNumbers.tsx';
import styles from './FirstNumbers.module.css';

/** Whom to call in a country: emergency numbers, anti-trafficking line, contact point. */
export function FirstNumbers({ country }: { country: CountryCode }) {
  const t = useT();
  const contact = FIRST_CONTACTS[country];
  const { contactPoint } = contact;
  const now = useNow();
  const arrival = useArrival();
  const lines = useLines(country, arrival);
  const stands = standingOn(country, useSettings().country) === country;
  const { inside, abroad } = insideAndAbroad(contact.emergency);
  // What can wait stands below the line, which on a small phone it would push off the first screen.
  const notUrgent = inside.filter((entry) => !isUrgent(entry));
  // A contact point that is entered through the line, or is the line, has no number of its own to show.
  const sameNumber = contact.lines.find(
    (line) => line.responder === contactPoint?.responder || line.channel.value === contactPoint?.channel.value,
  );
  const isBoth = (line: FirstLine) => line === sameNumber && line.responder === contactPoint?.responder;
  const numbersFromAbroad = abroad.length > 0 && (
    <Section title={t('home.fromAbroad', { country: countryName(country, currentLanguage()) })}>
      <SmallCalls numbers={abroad} />
      <Remarks numbers={abroad} />
    </Section>
  );
  return (
    <>
      {stands ? (
        <EmergencyNumbers numbers={inside.filter(isUrgent)} />
      ) : (
        <EmergencyElsewhere numbers={contact.emergency} country={country} />
      )}
      {!stands && numbersFromAbroad}
      {contact.lines.length === 0 && <NoLine country={country} contact={contact} />}
      {contact.lines.length > 0 && (
        <Section
          title={t(contact.lines.some(isBoth) ? 'home.lineAndPoint' : 'home.line', { count: contact.lines.length })}
        >
          <ul role="list" className={styles.lines}>
            {lines.map((line, place) => {
              const closed = openingOf(line.channel, homeOf(country), arrival).state === 'closed';
              const whole = (
                <>
                  <Line line={line} country={country} contact={contact} />
                  {line === sameNumber && contactPoint && (
                    <PointHere line={line} contactPoint={contactPoint} note={contact.contactPointNote} />
                  )}
                </>
              );
              // Who does not answer now is a line below those who may.
              return (
                <li key={line.responder}>
                  {place > 0 && closed ? (
                    <ClosedLine name={line.name} opening={openingOf(line.channel, homeOf(country), now)}>
                      {whole}
                    </ClosedLine>
                  ) : (
                    whole
                  )}
                </li>
              );
            })}
          </ul>
        </Section>
      )}
      {contactPoint && !sameNumber && (
        <Section title={t('home.point')}>
          <div className={styles.lines}>
            <Line line={contactPoint} country={country} contact={contact} />
            <Why note={contact.contactPointNote} />
          </div>
        </Section>
      )}
      {stands && notUrgent.length > 0 && (
        <Section title={t('home.notUrgent')}>
          <SmallCalls numbers={notUrgent} />
          <Remarks numbers={notUrgent} />
        </Section>
      )}
      {stands && numbersFromAbroad}
      <p>
        <Link className={styles.more} href={`/countries/${country}`}>
          {t('home.allAbout', { country: countryName(country, currentLanguage()) })}
        </Link>
      </p>
    </>
  );
}

/**
 * The lines as they stand: who answers now first, then of whom nobody knows, then who is closed; for a telephone of another
 * country, those made for telephones of this one after the others. No number moves while it is looked at.
 */
function useLines(country: CountryCode, arrival: Date): FirstLine[] {
  return useMemo(() => {
    const place = ({ channel, abroad }: FirstLine) =>
      answerOrder(openingOf(channel, homeOf(country), arrival)) +
      (!abroad && mayRefuse(channel, homeOf(country), phoneCountry()) ? 3 : 0);
    return [...FIRST_CONTACTS[country].lines].sort((a, b) => place(a) - place(b));
  }, [country, arrival]);
}

function homeOf(country: CountryCode) {
  return { country, ...FIRST_CONTACTS[country] };
}

/** The way into a country: its contact point, else its line, if our sources have one. */
export function wayInto(country: CountryCode): FirstLine | undefined {
  return FIRST_CONTACTS[country].contactPoint ?? FIRST_CONTACTS[country].lines[0];
}

/** The way into a country, or that our sources have none. */
export function WayIn({ country }: { country: CountryCode }) {
  const contact = FIRST_CONTACTS[country];
  const line = wayInto(country);
  return line ? (
    <Line line={line} country={country} contact={contact} />
  ) : (
    <NoLine country={country} contact={contact} />
  );
}

/** One number to call first: whom, whether they answer now, how sure that is, from where it works. */
function Line({ line, country, contact }: { line: FirstLine; country: CountryCode; contact: FirstContact }) {
  const t = useT();
  const now = useNow();
  const { channel, abroad, evidence } = line;
  const name = names(line.name, currentLanguage()).main;
  const home = homeOf(country);
  const standing = standingOn(country, useSettings().country);
  const emergency = isEmergency(channel, home);
  const purpose = line.purpose?.[currentLanguage()];
  const others = abroad ? [channel, abroad] : [channel];
  // A foreign SIM card may not reach a freephone line even inside the country.
  const ways =
    abroad && standing === country && mayRefuse(channel, home, phoneCountry()) ? [abroad, channel] : [channel];
  return (
    <article className={styles.line}>
      <Link className={styles.name} href={`/responders/${line.responder}`} lang={name.language}>
        {name.text}
      </Link>
      {ways.map((way) => (
        <ActionLink key={way.value} channel={way} home={home} others={others} standing={standing} />
      ))}
      <p className={styles.marks}>
        {isCall(channel) && <OpeningState opening={openingOf(channel, home, now)} />}
        {!emergency && (
          <>
            <TimeThere timeZone={contact.timeZone} now={now} />
            <SeenMark
              evidence={evidence}
              checked={contact.checked}
              now={now}
              disputed={channel.disagreement !== undefined}
            />
          </>
        )}
      </p>
      {isCall(channel) && !emergency && <Reach channel={channel} home={home} others={others} standing={standing} />}
      {channel.purpose !== undefined && (
        <p className={styles.purpose}>{purpose ?? <InPassing>{line.purpose?.en ?? channel.purpose}</InPassing>}</p>
      )}
      {channel.disagreement && (
        <p className={styles.disagree}>
          <Link href={`/responders/${line.responder}`}>{t('home.disagree')}</Link>
        </p>
      )}
    </article>
  );
}

/** The time where the line is, when the clock of this phone shows another. */
function TimeThere({ timeZone, now }: { timeZone: string; now: Date }) {
  const t = useT();
  const there = clockTime(localClock(timeZone, now).minutes);
  if (there === clockTime(now.getHours() * 60 + now.getMinutes())) return null;
  return <span className={styles.soft}>{t('opening.there', { time: there })}</span>;
}

function PointHere({
  line,
  contactPoint,
  note,
}: {
  line: FirstLine;
  contactPoint: FirstLine;
  note: string | undefined;
}) {
  const t = useT();
  const name = names(contactPoint.name, currentLanguage()).main;
  return (
    <>
      {line.responder !== contactPoint.responder && (
        <p className={styles.point}>
          {t('home.pointThrough')}{' '}
          <Link href={`/responders/${contactPoint.responder}`} lang={name.language}>
            {name.text}
          </Link>
        </p>
      )}
      <Why note={note} />
    </>
  );
}

/** Why this one is shown where the sources name no single contact point. */
function Why({ note }: { note: string | undefined }) {
  const t = useT();
  if (note === undefined) return null;
  return (
    <details className={styles.why}>
      <summary>{t('home.whyThis')}</summary>
      <p>
        <InEnglish>{note}</InEnglish>
      </p>
    </details>
  );
}

/** What to do where our sources have no line and no contact point. */
function NoLine({ country, contact }: { country: CountryCode; contact: FirstContact }) {
  const t = useT();
  const name = countryName(country, currentLanguage());
  return (
    <Section title={t('home.noLine', { country: name })}>
      {contact.contactPointNote !== undefined && (
        <p>
          <InEnglish>{contact.contactPointNote}</InEnglish>
        </p>
      )}
      <ul className={styles.instead}>
        <li>{t('home.insteadDanger')}</li>
        <li>
          <Link href={`/responders?country=${country}`}>{t('home.insteadResponders', { country: name })}</Link>
        </li>
        <li>
          <Link href="/responders?country=eu">{t('home.insteadInternational')}</Link>
        </li>
        <li>{t('home.insteadOther', { country: name })}</li>
      </ul>
    </Section>
  );
}
