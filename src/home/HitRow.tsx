import { memo, type ReactNode } from 'react';
import { phoneCountry } from '../device/phone.ts';
import { type CountryCode, MEASURES, type Region, type Vocabulary } from '../directory/codes.ts';
import { emergencyWorks, firstChannelFrom, isCall } from '../directory/dialling.ts';
import { countryOf, type Directory, isCountry } from '../directory/directory.ts';
import { inOrder, readable } from '../directory/emergency.ts';
import { formerWith } from '../directory/former.ts';
import type { CountryPack, PackChannel, PackResponder } from '../directory/pack.ts';
import { townOf } from '../directory/towns.ts';
import { countryName, languageName, partialDate } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { label, names } from '../i18n/labels.ts';
import type { Say } from '../i18n/say.ts';
import type { Hit, Reason } from '../search/types.ts';
import { ActionLink, OnlyThere } from '../ui/facts/ActionLink.tsx';
import { ChannelMarks } from '../ui/facts/ChannelMarks.tsx';
import { StillLink } from '../ui/StillLink.tsx';
import { SmallCall } from './EmergencyNumbers.tsx';
import styles from './HitRow.module.css';
import { type Excerpt, excerpt } from './highlight.ts';
import { pageOf } from './screens.ts';

interface Props {
  hit: Hit;
  directory: Directory;
  standing: CountryCode | undefined;
  now: Date;
}

/**
 * One result: what it is, why it was found, and for a responder the number to call. Drawn again only when that changes.
 * A line of words is one string: each piece that stands alone is one more node to make and to lay out at every letter.
 */
export const HitRow = memo(
  function HitRow(props: Props) {
    switch (props.hit.type) {
      case 'responder':
        return <ResponderHit {...props} />;
      case 'country':
        return <CountryHit {...props} />;
      case 'point':
      case 'legal':
        return <FactHit {...props} />;
      case 'guide':
      case 'term':
      case 'practice':
      case 'network':
        return <GuidanceHit hit={props.hit} />;
      case 'screen':
        return <ScreenHit hit={props.hit} />;
    }
  },
  (before, after) =>
    before.now === after.now &&
    before.standing === after.standing &&
    before.directory === after.directory &&
    (before.hit === after.hit ||
      (before.hit.id === after.hit.id && JSON.stringify(before.hit) === JSON.stringify(after.hit))),
);

function ResponderHit({ hit, directory, standing, now }: Props) {
  const t = useT();
  const responder = directory.responder(hit.id);
  if (!responder) return null;
  const country = countryOf(directory, responder.country);
  const language = currentLanguage();
  const name = names(responder.name, language).main;
  const inName = hit.matches.find((match) => match.text === name.text);
  const askedFor = channelAskedFor(hit, responder);
  const town = townOf(responder, directory.places, language);
  const typed = numberIn(hit);
  const former = askedFor || typed === undefined ? undefined : formerWith(country, responder, typed);
  const channel = askedFor ?? former?.instead ?? firstOf(responder, directory, standing);
  return (
    <li className={styles.hit}>
      <StillLink data-hit="" className={styles.name} href={`/responders/${responder.id}`} lang={name.language}>
        <span>{marked(excerpt(name.text, inName?.ranges ?? [], Number.POSITIVE_INFINITY))}</span>
      </StillLink>
      <p className={styles.soft}>
        {[label(directory.taxonomy, 'kinds', responder.kind, language), placeName(responder.country, t), town]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {!inName && !askedFor && !former && <Because hit={hit} directory={directory} />}
      <CallAndMarks responder={responder} channel={channel} country={country} standing={standing} now={now} />
      {former && (
        <p className={styles.why}>
          {former.instead
            ? t('changes.until', { date: partialDate(former.until, language), was: former.was })
            : t('changes.went', { was: former.was })}
        </p>
      )}
    </li>
  );
}

interface CallAndMarksProps extends Pick<Props, 'standing' | 'now'> {
  responder: PackResponder;
  channel: PackChannel | undefined;
  country: CountryPack;
}

/** The number to call and how sure it is: the same, whatever else of what was typed its row says. */
const CallAndMarks = memo(function CallAndMarks({ responder, channel, country, standing, now }: CallAndMarksProps) {
  return (
    <>
      {hasAction(channel) && (
        <ActionLink channel={channel} home={country} others={responder.channels} standing={standing} />
      )}
      <p className={styles.marks}>
        <ChannelMarks responder={responder} channel={channel} country={country} now={now} />
      </p>
    </>
  );
});

/** The number, as digits, in which what was typed stands. */
function numberIn(hit: Hit): string | undefined {
  return hit.matches.find(({ field }) => field === 'number')?.text;
}

/** How a responder is reached first, from where one stands. */
export function firstOf(
  { channels, country }: PackResponder,
  directory: Directory,
  standing: CountryCode | undefined,
): PackChannel | undefined {
  return firstChannelFrom(channels, countryOf(directory, country), standing, phoneCountry());
}

/** Whether a row has something to press beside its name. */
export function hasAction(channel: PackChannel | undefined): channel is PackChannel {
  return channel !== undefined && (isCall(channel) || channel.type === 'email');
}

/** Who types a number wants to see that one, not the one that is usually called first. */
function channelAskedFor(hit: Hit, responder: PackResponder): PackChannel | undefined {
  const number = numberIn(hit);
  if (number === undefined) return undefined;
  const isIt = (text: string | undefined) => text?.replace(/\D/g, '') === number;
  return responder.channels.find((channel) => isCall(channel) && (isIt(channel.tel) || isIt(channel.national)));
}

function CountryHit({ hit, directory, standing }: Props) {
  const t = useT();
  const country = countryOf(directory, hit.country);
  const emergency = inOrder(country.emergency)[0];
  return (
    <li className={styles.hit}>
      <StillLink data-hit="" className={styles.name} href={`/countries/${hit.country}`}>
        {placeName(hit.country, t)}
      </StillLink>
      {emergency &&
        (emergencyWorks(emergency, hit.country, standing) ? (
          <p>
            <SmallCall entry={emergency} />
          </p>
        ) : (
          <OnlyThere shown={readable(emergency.number)} home={country} emergency />
        ))}
      <Why hit={hit} />
    </li>
  );
}

/** A point of a measure, or a legal fact: its own words, where they match. */
function FactHit({ hit, directory }: Props) {
  const t = useT();
  const country = countryOf(directory, hit.country);
  const topic = hit.id.split('.')[1] ?? '';
  const measure = MEASURES.find((number) => country.measures[number].some((point) => point.id === hit.id));
  const heading = measure
    ? label(directory.taxonomy, 'measures', measure, currentLanguage())
    : t(`countries.legal.${topic}`);
  const point = measure && country.measures[measure].find(({ id }) => id === hit.id);
  const match = hit.matches.find(({ field }) => field === 'text');
  return (
    <li className={styles.hit}>
      <StillLink
        data-hit=""
        className={styles.name}
        href={`/countries/${hit.country}#${measure ? hit.id : `legal-${topic}`}`}
      >
        <span>{`${placeName(hit.country, t)}: ${heading}`}</span>
      </StillLink>
      {(match || point) && (
        <p className={styles.text} lang="en">
          {marked(excerpt(match?.text ?? point?.text ?? '', match?.ranges ?? [], TEXT))}
        </p>
      )}
    </li>
  );
}

const GUIDANCE = { guide: '/guides/', term: '/glossary#', practice: '/practices#' } as const;

/** A network stands on its country's page. */
function hrefOf({ type, id, country }: Hit): string {
  return type === 'network' ? `/countries/${country}#${id}` : `${GUIDANCE[type as keyof typeof GUIDANCE]}${id}`;
}

/** A guide, a term, a practice or a network: its title, and where its words match. */
function GuidanceHit({ hit }: { hit: Hit }) {
  const name = names(hit.title ?? {}, currentLanguage()).main;
  const match = hit.matches.find(({ text }) => text !== name.text);
  return (
    <li className={styles.hit}>
      <StillLink data-hit="" className={styles.name} href={hrefOf(hit)} lang={name.language}>
        <span>{name.text}</span>
      </StillLink>
      {match && (
        <p className={styles.text} lang={match.language}>
          {marked(excerpt(match.text, match.ranges, WHY))}
        </p>
      )}
    </li>
  );
}

/** One of the app's own screens: what it is called says enough. */
function ScreenHit({ hit }: { hit: Hit }) {
  const t = useT();
  const page = pageOf(hit);
  if (!page) return null;
  return (
    <li className={styles.hit}>
      <StillLink data-hit="" className={styles.name} href={page.href}>
        <span>{t(page.title)}</span>
      </StillLink>
    </li>
  );
}

/** How much of a text is shown, in characters. */
const TEXT = 220;
const WHY = 110;

/** Why a hit is here, when its name does not say so. */
function Why({ hit }: { hit: Hit }) {
  const t = useT();
  const match = hit.matches[0];
  if (!match) return null;
  return (
    <p className={styles.why}>
      {t(`search.field.${match.field}`)}{' '}
      <span lang={match.language}>{marked(excerpt(match.text, match.ranges, WHY))}</span>
    </p>
  );
}

/** Why a responder is here where its name does not say so: what it gives, to whom, where; or else the words that matched. */
function Because({ hit, directory }: { hit: Hit; directory: Directory }) {
  const t = useT();
  const language = currentLanguage();
  const codes = (...kinds: Reason['kind'][]) => hit.reasons.filter(({ kind }) => kinds.includes(kind));
  const labels = (...kinds: Reason['kind'][]) =>
    codes(...kinds).map(({ kind, code }) => label(directory.taxonomy, kind as Vocabulary, code, language));
  const whom = labels('sex', 'age', 'nationality', 'exploitation');
  const texts = [
    ...(codes('contact').length > 0 ? [t('search.reason.first')] : []),
    ...labels('services', 'hours'),
    ...(whom.length > 0 ? [t('search.reason.takes', { whom: whom.join(', ') })] : []),
    ...codes('language').map(({ code }) => t('search.reason.speaks', { language: languageName(code, language) })),
    ...codes('city').map(({ code }) => names(directory.places.cities[code]?.name ?? {}, language).main.text),
    ...(codes('country').length > 0 ? [t('search.reason.whole')] : []),
  ];
  return texts.length > 0 ? <p className={styles.why}>{texts.join(' · ')}</p> : <Why hit={hit} />;
}

function placeName(region: Region, t: Say): string {
  return isCountry(region) ? countryName(region, currentLanguage()) : t('place.international');
}

function marked(parts: Excerpt): ReactNode {
  const [first] = parts;
  if (parts.length === 1 && first && !first.marked) return first.text;
  return parts.map(({ at, text, marked }) => (marked ? <mark key={at}>{text}</mark> : text));
}
