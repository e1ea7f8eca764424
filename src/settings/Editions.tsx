import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { makeEditionFile } from '../dataset/give.ts';
import { sharedFile, whenOpenedWith } from '../dataset/handed-over.ts';
import { lookForEdition, type Newer, newerStore, takeEditionFile } from '../dataset/newer.ts';
import { giveFile } from '../device/give-file.ts';
import { saveFile } from '../device/save-file.ts';
import { bytes } from '../i18n/amounts.ts';
import { partialDate } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './Settings.module.css';
import { Versions } from './Versions.tsx';

/** Which edition is here, whether there is a newer one, and the way from phone to phone. */
export function Editions() {
  const t = useT();
  const newer = useSyncExternalStore(newerStore.subscribe, newerStore.getSnapshot);
  const busy = newer.state === 'looking' || newer.state === 'fetching';
  return (
    <>
      <Section title={t('editions.title')} id="edition">
        <Versions />
        <div role="status" className={styles.outcome}>
          <Outcome newer={newer} />
        </div>
        {newer.state === 'waiting' ? (
          <Button variant="primary" onClick={() => location.reload()}>
            {t('editions.letIn')}
          </Button>
        ) : (
          <Button disabled={busy} onClick={() => void lookForEdition(true)}>
            {t('editions.look')}
          </Button>
        )}
      </Section>
      <Section title={t('editions.give.title')}>
        <Give />
      </Section>
      <Section title={t('editions.take.title')} id="take">
        <Take busy={busy} />
      </Section>
    </>
  );
}

/** What came of looking for a newer edition, or of a file. */
function Outcome({ newer }: { newer: Newer }): ReactNode {
  const t = useT();
  switch (newer.state) {
    case 'unknown':
      return null;
    case 'looking':
      return <p>{t(newer.at === 'file' ? 'editions.take.checking' : 'editions.looking')}</p>;
    case 'fetching':
      return <p>{t('editions.fetching', { done: newer.done, total: newer.total })}</p>;
    case 'none':
      return <p>{t('editions.none')}</p>;
    case 'unreachable':
      return <p>{t('editions.unreachable')}</p>;
    case 'not-stored':
      return <p>{t('editions.notStored')}</p>;
    case 'waiting':
      return (
        <p>
          {t('editions.ready', {
            edition: newer.directory.edition,
            date: partialDate(newer.directory.date, currentLanguage()),
          })}
        </p>
      );
    case 'refused':
      return (
        <p>
          {t(newer.from === 'file' ? 'editions.refusedFile' : 'editions.refusedHost', {
            why: t(`editions.refused.${newer.fault}`),
          })}
        </p>
      );
  }
}

/** The file is made first and sent by a second tap: a browser lets nothing be shared long after a tap. */
function Give() {
  const t = useT();
  const [file, setFile] = useState<File | 'making' | 'failed'>();
  const [done, setDone] = useState<'shared' | 'saved'>();
  const make = async () => {
    setFile('making');
    setFile(await makeEditionFile().catch(() => 'failed' as const));
  };
  const ready = file instanceof File ? file : undefined;
  return (
    <>
      <p>{t('editions.give.what')}</p>
      <div role="status">
        {file === 'making' && <p>{t('editions.give.making')}</p>}
        {file === 'failed' && <p>{t('editions.give.failed')}</p>}
        {ready && !done && (
          <p>{t('editions.give.ready', { name: ready.name, size: bytes(ready.size, currentLanguage()) })}</p>
        )}
        {ready && done && <p>{t(`editions.give.${done}`, { name: ready.name })}</p>}
      </div>
      {ready ? (
        <div className={styles.pair}>
          <Button
            variant="primary"
            onClick={() =>
              void giveFile(ready, t('editions.title')).then((how) => setDone(how === 'cancelled' ? undefined : how))
            }
          >
            {t('editions.give.send')}
          </Button>
          <Button
            onClick={() => {
              saveFile(ready);
              setDone('saved');
            }}
          >
            {t('editions.give.save')}
          </Button>
        </div>
      ) : (
        <Button disabled={file === 'making'} onClick={() => void make()}>
          {t('editions.give.make')}
        </Button>
      )}
    </>
  );
}

/** By the picker, by the share sheet of the installed app, or by opening the file with it: the same checks in every case. */
function Take({ busy }: { busy: boolean }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [isMissing, setIsMissing] = useState(false);
  useEffect(() => {
    whenOpenedWith((file) => void takeEditionFile(file));
    if (!new URLSearchParams(location.search).has('take')) return;
    // So that loading the page anew does not bring the file again.
    history.replaceState(history.state, '', location.pathname);
    document.getElementById('take')?.scrollIntoView();
    void sharedFile().then((file) => {
      if (file) void takeEditionFile(file);
      else if (!('launchQueue' in globalThis)) setIsMissing(true);
    });
  }, []);
  const choose = async (file: File | undefined) => {
    if (!file) return;
    setIsMissing(false);
    await takeEditionFile(file);
    document.getElementById('edition')?.scrollIntoView({ block: 'nearest' });
    // So that the same file can be chosen once more.
    if (input.current) input.current.value = '';
  };
  return (
    <>
      <p id="take-what">{t('editions.take.what')}</p>
      <div role="status">{isMissing && <p>{t('editions.take.nothing')}</p>}</div>
      {/* Without `accept`: an iPhone would grey the file out. */}
      <label className={styles.file}>
        {t('editions.take.choose')}
        <input
          ref={input}
          type="file"
          disabled={busy}
          aria-describedby="take-what"
          onChange={({ target }) => void choose(target.files?.[0])}
        />
      </label>
    </>
  );
}
