import { Link } from 'wouter';
import { currentLanguage } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import styles from './GuideLinks.module.css';
import type { Guide } from './guides.ts';

interface Props {
  guides: readonly Guide[];
  /** Puts the number of the measure before its name. */
  numbered?: boolean;
}

/** Links to guides by their titles. */
export function GuideLinks({ guides, numbered = false }: Props) {
  const language = currentLanguage();
  return (
    <ul role="list" className={styles.links}>
      {guides.map(({ slug, title, summary }) => {
        const name = names(title, language).main;
        return (
          <li key={slug}>
            <Link className={styles.guide} href={`/guides/${slug}`}>
              {numbered && <span className={styles.number}>{slug.split('/')[1]}</span>}
              <span>
                <span className={styles.name} lang={name.language}>
                  {name.text}
                </span>
                {summary && (
                  <span className={styles.soft} lang={names(summary, language).main.language}>
                    {names(summary, language).main.text}
                  </span>
                )}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
