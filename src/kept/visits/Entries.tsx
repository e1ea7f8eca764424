import { Pencil, Plus } from 'lucide-react';
import { type FormEvent, useId, useRef, useState } from 'react';
import { partialDate } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Personal } from '../../ui/own/Personal.tsx';
import { hasBegun, useBegun } from '../../ui/own/useBegun.ts';
import type { Saving } from '../../workspace/useTicks.ts';
import styles from './visits.module.css';

/** Something written down: a part of the programme, a question, what was agreed. */
export interface Entry {
  id: string;
  text: string;
  day?: string | undefined;
  done?: boolean | undefined;
  saving?: Saving | undefined;
}

/** What is written into the form. */
interface Written {
  text: string;
  day: string;
}

interface Props {
  /** What stands there already, in its order. */
  entries: readonly Entry[];
  /** Where unfinished words are kept for this tab. */
  unfinished: string;
  label: string;
  hint?: string;
  add: string;
  /** With a day: what it is, which one stands there at first, and how it is said below an entry. Without that the entries, which come day by day, stand below their days, and there must be one. */
  day?: { label: string; first: string; said?: (date: string) => string };
  /** What a tick says. Without it nothing is ticked. */
  tick?: { label: string; set(id: string, done: boolean): void };
  /** Keeps what is written; instead of an entry where one was changed. */
  onKeep(written: Written, instead?: Entry): void;
  onDrop(entry: Entry): void;
  /** Puts back what was just taken out. */
  onUndo(entry: Entry): void;
}

/** A list that one writes into: each entry can be ticked, changed and taken out, and a new one is written below. */
export function Entries({ entries, unfinished, label, hint, add, day, tick, onKeep, onDrop, onUndo }: Props) {
  const t = useT();
  const [changing, setChanging] = useState<string>();
  const [adding, setAdding] = useState(() => hasBegun(unfinished));
  const [dropped, setDropped] = useState<Entry>();
  // Where the focus goes when a form closes: to the entry it was about, or to what opened it.
  const [back, setBack] = useState<{ text: string } | 'add'>();
  const form = { label, hint, day };
  const byDay = day !== undefined && day.said === undefined;
  return (
    <div className={styles.entries}>
      {entries.length > 0 && (
        <ul role="list" className={styles.rows}>
          {entries.map((entry, at) => (
            <li key={entry.id} data-saving={entry.saving}>
              {byDay && entry.day !== undefined && entry.day !== entries[at - 1]?.day && (
                <h3>{partialDate(entry.day, currentLanguage())}</h3>
              )}
              {changing === entry.id ? (
                <EntryForm
                  {...form}
                  unfinished={`${unfinished}.${entry.id}`}
                  start={{ text: entry.text, day: entry.day ?? '' }}
                  button={t('visits.keep')}
                  onKeep={(written) => {
                    setChanging(undefined);
                    setBack(written);
                    onKeep(written, entry);
                  }}
                  onClose={() => {
                    setChanging(undefined);
                    setBack(entry);
                  }}
                  onDrop={() => {
                    setChanging(undefined);
                    setDropped(entry);
                    onDrop(entry);
                  }}
                />
              ) : (
                <Row
                  entry={entry}
                  said={day?.said}
                  tick={tick}
                  focused={typeof back === 'object' && back.text === entry.text}
                  onChange={() => setChanging(entry.id)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <div role="status">
        {dropped && !entries.some(({ id }) => id === dropped.id) && (
          <p className={styles.dropped}>
            {t('visits.removed')}
            <Button
              // The form in which it was taken out is gone.
              autoFocus
              onClick={() => {
                onUndo(dropped);
                setBack(dropped);
                setDropped(undefined);
              }}
            >
              {t('visits.undo')}
            </Button>
          </p>
        )}
      </div>
      {adding ? (
        <EntryForm
          {...form}
          unfinished={unfinished}
          start={{ text: '', day: day?.first ?? '' }}
          button={add}
          onKeep={(written) => {
            setDropped(undefined);
            onKeep(written);
          }}
          onClose={() => {
            setAdding(false);
            setBack('add');
          }}
        />
      ) : (
        <div>
          <Button
            // The form that it opened was closed.
            autoFocus={back === 'add'}
            onClick={() => setAdding(true)}
          >
            <Plus aria-hidden size={20} /> {add}
          </Button>
        </div>
      )}
    </div>
  );
}

interface RowProps {
  entry: Entry;
  said: ((date: string) => string) | undefined;
  tick: Props['tick'];
  focused: boolean;
  onChange(): void;
}

function Row({ entry, said, tick, focused, onChange }: RowProps) {
  const t = useT();
  const { text, day, done = false } = entry;
  const words = (
    <span className={done ? styles.doneText : undefined}>
      {text}
      {day !== undefined && said && <span className={styles.due}>{said(partialDate(day, currentLanguage()))}</span>}
    </span>
  );
  return (
    <div className={styles.entry}>
      {tick ? (
        <label className={styles.ticked}>
          <input
            type="checkbox"
            checked={done}
            aria-label={`${tick.label}: ${text}`}
            onChange={({ currentTarget }) => tick.set(entry.id, currentTarget.checked)}
          />
          {words}
        </label>
      ) : (
        <p className={styles.ticked}>{words}</p>
      )}
      <button
        type="button"
        className={styles.pencil}
        // biome-ignore lint/a11y/noAutofocus: its form was closed just now
        autoFocus={focused}
        aria-label={`${t('visits.change')}: ${text}`}
        onClick={onChange}
      >
        <Pencil aria-hidden size={20} />
      </button>
    </div>
  );
}

interface FormProps extends Pick<Props, 'unfinished' | 'label'> {
  day: Props['day'] | undefined;
  hint: string | undefined;
  start: Written;
  button: string;
  onKeep(written: Written): void;
  onClose(): void;
  /** Takes out what is changed here. */
  onDrop?(): void;
}

const LONGEST = 2000;

function EntryForm({ unfinished, label, hint, day, start, button, onKeep, onClose, onDrop }: FormProps) {
  const t = useT();
  const id = useId();
  const words = useRef<HTMLTextAreaElement>(null);
  const isProgramme = day !== undefined && day.said === undefined;
  const { value: written, set: write, end } = useBegun<Written>(unfinished, start);
  const [mistake, setMistake] = useState<'text' | 'day'>();

  function submit(event: FormEvent) {
    event.preventDefault();
    const text = written.text.trim();
    const wrong = text === '' ? 'text' : isProgramme && written.day === '' ? 'day' : undefined;
    setMistake(wrong);
    if (wrong === undefined) {
      onKeep({ text, day: written.day });
      // The next one is most likely of the same day.
      end();
      if (isProgramme) write({ text: '', day: written.day });
    }
    words.current?.focus();
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate autoComplete="off">
      {isProgramme && (
        <DayField label={day.label} value={written.day} onChange={(value) => write({ ...written, day: value })} />
      )}
      <div className={styles.field}>
        <label htmlFor={id}>{label}</label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className={styles.soft}>
            {hint}
          </p>
        )}
        <textarea
          ref={words}
          id={id}
          rows={2}
          maxLength={LONGEST}
          value={written.text}
          // biome-ignore lint/a11y/noAutofocus: somebody pressed what opens it
          autoFocus
          aria-invalid={mistake !== undefined}
          aria-describedby={`${id}-hint ${id}-mistake`}
          onChange={({ currentTarget }) => {
            setMistake(undefined);
            write({ ...written, text: currentTarget.value });
          }}
        />
        <p id={`${id}-mistake`} className={styles.mistake}>
          {mistake && t(`visits.missing.${mistake}`)}
        </p>
      </div>
      <Personal text={written.text} />
      {day?.said && (
        <DayField label={day.label} value={written.day} onChange={(value) => write({ ...written, day: value })} />
      )}
      <div className={styles.row}>
        <Button type="submit">{button}</Button>
        <Button
          onClick={() => {
            end();
            onClose();
          }}
        >
          {t('visits.cancel')}
        </Button>
        {onDrop && (
          <Button
            onClick={() => {
              end();
              onDrop();
            }}
          >
            {t('workspace.remove')}
          </Button>
        )}
      </div>
    </form>
  );
}

interface DayProps {
  label: string;
  value: string;
  saving?: Saving | undefined;
  onChange(value: string): void;
}

/** A day on the calendar, or none. */
export function DayField({ label, value, saving, onChange }: DayProps) {
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <input
        type="date"
        value={value}
        data-saving={saving}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </label>
  );
}
