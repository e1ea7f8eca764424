import { useState } from 'react';
import { useT } from '../../i18n/i18n.ts';
import type { Choice } from '../../workspace/lock/lock.ts';
import { USUAL_MINUTES } from '../../workspace/lock/watch.ts';
import styles from '../backup/Backup.module.css';
import { type Made, NewPassphrase, useNewPassphrase } from '../backup/NewPassphrase.tsx';
import lockStyles from './Lock.module.css';
import { Minutes } from './Minutes.tsx';

/** What somebody chooses of a lock: the passphrase, perhaps one that deletes, and the time, where it was not chosen before. */
export function useChosen(minutesNow?: number) {
  const passphrase = useNewPassphrase();
  const ending = useNewPassphrase(passphrase.typed);
  const [withEnding, setWithEnding] = useState(false);
  const [chosen, setMinutes] = useState<number>(USUAL_MINUTES);
  const minutes = minutesNow ?? chosen;
  const [isAsked, setIsAsked] = useState(false);
  const choice: Choice = { passphrase: passphrase.typed, ending: withEnding ? ending.typed : undefined, minutes };
  return {
    choice,
    /** Whether all of it can be taken; where not, it is said at the first field that is wrong. */
    check(): boolean {
      setIsAsked(true);
      const wrong = passphrase.mistake ? passphrase : withEnding && ending.mistake ? ending : undefined;
      wrong?.focus();
      return wrong === undefined;
    },
    clear() {
      passphrase.clear();
      ending.clear();
      setWithEnding(false);
      setIsAsked(false);
    },
    fields: {
      passphrase,
      ending,
      withEnding,
      setWithEnding,
      isAsked,
      ...(minutesNow === undefined && { minutes, setMinutes }),
    },
  };
}

interface Props {
  fields: {
    passphrase: Made;
    ending: Made;
    withEnding: boolean;
    setWithEnding(value: boolean): void;
    minutes?: number;
    setMinutes?(value: number): void;
    isAsked: boolean;
  };
  label: string;
}

/** Its fields. */
export function Chosen({ fields, label }: Props) {
  const t = useT();
  const { passphrase, ending, withEnding, setWithEnding, minutes, setMinutes, isAsked } = fields;
  return (
    <>
      <NewPassphrase passphrase={passphrase} label={label} isAsked={isAsked} />
      <label className={styles.check} data-chosen={withEnding}>
        <input type="checkbox" checked={withEnding} onChange={({ target }) => setWithEnding(target.checked)} />
        {t('lock.ending')}
      </label>
      {withEnding && (
        <div className={lockStyles.inside}>
          <p className={styles.notice}>{t('lock.endingWhat')}</p>
          <NewPassphrase passphrase={ending} label={t('lock.endingLabel')} isAsked={isAsked} />
        </div>
      )}
      {minutes !== undefined && setMinutes && <Minutes value={minutes} onChange={setMinutes} />}
    </>
  );
}
