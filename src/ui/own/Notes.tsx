import { type FormEvent, useId, useRef, useState } from 'react';
import { localDay } from '../../device/clock.ts';
import { partialDate } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import {
  type About,
  changeOwn,
  newOwnId,
  type OwnNote,
  type Removed,
  removeOwn,
  undoRemove,
  useNotes,
} from '../../workspace/useOwn.ts';
import { Button } from '../Button.tsx';
import { useNotKept } from '../useNotKept.ts';
import styles from './own.module.css';
import { Personal } from './Personal.tsx';
import { hasBegun, useBegun } from './useBegun.ts';

/** A note's text may be a page long. */
const LONGEST = 4000;

/** The notes on one thing, by day, and a field for one more. */
export function Notes({ about }: { about: About }) {
  const t = useT();
  const { items } = useNotes(about);
  const [editing, setEditing] = useState<string>();
  const [removed, setRemoved] = useState<Removed>();
  const [failed, setFailed] = useState(false);
  const begun = `note.${about.kind}.${about.id}`;
  // One that the phone took away in the middle is open again.
  const [adding, setAdding] = useState(() => hasBegun(begun));

  async function remove(id: string) {
    const gone = await removeOwn('notes', id);
    setFailed(!gone);
    setRemoved(gone);
  }

  return (
    <div className={styles.notes}>
      <ul role="list" className={styles.noteList}>
        {items.map((note) => (
          <li key={note.id} className={styles.note}>
            {editing === note.id ? (
              <NoteForm about={about} note={note} begun={`${begun}.${note.id}`} onDone={() => setEditing(undefined)} />
            ) : (
              <>
                <p className={styles.soft}>
                  <time dateTime={note.day}>{partialDate(note.day, currentLanguage())}</time>
                </p>
                <p className={styles.text}>{note.text}</p>
                <p className={styles.ways}>
                  <button type="button" className={styles.worded} onClick={() => setEditing(note.id)}>
                    {t('corner.change')}
                  </button>
                  <button type="button" className={styles.worded} onClick={() => void remove(note.id)}>
                    {t('corner.delete')}
                  </button>
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
      <div role="status">
        {failed && <p className={styles.notice}>{t('corner.notDeleted')}</p>}
        {removed && (
          <p className={styles.undo}>
            {t('corner.note.deleted')}{' '}
            <Button onClick={() => void undoRemove(removed).then((done) => done && setRemoved(undefined))}>
              {t('corner.undo')}
            </Button>
          </p>
        )}
      </div>
      {adding ? (
        <NoteForm about={about} begun={begun} onDone={() => setAdding(false)} />
      ) : (
        <div>
          <Button onClick={() => setAdding(true)}>{t('corner.note.new')}</Button>
        </div>
      )}
    </div>
  );
}

interface FormProps {
  about: About;
  /** The one that is changed; absent: a new one. */
  note?: OwnNote;
  /** Under which name it is there again after a reload. */
  begun: string;
  onDone(): void;
}

interface Written {
  id: string;
  day: string;
  text: string;
}

function NoteForm({ about, note, begun, onDone }: FormProps) {
  const t = useT();
  const notKept = useNotKept();
  const id = useId();
  const [start] = useState((): Written => note ?? { id: newOwnId(), day: localDay(new Date()), text: '' });
  const { value, set, end } = useBegun<Written>(begun, start);
  const [problem, setProblem] = useState<'empty' | 'unsaved'>();
  const field = useRef<HTMLTextAreaElement>(null);
  const { day, text } = value;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (text.trim() === '') {
      setProblem('empty');
      field.current?.focus();
      return;
    }
    const now = { day: day || start.day, text: text.trim() };
    const done = await changeOwn('notes', value.id, (was) =>
      // What another tab has taken out meanwhile is written anew: the text that stands here is not lost.
      was ? { ...was, ...now } : { id: value.id, at: Date.now(), about, ...now },
    );
    setProblem(done ? undefined : 'unsaved');
    if (!done) return;
    end();
    onDone();
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate autoComplete="off">
      <div className={styles.field}>
        <label htmlFor={id}>{t('corner.note.text')}</label>
        <textarea
          ref={field}
          id={id}
          rows={3}
          maxLength={LONGEST}
          value={text}
          // biome-ignore lint/a11y/noAutofocus: the form opens where somebody asked for it
          autoFocus
          aria-invalid={problem === 'empty'}
          aria-describedby={`${id}-problem`}
          onChange={({ currentTarget }) => set({ ...value, text: currentTarget.value })}
        />
        <p id={`${id}-problem`} className={styles.mistake}>
          {problem === 'empty' && t('corner.note.empty')}
        </p>
      </div>
      <Personal text={text} />
      <div className={styles.field}>
        <label htmlFor={`${id}-day`}>{t('corner.note.day')}</label>
        <input
          id={`${id}-day`}
          type="date"
          value={day}
          onChange={({ currentTarget }) => set({ ...value, day: currentTarget.value })}
        />
      </div>
      <div role="status">
        {problem === 'unsaved' && <p className={styles.notice}>{notKept(t('corner.unsaved'), 'copy')}</p>}
      </div>
      <div className={styles.buttons}>
        <Button type="submit" variant="primary">
          {t(problem === 'unsaved' ? 'saving.retry' : 'corner.keep')}
        </Button>
        <Button
          onClick={() => {
            end();
            onDone();
          }}
        >
          {t('corner.cancel')}
        </Button>
      </div>
    </form>
  );
}
