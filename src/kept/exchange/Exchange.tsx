import { useEffect, useRef, useState } from 'react';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { useT } from '../../i18n/i18n.ts';
import { ScanContact } from '../../ui/exchange/ScanContact.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Section } from '../../ui/Section.tsx';
import { readCards } from '../../workspace/exchange/read.ts';
import { useContacts } from '../../workspace/useOwn.ts';
import { Back } from '../Back.tsx';
import { type Coming, nothing, withMore } from './coming.ts';
import styles from './Exchange.module.css';
import { Give } from './Give.tsx';
import { Preview } from './Preview.tsx';

/** Contacts from phone to phone without a network: taken in after a look at them, and given. */
export default function Exchange() {
  const t = useT();
  const directory = useDirectory();
  const { state, items: contacts } = useContacts();
  const [coming, setComing] = useState<Coming>(nothing);
  const [kept, setKept] = useState<number>();
  const said = useRef<HTMLParagraphElement>(null);
  // What has come in between two drawings counts, too: a picture can hold several codes.
  const latest = useRef(coming);
  const set = (next: Coming) => {
    latest.current = next;
    setComing(next);
  };
  useEffect(() => {
    if (kept !== undefined) said.current?.focus();
  }, [kept]);

  function take(content: string | Uint8Array): 'noCard' | 'size' | number {
    const read = readCards(content);
    if (read.problem) return read.problem === 'size' ? 'size' : 'noCard';
    const next = withMore(latest.current, read, (id) => directory.responder(id) !== undefined);
    setKept(undefined);
    set(next);
    return next.items.length;
  }

  return (
    <Screen title={t('exchange.title')} above={<Back />}>
      <p>{t('exchange.intro')}</p>
      {state === 'unavailable' && <p className={styles.notice}>{t('exchange.unavailable')}</p>}
      <Section title={t('exchange.take.title')}>
        <ScanContact onTaken={take} />
      </Section>
      {coming.items.length + coming.broken.length > 0 && (
        <Preview
          coming={coming}
          contacts={contacts}
          onChange={set}
          onKept={(count) => {
            setKept(count);
            set(nothing);
          }}
        />
      )}
      <div role="status">
        {kept !== undefined && (
          <p ref={said} tabIndex={-1} className={styles.said}>
            {t('exchange.preview.kept', { number: kept })}
          </p>
        )}
      </div>
      {state === 'ready' && <Give contacts={contacts} />}
    </Screen>
  );
}
