import { Search } from 'lucide-react';
import type { Ref } from 'react';
import { useT } from '../i18n/i18n.ts';
import styles from './SearchBox.module.css';

interface Props {
  ref: Ref<HTMLInputElement>;
  text: string;
  onText(text: string): void;
  /** Keeps the box in sight while results are scrolled. */
  stays: boolean;
}

/** The one box. Enter leads to the first result, as the arrow down does. */
export function SearchBox({ ref, text, onText, stays }: Props) {
  const t = useT();
  return (
    <search className={stays ? styles.stays : undefined}>
      <form
        className={styles.search}
        onSubmit={(event) => {
          event.preventDefault();
          document.querySelector<HTMLElement>('[data-hit]')?.focus();
        }}
      >
        <label className={stays ? 'visually-hidden' : styles.label} htmlFor="search-box">
          {t('search.label')}
        </label>
        <span className={styles.field}>
          <Search aria-hidden size={22} />
          <input
            ref={ref}
            id="search-box"
            className={styles.input}
            type="search"
            enterKeyHint="search"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            placeholder={t('search.placeholder')}
            value={text}
            onChange={(event) => onText(event.target.value)}
            onKeyDown={(event) => {
              const first = document.querySelector<HTMLElement>('[data-hit]');
              if (event.key !== 'ArrowDown' || !first) return;
              event.preventDefault();
              first.focus();
            }}
          />
        </span>
      </form>
    </search>
  );
}
