import { ChevronLeft, ChevronRight, FileDown, X } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { giveFile } from '../../device/give-file.ts';
import { useT } from '../../i18n/i18n.ts';
import type { Card } from '../../workspace/exchange/card.ts';
import { type Code, codeOf } from '../../workspace/exchange/code.ts';
import { type CardVersion, writeCards } from '../../workspace/exchange/write.ts';
import { Button } from '../Button.tsx';
import { useStillBehind } from '../useStillBehind.ts';
import styles from './ShowContacts.module.css';

export interface ShowContactsProps {
  cards: readonly Card[];
  fileName: string;
  onClose(): void;
}

/** Contacts as QR codes on a white ground, one after the other, for another phone's camera; or as one file. */
export function ShowContacts({ cards, fileName, onClose }: ShowContactsProps) {
  const t = useT();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [at, setAt] = useState(0);
  const [said, setSaid] = useState('');
  useStillBehind(true);
  useEffect(() => dialog.current?.showModal(), []);
  const card = cards[at];
  const code = useMemo(() => card && codeOf(card), [card]);
  if (!card || !code) return null;

  async function give(version: CardVersion) {
    const file = new File([writeCards(cards, version)], fileName, { type: 'text/vcard' });
    const how = await giveFile(file, t('exchange.show.file'));
    setSaid(how === 'cancelled' ? '' : t(`exchange.show.${how}`, { name: fileName }));
  }

  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={id} onClose={onClose}>
      <div className={styles.head}>
        <h2 id={id}>{t('exchange.show.title')}</h2>
        <button
          type="button"
          className={styles.close}
          aria-label={t('exchange.show.close')}
          onClick={() => dialog.current?.close()}
        >
          <X aria-hidden size={24} />
        </button>
      </div>
      <div className={styles.body}>
        <div className={styles.paper}>
          <Squares code={code} name={t('exchange.show.code', { name: card.name })} />
          <p className={styles.name}>{card.name}</p>
        </div>
        {cards.length > 1 && (
          <div className={styles.turn}>
            <Button disabled={at === 0} onClick={() => setAt(at - 1)}>
              <ChevronLeft aria-hidden size={20} /> {t('exchange.show.previous')}
            </Button>
            <p role="status">{t('exchange.show.of', { number: at + 1, all: cards.length })}</p>
            <Button variant="primary" disabled={at === cards.length - 1} onClick={() => setAt(at + 1)}>
              {t('exchange.show.next')} <ChevronRight aria-hidden size={20} />
            </Button>
          </div>
        )}
        {code.leftOut.length > 0 && (
          <p className={styles.notice}>
            {t('exchange.show.leftOut', {
              fields: code.leftOut.map((field) => t(`exchange.field.${field}`)).join(', '),
            })}
          </p>
        )}
        <p className={styles.soft}>{t('exchange.show.bright')}</p>
        <Button onClick={() => void give('3.0')}>
          <FileDown aria-hidden size={20} /> {t('exchange.show.file')}
        </Button>
        <p role="status" className={styles.said}>
          {said}
        </p>
        <details className={styles.other}>
          <summary>{t('exchange.show.other')}</summary>
          <Button onClick={() => void give('4.0')}>vCard 4.0</Button>
        </details>
      </div>
    </dialog>
  );
}

/** The squares of a code as one shape: nothing lies between them, however large they are drawn. */
function Squares({ code: { rows }, name }: { code: Code; name: string }) {
  const size = rows.length;
  const path = rows
    .flatMap((row, y) => row.flatMap((dark, x) => (dark && !row[x - 1] ? `M${x} ${y}h${runFrom(row, x)}v1H${x}z` : [])))
    .join('');
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={name}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}

/** How many dark squares stand side by side. */
function runFrom(row: readonly boolean[], start: number): number {
  let end = start;
  while (row[end]) end++;
  return end - start;
}
