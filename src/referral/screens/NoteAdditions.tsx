import { useDirectory } from '../../dataset/useDirectory.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { readCallBack } from '../call-back.ts';
import type { Case } from '../case.ts';
import { type Additions, countryTo, doneFor, neededFor, recipientsOf, repliesFor, URGENCIES } from '../note.ts';
import { placeName, type Tongue } from '../words.ts';
import { CallBackFields } from './CallBackFields.tsx';
import { NoteChoice, withCode } from './NoteChoice.tsx';

interface Props {
  c: Case;
  additions: Additions;
  ready: boolean;
  /** The change is made to what stands there, which another tab may have changed. */
  onChange(edit: (additions: Additions) => Additions): void;
}

/** The coded additions: to whom, how soon, what is done, what is needed, what is asked back. */
export function NoteAdditions({ c, additions, ready, onChange }: Props) {
  const t = useT();
  const { taxonomy, places } = useDirectory();
  const tongue: Tongue = { t, language: currentLanguage(), taxonomy, places };
  return (
    <>
      <NoteChoice
        legend={t('plan.note.to')}
        values={recipientsOf(c)}
        chosen={[additions.to]}
        text={(to) =>
          [
            t(`plan.note.recipient.${to === 'found' || to === 'elsewhere' ? to : 'origin'}`),
            placeName(countryTo(c, to) ?? 'here', tongue),
          ].join(': ')
        }
        ready={ready}
        onChoose={(to) => onChange((note) => ({ ...note, to }))}
      />
      <NoteChoice
        legend={t('plan.note.urgency')}
        values={URGENCIES}
        chosen={additions.urgency ? [additions.urgency] : []}
        text={(value) => t(`note.urgency.${value}`)}
        ready={ready}
        onChoose={(urgency) => onChange((note) => ({ ...note, urgency }))}
      />
      <NoteChoice
        several
        legend={t('note.doneTitle')}
        values={doneFor(c)}
        chosen={additions.done}
        text={(value) => t(`note.done.${value}`)}
        ready={ready}
        onChoose={(code, on) => onChange((note) => ({ ...note, done: withCode(doneFor(c), note.done, code, on) }))}
      />
      <NoteChoice
        several
        legend={t('note.neededTitle')}
        values={neededFor(c)}
        chosen={additions.needed}
        text={(value) => t(`note.needed.${value}`)}
        ready={ready}
        onChoose={(code, on) =>
          onChange((note) => ({ ...note, needed: withCode(neededFor(c), note.needed, code, on) }))
        }
      />
      <NoteChoice
        several
        legend={t('note.replyTitle')}
        values={repliesFor(c)}
        chosen={additions.reply}
        text={(value) => t(`note.reply.${value}`)}
        ready={ready}
        onChoose={(code, on) => onChange((note) => ({ ...note, reply: withCode(repliesFor(c), note.reply, code, on) }))}
      >
        {additions.reply.includes('phone') && (
          <CallBackFields
            legend={t('answer.callTitle')}
            call={readCallBack(additions.call)}
            onChange={(part) => onChange((note) => ({ ...note, call: { ...readCallBack(note.call), ...part } }))}
          />
        )}
      </NoteChoice>
    </>
  );
}
