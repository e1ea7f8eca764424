import { Phone } from 'lucide-react';
import { Link } from 'wouter';
import { useDirectory } from '../dataset/useDirectory.ts';
import { useNow } from '../device/clock.ts';
import { useSettings } from '../device/settings.ts';
import type { CountryCode } from '../directory/codes.ts';
import { firstChannelFrom } from '../directory/dialling.ts';
import { countryOf } from '../directory/directory.ts';
import { mainNumbers } from '../directory/emergency.ts';
import type { GuideCall } from '../directory/guides-schema.ts';
import { callHref } from '../directory/links.ts';
import type { CountryPack, PackResponder } from '../directory/pack.ts';
import { countryName, partialDate } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { label, names } from '../i18n/labels.ts';
import { numberText } from '../ui/facts/number-text.ts';
import { ResponderCard } from '../ui/facts/ResponderCard.tsx';
import styles from './Calls.module.css';
import { firstResponders, isNotUrgent, respondersFor } from './guides.ts';

/** So many responders of the wanted kinds are shown; a link leads to the rest. */
const MOST = 4;

/** Whom to call in the chosen country, as the directory has it now. */
export function Calls({ call }: { call: GuideCall }) {
  return isNotUrgent(call) ? <Asked call={call} /> : <CallNow call={call} />;
}

/** Those of some kind or service, e.g. who coordinates: nobody is in danger, so no emergency number stands above them. */
function Asked({ call }: { call: GuideCall }) {
  const t = useT();
  const language = currentLanguage();
  const directory = useDirectory();
  const { country: chosen } = useSettings();
  const what = wantedLabels(call, directory.taxonomy, language).join(', ');
  if (!chosen) {
    return (
      <div className={styles.calls}>
        <h3>{what}</h3>
        <ToChoose />
      </div>
    );
  }
  const country = countryOf(directory, chosen);
  const wanted = respondersFor(country, call);
  return (
    <div className={styles.calls}>
      <h3>{`${what}: ${countryName(chosen, language)}`}</h3>
      {wanted.length === 0 && <p>{t('countries.legal.notFound', { date: partialDate(country.checked, language) })}</p>}
      <Cards responders={wanted.slice(0, MOST)} country={country} />
      {wanted.length > MOST && <AllOfThem call={call} country={chosen} />}
      {call.kinds?.includes('national-coordinator') && (
        <p className="no-print">
          <Link className={styles.link} href={`/countries/${chosen}#network`}>
            {t('countries.network.title')}
          </Link>
        </p>
      )}
    </div>
  );
}

function ToChoose() {
  const t = useT();
  return (
    <p>
      <Link className={styles.link} href="/countries?choose">
        {t('guidance.call.choose')}
      </Link>
    </p>
  );
}

/** Responders of the chosen country, whose user dials from there. */
function Cards({ responders, country }: { responders: readonly PackResponder[]; country: CountryPack }) {
  const now = useNow();
  const { country: standing } = useSettings();
  return (
    <ul role="list" className={styles.cards}>
      {responders.map((responder) => (
        <li key={responder.id}>
          <ResponderCard responder={responder} country={country} standing={standing} now={now} />
        </li>
      ))}
    </ul>
  );
}

/** Ways to all responders of the wanted kinds and services. */
function AllOfThem({ call, country }: { call: GuideCall; country: CountryCode }) {
  const t = useT();
  const { taxonomy } = useDirectory();
  return (
    <ul role="list" className={`${styles.ways} no-print`}>
      {filtersOf(call).map(({ vocabulary, name, code }) => (
        <li key={code}>
          <Link className={styles.link} href={`/responders?country=${country}&${name}=${code}`}>
            {t('guidance.call.all', { what: label(taxonomy, vocabulary, code, currentLanguage()) })}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function CallNow({ call }: { call: GuideCall }) {
  const t = useT();
  const language = currentLanguage();
  const directory = useDirectory();
  const { country: chosen } = useSettings();
  if (!chosen) {
    return (
      <div className={styles.calls}>
        <h3>{t('guidance.call.title')}</h3>
        <p>
          <a className={styles.number} href="tel:112">
            <Phone aria-hidden size={20} /> 112
          </a>
        </p>
        <ToChoose />
      </div>
    );
  }
  const country = countryOf(directory, chosen);
  const first = firstResponders(country, call);
  const others = respondersFor(country, call);
  const where = countryName(chosen, language);
  return (
    <div className={styles.calls}>
      <h3>{t('guidance.call.titleIn', { country: where })}</h3>
      {call.emergency && (
        <ul role="list" className={styles.numbers}>
          {mainNumbers(country.emergency).map(({ number, for: uses }) => (
            <li key={number}>
              <a className={styles.number} href={callHref(number)}>
                <Phone aria-hidden size={20} /> {number}
                <span className={styles.uses}>
                  {uses.map((use) => label(directory.taxonomy, 'emergency', use, language)).join(' · ')}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {call.line && country.antiTraffickingLine.length === 0 && <p>{t('home.noLine', { country: where })}</p>}
      {first.length > 0 && <Cards responders={first} country={country} />}
      {call.kinds?.includes('consular') && (
        <p>
          <Link className={styles.link} href={`/missions?in=${chosen}`}>
            {t('guidance.call.missions')}
          </Link>
        </p>
      )}
      {others.length > 0 && (
        <details className={`${styles.more} no-print`}>
          <summary>
            {t('guidance.call.also', { kinds: wantedLabels(call, directory.taxonomy, language).join(', ') })}
          </summary>
          <Cards responders={others.slice(0, MOST)} country={country} />
          {others.length > MOST && <AllOfThem call={call} country={chosen} />}
        </details>
      )}
    </div>
  );
}

/** The same on paper, short: numbers, and who answers. */
export function CallsOnPaper({ call }: { call: GuideCall }) {
  const t = useT();
  const language = currentLanguage();
  const directory = useDirectory();
  const { country: chosen } = useSettings();
  if (!chosen) return <p>{t('guidance.call.choose')}: 112</p>;
  const country = countryOf(directory, chosen);
  const lines = [...firstResponders(country, call), ...respondersFor(country, call).slice(0, 3)].flatMap(
    (responder) => {
      const channel = firstChannelFrom(responder.channels, country, chosen);
      return channel ? [{ responder, reach: numberText(channel, country, responder.channels, chosen, t) }] : [];
    },
  );
  return (
    <ul role="list">
      {call.emergency &&
        mainNumbers(country.emergency).map(({ number, for: uses }) => (
          <li key={number}>
            <strong>{number}</strong>{' '}
            {uses.map((use) => label(directory.taxonomy, 'emergency', use, language)).join(', ')}
          </li>
        ))}
      {lines.map(({ responder, reach }) => (
        <li key={responder.id}>
          <strong>{reach}</strong> {names(responder.name, language).main.text}
        </li>
      ))}
    </ul>
  );
}

function filtersOf({ kinds = [], services = [] }: GuideCall) {
  return [
    ...kinds.map((code) => ({ vocabulary: 'kinds' as const, name: 'kind', code })),
    ...services.map((code) => ({ vocabulary: 'services' as const, name: 'service', code })),
  ];
}

function wantedLabels(call: GuideCall, taxonomy: Parameters<typeof label>[0], language: string): string[] {
  return filtersOf(call).map(({ vocabulary, code }) => label(taxonomy, vocabulary, code, language));
}
