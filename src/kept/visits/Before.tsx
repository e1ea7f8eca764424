import { useState, useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { offlineStore, prepareAgain } from '../../device/offline.ts';
import { useSettings } from '../../device/settings.ts';
import type { CountryCode } from '../../directory/codes.ts';
import { firstChannelFrom } from '../../directory/dialling.ts';
import type { PackResponder } from '../../directory/pack.ts';
import { countryName } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { label, names } from '../../i18n/labels.ts';
import { Button } from '../../ui/Button.tsx';
import { ActionLink } from '../../ui/facts/ActionLink.tsx';
import { Coverage } from '../../ui/facts/Coverage.tsx';
import { InEnglishNote, SaidInEnglish } from '../../ui/facts/InEnglish.tsx';
import { Section } from '../../ui/Section.tsx';
import { dropQuestion, putQuestion, setReady } from '../../workspace/visits/edits.ts';
import { type Asks, comparisonHref, notTheSame, whatToAsk, whoIsWho } from '../../workspace/visits/prepare.ts';
import { Details } from './Details.tsx';
import { savingIn, type VisitKeeper } from './keeper.ts';
import { Numbers } from './Numbers.tsx';
import type { VisitCountries } from './useVisitCountries.ts';
import styles from './visits.module.css';
import { askText, figureText } from './words.ts';

interface Props {
  keeper: VisitKeeper;
  countries: VisitCountries | undefined;
}

/** What one does at home and on the way: days and delegation, the checklist, the other country's page, whom and what to ask. */
export function Before({ keeper, countries }: Props) {
  const t = useT();
  return (
    <>
      <Offline />
      <Details keeper={keeper} />
      <Section title={t('visits.check.title')}>
        <Checklist keeper={keeper} />
      </Section>
      {countries ? (
        <>
          <Numbers {...countries} />
          <Home {...countries} />
          <People {...countries} />
          <Questions keeper={keeper} countries={countries} />
        </>
      ) : (
        <p className={styles.notice}>{t('visits.otherCountry')}</p>
      )}
    </>
  );
}

/** Whether all of it opens where there is no network. */
function Offline() {
  const t = useT();
  const { readiness } = useSyncExternalStore(offlineStore.subscribe, offlineStore.getSnapshot);
  switch (readiness.state) {
    case 'ready':
      return (
        <p role="status" className={styles.ready}>
          <span aria-hidden="true">●</span> <strong>{t('offline.ready')}.</strong> {t('visits.offline.ready')}
        </p>
      );
    case 'checking':
    case 'preparing':
      return (
        <p role="status" className={styles.soft}>
          {readiness.state === 'preparing' && readiness.total > 0
            ? t('offline.preparing', { ...readiness })
            : t(`offline.${readiness.state === 'checking' ? 'checking' : 'preparingFirst'}`)}
        </p>
      );
    default:
      return (
        <div role="status" className={styles.notice}>
          <p>
            <strong>{t('offline.unsupported')}.</strong> {t('visits.offline.not')}
          </p>
          <p className={styles.row}>
            {readiness.state !== 'unsupported' && (
              <Button onClick={() => void prepareAgain()}>{t('offline.again')}</Button>
            )}
            <Link className={styles.link} href="/settings">
              {t('offline.title')}
            </Link>
          </p>
        </div>
      );
  }
}

/** What is good to have done, in the order in which one does it. */
const CHECKLIST = ['read', 'questions', 'phones', 'numbers', 'words', 'card', 'rules', 'backup'] as const;

/** Where that is done, where it is not on this screen. */
const DONE_AT: Partial<Record<(typeof CHECKLIST)[number], { href: string; words: string }>> = {
  words: { href: '/first-words', words: 'home.words' },
  card: { href: '/workspace/exchange', words: 'workspace.exchange' },
  backup: { href: '/workspace/backup', words: 'visits.check.toBackup' },
};

function Checklist({ keeper }: { keeper: VisitKeeper }) {
  const t = useT();
  const { visit, change } = keeper;
  return (
    <ul role="list" className={styles.checks}>
      {CHECKLIST.map((item) => (
        <li key={item}>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={visit.ready.includes(item)}
              data-saving={savingIn(keeper, ({ ready }) => ready.includes(item))}
              onChange={({ currentTarget }) => change(setReady(item, currentTarget.checked))}
            />
            <span>{t(`visits.check.${item}`)}</span>
          </label>
          <DoneAt item={item} />
        </li>
      ))}
    </ul>
  );
}

function DoneAt({ item }: { item: (typeof CHECKLIST)[number] }) {
  const t = useT();
  const way = DONE_AT[item];
  if (!way) return null;
  return (
    <p className={styles.doneAt}>
      <Link className={styles.link} href={way.href}>
        {t(way.words)}
      </Link>
    </p>
  );
}

/** What holds there and not at home, and the way to all of it side by side. */
function Home({ there, to, home }: VisitCountries) {
  const t = useT();
  const language = currentLanguage();
  const different = notTheSame(there, home);
  return (
    <Section title={t('visits.home.title')}>
      {home && different.length > 0 && (
        <SaidInEnglish>
          <dl className={styles.pairs}>
            {different.map((name) => (
              <div key={name}>
                <dt>{t(`countries.legal.${name}`)}</dt>
                <dd>
                  {countryName(to, language)}: {figureText(there, name, t)}
                </dd>
                <dd className={styles.soft}>
                  {countryName(home.country, language)}: {figureText(home, name, t)}
                </dd>
              </div>
            ))}
          </dl>
        </SaidInEnglish>
      )}
      {home && different.length === 0 && <p>{t('visits.home.same')}</p>}
      {!home && <p>{t('visits.home.unknown')}</p>}
      <p className={styles.links}>
        <Link className={styles.link} href={comparisonHref(to, home?.country as CountryCode | undefined)}>
          {home ? t('visits.home.compare') : t('visits.home.one')}
        </Link>
        <Link className={styles.link} href={`/countries/${to}`}>
          {t('visits.home.page', { country: countryName(to, language) })}
        </Link>
      </p>
    </Section>
  );
}

/** Who is who: each role opens to those who have it. */
function People({ there, to, home }: VisitCountries) {
  const t = useT();
  const groups = whoIsWho(there, home?.country as CountryCode | undefined);
  return (
    <Section title={t('visits.who.title')}>
      <div className={styles.folds}>
        {groups.map(({ role, responders }) => (
          <details key={role} className={styles.fold}>
            <summary>
              <h3>{t(`visits.who.${role}`)}</h3>
              <span className={styles.count}>{responders.length}</span>
            </summary>
            <ul role="list" className={styles.rows}>
              {responders.map((responder) => (
                <Person key={responder.id} responder={responder} to={to} />
              ))}
            </ul>
          </details>
        ))}
      </div>
    </Section>
  );
}

function Person({ responder, to }: { responder: PackResponder; to: CountryCode }) {
  const language = currentLanguage();
  const { taxonomy, countries } = useDirectory();
  const { country: standing } = useSettings();
  const pack = countries.get(responder.country);
  const { main } = names(responder.name, language);
  const channel = pack && firstChannelFrom(responder.channels, pack, standing ?? to);
  return (
    <li className={styles.person}>
      <Link className={styles.link} href={`/responders/${responder.id}`} lang={main.language}>
        {main.text}
      </Link>
      <p className={styles.soft}>
        {label(taxonomy, 'kinds', responder.kind, language)} · <Coverage responder={responder} />
      </p>
      {channel && pack && (
        <ActionLink
          channel={channel}
          home={pack}
          others={responder.channels}
          standing={standing ?? to}
          look="small"
          whose={main.text}
        />
      )}
    </li>
  );
}

/** What to ask, measure by measure: a tick puts it among the questions one brings. */
function Questions({ keeper, countries }: { keeper: VisitKeeper; countries: VisitCountries }) {
  const t = useT();
  const [now] = useState(() => new Date());
  const { there, home } = countries;
  return (
    <Section title={t('visits.ask.title')}>
      <p className={styles.text}>{t('visits.ask.intro', { number: keeper.visit.questions.length })}</p>
      <p className={styles.soft}>
        <InEnglishNote />
      </p>
      <div className={styles.folds}>
        {whatToAsk(there, home, now).map((part) => (
          <Measure key={part.measure ?? 'none'} part={part} keeper={keeper} countries={countries} />
        ))}
      </div>
    </Section>
  );
}

function Measure({
  part: { measure, asks },
  keeper,
  countries,
}: {
  part: Asks;
  keeper: VisitKeeper;
  countries: VisitCountries;
}) {
  const t = useT();
  const language = currentLanguage();
  const directory = useDirectory();
  const { visit, change } = keeper;
  const brought = (id: string) => visit.questions.some((question) => question.id === id);
  const count = asks.filter(({ id }) => brought(id)).length;
  return (
    <details className={styles.fold}>
      <summary>
        <h3>
          {measure
            ? t('countries.measures.name', {
                number: measure,
                name: label(directory.taxonomy, 'measures', measure, language),
              })
            : t('visits.ask.general')}
        </h3>
        <span className={styles.count}>
          <span aria-hidden="true">
            {count}/{asks.length}
          </span>
          <span className="visually-hidden">{t('visits.ask.brought', { number: count, of: asks.length })}</span>
        </span>
      </summary>
      <ul role="list" className={styles.checks}>
        {asks.map((ask) => {
          const text = askText(ask, { t, language, directory, ...countries });
          return (
            <li key={ask.id}>
              <label className={styles.check}>
                <input
                  type="checkbox"
                  checked={brought(ask.id)}
                  data-saving={savingIn(keeper, ({ questions }) => questions.some(({ id }) => id === ask.id))}
                  onChange={({ currentTarget }) =>
                    change(currentTarget.checked ? putQuestion({ id: ask.id, text }) : dropQuestion(ask.id))
                  }
                />
                <span>{text}</span>
              </label>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
