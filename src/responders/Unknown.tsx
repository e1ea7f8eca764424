import { useSettings } from '../device/settings.ts';
import type { CountryPack, PackResponder } from '../directory/pack.ts';
import { useT } from '../i18n/i18n.ts';
import { InEnglish } from '../ui/facts/InEnglish.tsx';
import { Section } from '../ui/Section.tsx';
import { gapsOf } from './gaps.ts';
import styles from './Responder.module.css';

interface Props {
  responder: PackResponder;
  country: CountryPack;
}

/** What no page says, and what the country's pages leave open about this responder. */
export function Unknown({ responder, country }: Props) {
  const t = useT();
  const { country: standing } = useSettings();
  const gaps = gapsOf(responder, country, standing);
  const questions = country.openQuestions.filter(({ responders }) => responders?.includes(responder.id));
  if (gaps.length + questions.length === 0) return null;
  return (
    <Section title={t('responders.one.unknown.title')}>
      <ul className={styles.list}>
        {gaps.map((gap) => (
          <li key={gap}>{t(`responders.one.unknown.${gap}`)}</li>
        ))}
        {questions.map(({ text }) => (
          <li key={text}>
            <InEnglish>{text}</InEnglish>
          </li>
        ))}
      </ul>
    </Section>
  );
}
