import { useEffect, useRef, useState } from 'react';
import { saveFile } from '../device/save-file.ts';
import { useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { useNotKept } from '../ui/useNotKept.ts';
import { type DamagedRow, deleteDamaged, rawText, readDamaged } from '../workspace/damaged.ts';
import { hear, tellAll } from '../workspace/tabs.ts';
import { tableName } from './backup/words.ts';
import styles from './Damaged.module.css';

/** Entries that no screen can read, each as it stands there. Nothing where there are none. */
export function Damaged() {
  const t = useT();
  const notKept = useNotKept();
  const [rows, setRows] = useState<readonly DamagedRow[]>([]);
  const [said, setSaid] = useState('');
  const outcome = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    let here = true;
    const look = () =>
      readDamaged().then(
        (found) => here && setRows(found),
        () => undefined, // the screen says that nothing can be read
      );
    void look();
    const off = hear(() => void look());
    return () => {
      here = false;
      off();
    };
  }, []);

  async function remove(row: DamagedRow) {
    try {
      await deleteDamaged(row);
      setSaid(t('damaged.deleted'));
      tellAll();
    } catch (error) {
      console.warn('workspace:', error);
      setSaid(notKept(t('workspace.failed')));
    }
    outcome.current?.focus();
  }

  if (rows.length === 0 && said === '') return null;
  return (
    <Section title={t('damaged.title')}>
      {rows.length > 0 && <p className={styles.text}>{t('damaged.what')}</p>}
      <ul role="list" className={styles.rows}>
        {rows.map((row, at) => {
          const name = `${tableName(row.table, t)} ${at + 1}`;
          const text = rawText(row.raw);
          return (
            <li key={`${row.table} ${String(row.key)}`}>
              <details className={styles.entry}>
                <summary>{name}</summary>
                <pre className={styles.raw}>{text.slice(0, 5000)}</pre>
              </details>
              <div className={styles.pair}>
                <Button
                  aria-label={`${t('damaged.save')}: ${name}`}
                  onClick={() =>
                    saveFile(
                      new File([`${text}\n`], `harbour-${row.table}-${at + 1}.json`, { type: 'application/json' }),
                    )
                  }
                >
                  {t('damaged.save')}
                </Button>
                <Button
                  variant="danger"
                  aria-label={`${t('damaged.delete')}: ${name}`}
                  onClick={() => void remove(row)}
                >
                  {t('damaged.delete')}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      <p ref={outcome} tabIndex={-1} role="status">
        {said}
      </p>
    </Section>
  );
}
