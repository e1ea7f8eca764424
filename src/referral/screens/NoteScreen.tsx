import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { localDay, useNow } from '../../device/clock.ts';
import { useSettings } from '../../device/settings.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { Screen } from '../../ui/Screen.tsx';
import { caseOf, fearsOwnState } from '../case.ts';
import { codeOf, drawCode } from '../code.ts';
import { type Additions, composeNote, countryTo, newAdditions, readAdditions, type Words } from '../note.ts';
import type { Situation } from '../situation.ts';
import { languageOf } from '../spoken.ts';
import { NoteAdditions } from './NoteAdditions.tsx';
import styles from './NoteScreen.module.css';
import { NoteSend } from './NoteSend.tsx';
import { bothTexts, NoteSheets } from './NoteSheets.tsx';
import { Unsaved } from './Unsaved.tsx';
import { useCase } from './useCase.ts';
import { useNoteWords } from './useNoteWords.ts';
import { usePlanAtHand } from './usePlanAtHand.ts';

const NOTHING_SAID: Situation = {};

/** The handover note: what is added to the situation, and the note itself in two languages. */
export default function NoteScreen() {
  const t = useT();
  const atHand = useCase(NOTHING_SAID);
  const { situation, entry } = atHand;
  const directory = useDirectory();
  const now = useNow();
  const { country: standing } = useSettings();
  const keeper = usePlanAtHand(atHand, false);
  const c = useMemo(() => caseOf(situation, directory, { now, standing }), [situation, directory, now, standing]);
  const [code] = useState(() => drawCode());
  const additionsOf = (note: unknown) => readAdditions(note, c) ?? newAdditions(c, code);
  const additions = additionsOf(keeper.content.note);
  const change = (edit: (additions: Additions) => Additions) =>
    keeper.change((plan) => ({ ...plan, note: edit(additionsOf(plan.note)) }));

  const [mine, setMine] = useState<string>(currentLanguage());
  const [chosen, setChosen] = useState<string>();
  const theirs = chosen ?? languageOf(countryTo(c, additions.to), mine);
  const words = [useNoteWords(mine), useNoteWords(theirs)] as const;
  const composed = (said: Words | undefined) => said && composeNote(c, additions, localDay(now), said);
  const texts = [composed(words[0]), composed(words[1])] as const;

  return (
    <Screen
      title={t('plan.note.title')}
      wide
      above={
        <p className="no-print">
          <Link className={styles.back} href="/referral" state={entry}>
            ‹ {t('plan.title')}
          </Link>
        </p>
      }
    >
      <p className={`${styles.notice} no-print`}>{t('plan.note.nameless')}</p>
      {fearsOwnState(c) && <p className={styles.notice}>{t('plan.note.feared')}</p>}
      <Unsaved keeper={keeper} />
      <div className={styles.work}>
        <div className={`${styles.form} no-print`}>
          <NoteAdditions c={c} additions={additions} onChange={change} ready={keeper.state !== 'loading'} />
        </div>
        <div className={styles.made}>
          <NoteSheets mine={mine} theirs={theirs} onMine={setMine} onTheirs={setChosen} texts={texts} />
        </div>
      </div>
      <NoteSend
        text={bothTexts({ mine, theirs, texts })}
        code={additions.code}
        c={c}
        to={additions.to}
        onSend={() => change((same) => same)}
        onKeep={keeper.keep}
        known={codeOf(keeper.content.note) === additions.code ? (keeper.written ? 'kept' : 'here') : undefined}
      />
    </Screen>
  );
}
