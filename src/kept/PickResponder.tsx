import { useId, useMemo, useState } from 'react';
import { useDirectory } from '../dataset/useDirectory.ts';
import { COUNTRIES, type CountryCode } from '../directory/codes.ts';
import type { PackResponder } from '../directory/pack.ts';
import { townOf } from '../directory/towns.ts';
import { countryName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { Button } from '../ui/Button.tsx';
import { createFinder } from '../workspace/find.ts';
import styles from './Form.module.css';

/** So many are offered; who wants another types more of its name. */
const OFFERED = 5;

interface Props {
  /** The id of the one chosen, or nothing. */
  chosen: string;
  onChoose(responder: string, country?: CountryCode): void;
}

/** The responder somebody belongs to: found in the directory by name, town or country. */
export function PickResponder({ chosen, onChoose }: Props) {
  const t = useT();
  const id = useId();
  const language = currentLanguage();
  const directory = useDirectory();
  const [typed, setTyped] = useState('');
  const asked = typed.trim() !== '';
  const find = useMemo(() => {
    if (!asked) return undefined;
    const placeOf = (responder: PackResponder) =>
      [COUNTRIES.find((code) => code === responder.country)]
        .flatMap((code) => (code ? countryName(code, language) : []))
        .concat(townOf(responder, directory.places, language) ?? []);
    return createFinder(
      directory.responders.map((responder) => ({
        responder,
        title: Object.values(responder.name).join(' '),
        text: placeOf(responder),
        numbers: [],
      })),
    );
  }, [asked, directory, language]);
  const found = useMemo(() => find?.(typed).slice(0, OFFERED) ?? [], [find, typed]);
  const responder = directory.responder(chosen);
  const nameOf = (one: PackResponder) => names(one.name, language).main.text;

  if (responder) {
    return (
      <div className={styles.field}>
        <p className={styles.name}>{t('corner.contact.responder')}</p>
        <div className={styles.chosen}>
          <p>{nameOf(responder)}</p>
          <Button onClick={() => onChoose('')} aria-label={t('corner.without', { name: nameOf(responder) })}>
            {t('corner.contact.noResponder')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{t('corner.contact.responder')}</label>
      <p className={styles.soft} id={`${id}-hint`}>
        {t('corner.contact.responderHint')}
      </p>
      <input
        id={id}
        type="search"
        value={typed}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={(event) => {
          // Enter chooses here; it keeps the contact nowhere but in its own button.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <ul role="list" className={styles.offered}>
        {found.map(({ responder: one, text }) => (
          <li key={one.id}>
            <button
              type="button"
              className={styles.offer}
              onClick={() => {
                setTyped('');
                onChoose(
                  one.id,
                  COUNTRIES.find((code) => code === one.country),
                );
              }}
            >
              <span className={styles.name}>{nameOf(one)}</span>
              <span className={styles.soft}>{text.join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className={styles.soft}>
        {asked && found.length === 0 && t('corner.contact.noResponderFound')}
      </p>
    </div>
  );
}
