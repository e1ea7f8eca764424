import { useT } from '../i18n/i18n.ts';
import styles from './FirstWords.module.css';
import { Stop } from './Stop.tsx';
import type { SpokenLanguage } from './talk.ts';

interface Props {
  languages: readonly SpokenLanguage[];
  onChoose(code: string): void;
}

/** The languages, each by the name and in the script that its speakers look for; for whoever finds none, who interprets. */
export function Languages({ languages, onChoose }: Props) {
  const t = useT();
  return (
    <>
      <p>{t('firstWords.which')}</p>
      <ul role="list" className={styles.languages}>
        {languages.map(({ code, name, direction }) => (
          <li key={code}>
            <button
              type="button"
              className={styles.language}
              lang={code}
              dir={direction}
              onClick={() => onChoose(code)}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
      <Stop />
    </>
  );
}
