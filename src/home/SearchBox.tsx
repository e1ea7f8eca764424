import { Search } from 'lucide-react';
import { memo, type RefObject } from 'react';
import { useT } from '../i18n/i18n.ts';
import styles from './SearchBox.module.css';

interface Props {
  box: RefObject<HTMLInputElement | null>;
  onText(text: string): void;
  /** Keeps the box in sight while results are scrolled. */
  stays: boolean;
}

/**
 * The one box. Enter leads to the first result, as the arrow down does. What is typed is the browser's own matter: whoever
 * wants other words in it writes them there, and a letter draws nothing of it anew.
 */
export const SearchBox = memo(function SearchBox({ box, onText, stays }: Props) {
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
            ref={box}
            id="search-box"
            className={styles.input}
            type="search"
            enterKeyHint="search"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            placeholder={t('search.placeholder')}
            onChange={(event) => onText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return;
              const first = document.querySelector<HTMLElement>('[data-hit]');
              if (!first) return;
              event.preventDefault();
              first.focus();
            }}
          />
        </span>
      </form>
    </search>
  );
});
