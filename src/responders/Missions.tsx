import { ArrowLeftRight } from 'lucide-react';
import { type ReactNode, useId, useMemo } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { useDirectory } from '../dataset/useDirectory.ts';
import { useArrival, useNow } from '../device/clock.ts';
import { useSettings } from '../device/settings.ts';
import { COUNTRIES, type CountryCode } from '../directory/codes.ts';
import type { PackResponder } from '../directory/pack.ts';
import { countryName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Section } from '../ui/Section.tsx';
import { useTyped } from '../ui/useTyped.ts';
import { Cards } from './Cards.tsx';
import styles from './Missions.module.css';
import { missionsAbroad, missionsFor, missionsIn, representedIn, serviceOf } from './missions.ts';

const PATH = '/missions';

/**
 * Embassies and consulates: for a person of one country who is in another, whom to call on either side. Where the person
 * comes from tells of a case: the tab knows it, the address does not.
 */
export default function Missions() {
  const t = useT();
  const directory = useDirectory();
  const { country: standing } = useSettings();
  const [, navigate] = useLocation();
  const { typed, type } = useTyped(PATH);
  const asked = new URLSearchParams(useSearch()).get('in');
  const place = known(asked) ?? standing;
  const origin = known(typed.text);
  const nameOf = (code: CountryCode) => countryName(code, currentLanguage());
  const standIn = (code: string) =>
    navigate(code ? `${PATH}?in=${code}` : PATH, { replace: true, state: history.state as unknown });
  const turn = () => {
    type({ text: place ?? '' });
    standIn(origin ?? '');
  };
  return (
    <Screen title={t('responders.missions.title')}>
      <div className={styles.fields}>
        <Pick label={t('responders.missions.origin')} value={origin} onPick={(code) => type({ text: code })} />
        <Pick label={t('responders.missions.place')} value={place} onPick={standIn} />
        {origin && place && origin !== place && (
          <Button onClick={turn}>
            <ArrowLeftRight aria-hidden size={18} />
            {t('responders.missions.turn', { origin: nameOf(place), place: nameOf(origin) })}
          </Button>
        )}
      </div>
      <div className={styles.notice}>
        <p>{t('responders.missions.first')}</p>
        <p>
          <Link href="/guides/roles/consular">{t('responders.missions.guide')}</Link>
        </p>
      </div>
      {place && origin && origin !== place && <Between origin={origin} place={place} />}
      {place && origin === place && (
        <>
          <Part
            title={t('responders.missions.home', { country: nameOf(place) })}
            responders={serviceOf(directory, place)}
            none={t('responders.missions.noHome')}
          />
          <Part
            title={t('responders.missions.abroad', { country: nameOf(place) })}
            responders={missionsAbroad(directory, place)}
            none={t('responders.missions.none')}
          />
        </>
      )}
      {place && !origin && (
        <>
          {representedIn(directory, place).map((state) => (
            <Part
              key={state}
              title={t('responders.missions.of', { origin: nameOf(state), place: nameOf(place) })}
              responders={missionsIn(directory, state, place)}
            />
          ))}
          <Part
            title={t('responders.missions.home', { country: nameOf(place) })}
            responders={serviceOf(directory, place)}
            none={t('responders.missions.noHome')}
          />
        </>
      )}
      {!place && <p>{t('responders.missions.choose')}</p>}
    </Screen>
  );
}

/** Both sides of a person's way: who serves them where they are, who takes over at home, and the other way round. */
function Between({ origin, place }: { origin: CountryCode; place: CountryCode }) {
  const t = useT();
  const directory = useDirectory();
  const { there, near, home, counterpart, back } = useMemo(
    () => missionsFor(directory, origin, place),
    [directory, origin, place],
  );
  const names = { origin: countryName(origin, currentLanguage()), place: countryName(place, currentLanguage()) };
  return (
    <>
      <Part
        title={t('responders.missions.of', names)}
        responders={there}
        none={t(near.length > 0 ? 'responders.missions.noneNear' : 'responders.missions.none')}
      />
      <Part
        title={t('responders.missions.home', { country: names.origin })}
        responders={home}
        none={t('responders.missions.noHome')}
      />
      {near.length > 0 && <Part title={t('responders.missions.near', names)} responders={near} />}
      <Part
        title={t('responders.missions.counterpart', names)}
        responders={counterpart}
        none={t('responders.missions.noHome')}
      >
        <p>
          <Link href={`/countries/${origin}`}>{t('responders.missions.country', { country: names.origin })}</Link>
        </p>
      </Part>
      <Part title={t('responders.missions.back', names)} responders={back} none={t('responders.missions.none')} />
    </>
  );
}

interface PartProps {
  title: string;
  responders: readonly PackResponder[];
  /** What is said where there is nobody. */
  none?: string;
  children?: ReactNode;
}

/** One side, and what is said where nobody was found. */
function Part({ title, responders, none, children }: PartProps) {
  const { country: standing } = useSettings();
  const now = useNow();
  const arrival = useArrival();
  return (
    <Section title={title}>
      {responders.length === 0 && none && <p className={styles.none}>{none}</p>}
      {responders.length > 0 && <Cards responders={responders} standing={standing} now={now} arrival={arrival} />}
      {children}
    </Section>
  );
}

interface PickProps {
  label: string;
  value: CountryCode | undefined;
  onPick(code: string): void;
}

/** One of the fourteen, by name. */
function Pick({ label, value, onPick }: PickProps) {
  const t = useT();
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={({ currentTarget }) => onPick(currentTarget.value)}>
        <option value="">{t('responders.missions.pick')}</option>
        {COUNTRIES.map((code) => (
          <option key={code} value={code}>
            {countryName(code, currentLanguage())}
          </option>
        ))}
      </select>
    </div>
  );
}

function known(code: string | null): CountryCode | undefined {
  return COUNTRIES.find((one) => one === code);
}
