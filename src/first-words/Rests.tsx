import { Link } from 'wouter';
import { useGuides } from '../dataset/useGuidance.ts';
import { sourcesOf } from '../directory/directory.ts';
import { currentLanguage } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { InEnglish } from '../ui/facts/InEnglish.tsx';
import { Sources } from '../ui/facts/Sources.tsx';
import styles from './FirstWords.module.css';

const GUIDE = 'first-contact';

/** The points of guidance that a sentence rests on, with their pages, and the way to the guide on talking. */
export function Rests({ points }: { points: readonly string[] }) {
  const pack = useGuides();
  const guide = pack.guides.find(({ slug }) => slug === GUIDE);
  const title = guide && names(guide.title, currentLanguage()).main;
  return (
    <>
      <ul role="list" className={styles.points}>
        {points.map((id) => {
          const point = pack.points[id];
          return (
            point && (
              <li key={id}>
                <p>
                  <InEnglish>{point.text}</InEnglish>
                </p>
                <Sources sources={sourcesOf(pack, point.sources)} />
              </li>
            )
          );
        })}
      </ul>
      {title && (
        <p>
          <Link className={styles.link} href={`/guides/${GUIDE}`} lang={title.language}>
            {title.text}
          </Link>
        </p>
      )}
    </>
  );
}
