import { useMemo, useState } from 'react';
import { useT } from '../../i18n/i18n.ts';
import { looksPersonal } from '../../workspace/personal.ts';
import { Button } from '../Button.tsx';
import styles from './own.module.css';

/** Says once that something looks like a victim's data, and why that matters; it keeps nobody from going on. */
export function Personal({ text }: { text: string }) {
  const t = useT();
  const [understood, setUnderstood] = useState(false);
  const kinds = useMemo(() => looksPersonal(text, new Date()), [text]);
  return (
    <div role="status">
      {kinds.length > 0 && !understood && (
        <div className={styles.notice}>
          <p>
            {kinds.map((kind) => t(`corner.personal.${kind}`)).join(' ')} {t('corner.personal.why')}
          </p>
          <Button onClick={() => setUnderstood(true)}>{t('corner.personal.understood')}</Button>
        </div>
      )}
    </div>
  );
}
