import { SlidersHorizontal, X } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { useStillBehind } from '../ui/useStillBehind.ts';
import styles from './Responders.module.css';

/** The filters as a sheet over the list, for screens too narrow for a column of them. */
export function FilterSheet({
  count,
  results,
  children,
}: {
  count: number;
  results: number;
  children: React.ReactNode;
}) {
  const t = useT();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  useStillBehind(isOpen);
  return (
    <>
      <Button
        variant="primary"
        className={styles.open}
        aria-haspopup="dialog"
        onClick={() => {
          dialog.current?.showModal();
          setIsOpen(true);
        }}
      >
        <SlidersHorizontal aria-hidden size={20} />
        {count > 0 ? t('responders.filtersOn', { count }) : t('responders.filters')}
      </Button>
      <dialog ref={dialog} className={styles.sheet} aria-labelledby={id} onClose={() => setIsOpen(false)}>
        <div className={styles.sheetHead}>
          <h2 id={id}>{t('responders.filtersTitle')}</h2>
          <button
            type="button"
            className={styles.close}
            aria-label={t('responders.close')}
            onClick={() => dialog.current?.close()}
          >
            <X aria-hidden size={24} />
          </button>
        </div>
        <div className={styles.sheetBody}>{children}</div>
        <div className={styles.sheetFoot}>
          <p className="visually-hidden" role="status">
            {t('responders.found', { count: results })}
          </p>
          <Button variant="primary" className={styles.show} onClick={() => dialog.current?.close()}>
            {t('responders.show', { count: results })}
          </Button>
        </div>
      </dialog>
    </>
  );
}
