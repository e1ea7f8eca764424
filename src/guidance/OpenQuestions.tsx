import { useGuides } from '../dataset/useGuidance.ts';
import type { GuidesPack } from '../directory/pack.ts';
import { useT } from '../i18n/i18n.ts';
import { InEnglish } from '../ui/facts/InEnglish.tsx';
import styles from './CountryPoints.module.css';

type About = GuidesPack['questions'][number]['about'];

/** What was looked for and not found for a part of the guidance; nothing where there is nothing to say. */
export function OpenQuestions({ about }: { about: About }) {
  const t = useT();
  const questions = useGuides().questions.filter((question) => question.about === about);
  if (questions.length === 0) return null;
  return (
    <details className={styles.country}>
      <summary>
        <h2>{t('countries.questions.title')}</h2>
      </summary>
      <ul role="list" className={styles.points}>
        {questions.map(({ text }) => (
          <li key={text}>
            <InEnglish>{text}</InEnglish>
          </li>
        ))}
      </ul>
    </details>
  );
}
