import { Suspense, useId, useState } from 'react';
import { Link } from 'wouter';
import { useDirectory } from '../dataset/useDirectory.ts';
import { localDay, useNow } from '../device/clock.ts';
import { useSettings } from '../device/settings.ts';
import { countryOf } from '../directory/directory.ts';
import { partialDate } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { parseSituation } from '../referral/situation.ts';
import { summaryOf } from '../referral/words.ts';
import { Button } from '../ui/Button.tsx';
import { ResponderCard } from '../ui/facts/ResponderCard.tsx';
import { later } from '../ui/later.ts';
import { PlanLink } from '../ui/PlanLink.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Section } from '../ui/Section.tsx';
import { useOutbox } from '../workspace/useOutbox.ts';
import { useKeptPlans } from '../workspace/usePlans.ts';
import { forgetRecent, type Noted, unkeep, useKept, useRecent } from '../workspace/useWorkspace.ts';
import { Corrections } from './Corrections.tsx';
import styles from './Kept.module.css';

const Safe = later(() => import('./Safe.tsx'));

/** What the user holds on to: kept responders, and those opened last. */
export default function Kept() {
  const t = useT();
  const kept = useKept();
  const recent = useRecent();
  const { plans } = useKeptPlans();
  const { items: corrections } = useOutbox();
  const [failed, setFailed] = useState(false);
  const report = (done: boolean) => setFailed(!done);
  return (
    <Screen title={t('workspace.title')}>
      {kept.state === 'unavailable' && <p className={styles.notice}>{t('workspace.unavailable')}</p>}
      <div role="status">{failed && <p className={styles.notice}>{t('workspace.failed')}</p>}</div>
      {kept.state === 'ready' && kept.items.length + plans.length + corrections.length === 0 && (
        <div className={styles.empty}>
          <h2>{t('workspace.emptyTitle')}</h2>
          <p>{t('workspace.empty')}</p>
          <p>
            <Link className={styles.find} href="/responders">
              {t('workspace.emptyLink')}
            </Link>
          </p>
        </div>
      )}
      <Plans onRemoved={report} />
      <Corrections onRemoved={report} />
      {kept.items.length > 0 && (
        <Section title={t('workspace.kept')}>
          <List items={kept.items} onRemove={(id) => unkeep(id).then(report)} />
        </Section>
      )}
      {recent.items.length > 0 && (
        <Section title={t('workspace.recent')}>
          <RecentList items={recent.items} />
          <p>
            <Button onClick={() => forgetRecent().then(report)}>{t('workspace.clearRecent')}</Button>
          </p>
        </Section>
      )}
      {kept.items.length + recent.items.length > 0 && <p className={styles.soft}>{t('workspace.onPhone')}</p>}
      <Suspense fallback={null}>
        <Safe />
      </Suspense>
    </Screen>
  );
}

/** The referral plans the user works with. */
function Plans({ onRemoved }: { onRemoved: (done: boolean) => void }) {
  const t = useT();
  const language = currentLanguage();
  const { taxonomy, places } = useDirectory();
  const { plans, remove } = useKeptPlans();
  if (plans.length === 0) return null;
  return (
    <Section title={t('workspace.plans')}>
      <ul role="list" className={styles.rows}>
        {plans.map(({ key, at }) => {
          const name = summaryOf(parseSituation(key), { t, language, taxonomy, places });
          return (
            <li key={key} className={styles.plan}>
              <PlanLink situation={key}>
                {name} · {partialDate(localDay(new Date(at)), language)}
              </PlanLink>
              <button
                type="button"
                className={styles.remove}
                aria-label={t('workspace.removeName', { name })}
                onClick={() => remove(key).then(onRemoved)}
              >
                {t('workspace.remove')}
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function List({ items, onRemove }: { items: readonly Noted[]; onRemove: (id: string) => void }) {
  const t = useT();
  const id = useId();
  const directory = useDirectory();
  const { country: standing } = useSettings();
  const now = useNow();
  return (
    <ul role="list" className={styles.cards} aria-label={t('workspace.kept')} id={id}>
      {items.map((noted) => {
        const responder = directory.responder(noted.id);
        const name = names(responder?.name ?? noted.name, currentLanguage()).main.text;
        return (
          <li key={noted.id} className={styles.item}>
            {responder ? (
              <ResponderCard
                responder={responder}
                country={countryOf(directory, responder.country)}
                standing={standing}
                now={now}
              />
            ) : (
              <Gone noted={noted} />
            )}
            <button
              type="button"
              className={styles.remove}
              aria-label={t('workspace.removeName', { name })}
              onClick={() => onRemove(noted.id)}
            >
              {t('workspace.remove')}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** A kept responder that a later edition no longer has: what was known when it was kept. */
function Gone({ noted }: { noted: Noted }) {
  const t = useT();
  const language = currentLanguage();
  const { edition } = useDirectory();
  const { main, others } = names(noted.name, language);
  return (
    <article className={styles.gone}>
      <p className={styles.goneName} lang={main.language}>
        {main.text}
      </p>
      {others.map((other) => (
        <p key={other.language} className={styles.soft} lang={other.language}>
          {other.text}
        </p>
      ))}
      {noted.number !== undefined && <p className={styles.number}>{noted.number}</p>}
      <p className={styles.soft}>
        {t('workspace.gone', { edition, date: partialDate(localDay(new Date(noted.at)), language) })}
      </p>
    </article>
  );
}

function RecentList({ items }: { items: readonly Noted[] }) {
  const directory = useDirectory();
  return (
    <ul role="list" className={styles.rows}>
      {items.map((noted) => {
        const responder = directory.responder(noted.id);
        const { main } = names(responder?.name ?? noted.name, currentLanguage());
        return (
          <li key={noted.id} lang={main.language}>
            {responder ? <Link href={`/responders/${noted.id}`}>{main.text}</Link> : main.text}
          </li>
        );
      })}
    </ul>
  );
}
