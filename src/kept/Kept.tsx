import { Suspense, useState, useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import { useDirectory } from '../dataset/useDirectory.ts';
import { comparing, countryName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { Button } from '../ui/Button.tsx';
import { later } from '../ui/later.ts';
import { leaveRow } from '../ui/leaveRow.ts';
import { ContactRow } from '../ui/own/ContactRow.tsx';
import { EntryRow } from '../ui/own/EntryRow.tsx';
import { useOwnEntries } from '../ui/own/useOwnEntries.ts';
import { Screen } from '../ui/Screen.tsx';
import { Section } from '../ui/Section.tsx';
import { useNotKept } from '../ui/useNotKept.ts';
import { useTyped } from '../ui/useTyped.ts';
import { heldStore } from '../workspace/held.ts';
import { lockStore } from '../workspace/lock/state.ts';
import { useCleared } from '../workspace/useCleared.ts';
import { useOutbox } from '../workspace/useOutbox.ts';
import { useContacts, useNotes, useVisits } from '../workspace/useOwn.ts';
import { useKeptPlans } from '../workspace/usePlans.ts';
import { forgetRecent, type Noted, unkeep, useKept, useRecent } from '../workspace/useWorkspace.ts';
import { OFFERED_FIRST } from '../workspace/visits/offered.ts';
import { Contacts } from './Contacts.tsx';
import { Corrections } from './Corrections.tsx';
import { FindBox, Finds } from './Find.tsx';
import styles from './Kept.module.css';
import { KeptResponders } from './KeptResponders.tsx';
import { Plans } from './Plans.tsx';
import { Short } from './Short.tsx';

const Safe = later(() => import('./Safe.tsx'), 'backup', 'lock');
const Cleared = later(() => import('./Cleared.tsx'), 'backup');
const LockNow = later(() => import('./lock/LockNow.tsx'), 'lock');

/**
 * What the user holds on to.
 * @param way what stands behind `/workspace/contacts/`; absent: all of it
 */
export default function Kept({ way }: { way?: string | undefined }) {
  return way === undefined ? <Everything /> : <Contacts way={way} />;
}

/** One box over all of it, then each kind in a short list. */
function Everything() {
  const t = useT();
  const { typed, type } = useTyped('/workspace');
  const searching = typed.text.trim() !== '';
  const isEmpty = useIsEmpty();
  // The frame says what it waits for; there is nothing to be searched meanwhile.
  const isHeld = useSyncExternalStore(heldStore.subscribe, heldStore.getSnapshot);
  const isWaiting = isHeld && isEmpty === undefined;
  return (
    <Screen
      title={t('workspace.title')}
      beside={
        <Suspense fallback={null}>
          <LockNow />
        </Suspense>
      }
    >
      <div className={styles.body}>
        {!isEmpty && !isWaiting && <FindBox text={typed.text} onText={(text) => type({ text })} />}
        {searching ? <Finds text={typed.text} /> : <Overview isEmpty={isEmpty} />}
        <div className={`${styles.actions} no-print`}>
          <Link className={styles.act} href="/workspace/contacts/new">
            {t('corner.contact.add')}
          </Link>
          <Link className={styles.act} href="/workspace/visits/new">
            {t('corner.visit.new')}
          </Link>
        </div>
      </div>
    </Screen>
  );
}

/** Whether nothing is kept; undefined until all that may be kept was read. */
function useIsEmpty(): boolean | undefined {
  const { plans, state } = useKeptPlans();
  const lists = [useKept(), useContacts(), useNotes(), useVisits(), useOutbox(), { state, items: plans }];
  const damaged = lists.some((list) => 'damaged' in list && list.damaged.length > 0);
  if (damaged || lists.some(({ items }) => items.length > 0)) return false;
  return lists.every((list) => list.state === 'ready') || undefined;
}

function Overview({ isEmpty }: { isEmpty: boolean | undefined }) {
  const t = useT();
  const notKept = useNotKept();
  const kept = useKept();
  const recent = useRecent();
  const contacts = useContacts();
  const entries = useOwnEntries();
  const lock = useSyncExternalStore(lockStore.subscribe, lockStore.getSnapshot);
  const [failed, setFailed] = useState(false);
  const report = (done: boolean) => setFailed(!done);
  const { isCleared, understand } = useCleared(isEmpty);
  const compare = comparing(currentLanguage());
  return (
    <>
      {kept.state === 'unavailable' && <p className={styles.notice}>{t('workspace.unavailable')}</p>}
      <div role="status">{failed && <p className={styles.notice}>{notKept(t('workspace.failed'))}</p>}</div>
      {isCleared && (
        <Suspense fallback={null}>
          <Cleared onUnderstood={understand} />
        </Suspense>
      )}
      {isEmpty && isCleared === false && (
        <div className={styles.empty}>
          <h2>{t('workspace.emptyTitle')}</h2>
          <p>{t('workspace.empty')}</p>
          <p>{t('corner.empty')}</p>
          <p>{t('corner.visit.prepared')}</p>
          <ul role="list" className={styles.prepared}>
            {OFFERED_FIRST.map((code) => (
              <li key={code}>
                <Link className={styles.find} href={`/workspace/visits/new?to=${code}`}>
                  {countryName(code, currentLanguage())}
                </Link>
              </li>
            ))}
          </ul>
          <p>
            <Link className={styles.find} href="/responders">
              {t('workspace.emptyLink')}
            </Link>
          </p>
        </div>
      )}
      <Link className={`${styles.find} no-print`} href="/workspace/exchange">
        {t('workspace.exchange')}
      </Link>
      <Link className={`${styles.find} no-print`} href="/referral/answer">
        {t('corner.plan.answer')}
      </Link>
      <Plans onRemoved={report} />
      <Short title={t('corner.visits')} items={entries.filter(({ kind }) => kind === 'visit')}>
        {(entry) => (
          <li key={entry.key}>
            <EntryRow entry={entry} />
          </li>
        )}
      </Short>
      <Short title={t('corner.contacts')} items={[...contacts.items].sort((a, b) => compare(a.name, b.name))}>
        {(contact) => (
          <li key={contact.id}>
            <ContactRow contact={contact} />
          </li>
        )}
      </Short>
      <Short title={t('corner.notes')} items={entries.filter(({ kind }) => kind === 'note')}>
        {(entry) => (
          <li key={entry.key}>
            <EntryRow entry={entry} />
          </li>
        )}
      </Short>
      <KeptResponders items={kept.items} onRemove={(id) => unkeep(id).then(report)} />
      <Corrections onRemoved={report} />
      {recent.items.length > 0 && (
        <Section title={t('workspace.recent')}>
          <RecentList items={recent.items} />
          <p>
            <Button
              onClick={(event) => {
                leaveRow(event);
                forgetRecent().then(report);
              }}
            >
              {t('workspace.clearRecent')}
            </Button>
          </p>
        </Section>
      )}
      {(isEmpty === false || recent.items.length > 0) && lock !== 'open' && (
        <p className={styles.soft}>{t('workspace.onPhone')}</p>
      )}
      <Suspense fallback={null}>
        <Safe />
      </Suspense>
    </>
  );
}

function RecentList({ items }: { items: readonly Noted[] }) {
  const directory = useDirectory();
  return (
    <ul role="list" className={styles.recent}>
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
