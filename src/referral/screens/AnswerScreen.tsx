import { useState } from 'react';
import { localDay, useNow } from '../../device/clock.ts';
import { useSettings } from '../../device/settings.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { Personal } from '../../ui/own/Personal.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Section } from '../../ui/Section.tsx';
import { composeAnswer } from '../answer.ts';
import { readCode } from '../code.ts';
import type { Words } from '../note.ts';
import { ROLES } from '../situation.ts';
import { languageOf } from '../spoken.ts';
import { AnswerForm } from './AnswerForm.tsx';
import styles from './NoteScreen.module.css';
import { bothTexts, NoteSheets } from './NoteSheets.tsx';
import { SendWays } from './SendWays.tsx';
import { useAnswer } from './useAnswer.ts';
import { useNoteWords } from './useNoteWords.ts';

/** The other side of a handover: an answer under the code of a note that somebody else wrote. */
export default function AnswerScreen() {
  const t = useT();
  const now = useNow();
  const settings = useSettings();
  const { answer, change } = useAnswer();
  const code = readCode(answer.code);
  const role = answer.role ?? ROLES.find((known) => known === settings.role);

  const [mine, setMine] = useState<string>(currentLanguage());
  const [chosen, setChosen] = useState<string>();
  const theirs = chosen ?? languageOf(answer.to, mine);
  const words = [useNoteWords(mine), useNoteWords(theirs)] as const;
  const composed = (said: Words | undefined) =>
    said && composeAnswer(answer, { role, country: settings.country }, localDay(now), said);
  const texts = [composed(words[0]), composed(words[1])] as const;

  return (
    <Screen title={t('answer.title')} wide>
      <p className={`${styles.notice} no-print`}>{t('answer.nameless')}</p>
      <div className={styles.work}>
        <div className={`${styles.form} no-print`}>
          <AnswerForm answer={answer} role={role} onChange={change} />
          <Personal text={[answer.instead, ...answer.call.map((call) => call.role)].join('\n')} />
        </div>
        {code && (
          <div className={styles.made}>
            <NoteSheets mine={mine} theirs={theirs} onMine={setMine} onTheirs={setChosen} texts={texts} />
          </div>
        )}
      </div>
      {code && (
        <Section title={t('plan.note.send')} id="send">
          <SendWays text={bothTexts({ mine, theirs, texts })} code={code} />
          <p className={`${styles.soft} no-print`}>
            {t('plan.note.mailHint')} {t('answer.here')}
          </p>
        </Section>
      )}
    </Screen>
  );
}
