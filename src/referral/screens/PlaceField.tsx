import { useId, useRef, useState } from 'react';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { placesIn } from '../../directory/places.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { townsLike } from '../../search/towns.ts';
import { type Situation, withAnswer } from '../situation.ts';
import { townName } from '../words.ts';
import styles from './Questions.module.css';

interface Props {
  situation: Situation;
  onAnswer(situation: Situation): void;
}

/** Where in the country: typed, and one of the known towns and regions chosen. What is typed is kept nowhere. */
export function PlaceField({ situation, onAnswer }: Props) {
  const t = useT();
  const name = useId();
  const directory = useDirectory();
  const [typed, setTyped] = useState('');
  const box = useRef<HTMLInputElement>(null);
  const { found, place } = situation;
  const language = currentLanguage();
  if (found === undefined || placesIn(found, directory).length === 0) return null;
  const named = (code: string) => townName(code, { language, places: directory.places });
  const like = townsLike(typed, found, directory).filter((code) => code !== place);
  const shown = [...(place ? [place] : []), ...like];
  const choose = (code: string | undefined) => {
    setTyped('');
    // The choices go away with what was chosen.
    if (!code) box.current?.focus();
    onAnswer(withAnswer(situation, 'place', code ? [code] : []));
  };
  return (
    <div className={styles.place}>
      <label className={styles.list}>
        <span className={styles.legend}>{t('plan.field.place')}</span>
        <input
          ref={box}
          type="search"
          value={typed}
          placeholder={t('plan.placeHint')}
          autoComplete="off"
          autoCapitalize="words"
          enterKeyHint="done"
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && like[0]) choose(like[0]);
          }}
        />
      </label>
      {/* What was chosen is to be seen below; it is only spoken here. */}
      <p role="status" className={typed === '' ? 'visually-hidden' : styles.told}>
        {typed !== '' ? t('plan.placesFound', { count: like.length }) : place && named(place)}
      </p>
      {shown.length > 0 && (
        <fieldset className={styles.set}>
          <legend className="visually-hidden">{t('plan.field.place')}</legend>
          <div className={styles.options}>
            {shown.map((code) => (
              <label key={code} className={styles.option}>
                <input type="radio" name={name} checked={code === place} onChange={() => choose(code)} />
                <span>{named(code)}</span>
              </label>
            ))}
            {place && (
              <label className={`${styles.option} ${styles.unsaid}`}>
                <input type="radio" name={name} checked={false} onChange={() => choose(undefined)} />
                <span>{t('plan.notSaid')}</span>
              </label>
            )}
          </div>
        </fieldset>
      )}
    </div>
  );
}
