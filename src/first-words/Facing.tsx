import { ArrowLeft, ArrowRight, RotateCw, Volume2 } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useDirectory } from '../dataset/useDirectory.ts';
import { leave } from '../device/leave.ts';
import { useSettings } from '../device/settings.ts';
import { hush, sayAloud, useCanSpeak } from '../device/speech.ts';
import { countryOf } from '../directory/directory.ts';
import { shownNumber } from '../directory/shown-number.ts';
import { useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { useStillBehind } from '../ui/useStillBehind.ts';
import styles from './Facing.module.css';
import { lineToKeep } from './interpreters.ts';
import type { Talk } from './Sentences.tsx';
import { around } from './talk.ts';

interface Props {
  talk: Talk;
  /** The id of the sentence that is shown. */
  at: string;
  onGo(id: string): void;
  onClose(): void;
}

/**
 * One sentence fills the screen for the person opposite, with the answers to point at; below it, small, what it says and how to
 * go on, for who holds the phone. What is pointed at is marked until the next sentence and kept nowhere.
 */
export function Facing({ talk, at: id, onGo, onClose }: Props) {
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  /** What the sentence means, for who holds the phone: read out as it opens, and with every other. */
  const meant = useId();
  const [turned, setTurned] = useState(false);
  const [pointed, setPointed] = useState<{ at: string; answer: string }>();
  const { theirs, ours, sentences } = talk;
  const { at, previous, next } = around(sentences, id);
  const sentence = sentences[at];
  const speaks = useCanSpeak(theirs.code);
  const text = theirs.sentences[id] ?? '';
  const answer = pointed?.at === id ? pointed.answer : undefined;

  const line = useLineToKeep(sentence?.shows === 'line');
  useStillBehind(true);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closed, it gives the focus back to where it came from.
    return () => shown?.close();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sentence ends the one that is being said
  useEffect(() => hush, [id]);

  if (!sentence) return null;
  return (
    <dialog
      ref={dialog}
      className={styles.facing}
      aria-label={t('home.words')}
      aria-describedby={meant}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.top}>
        <button type="button" className={styles.all} onClick={onClose}>
          <span aria-hidden="true">‹</span> {t('firstWords.all')}
        </button>
        <span className={styles.count}>
          {at + 1}/{sentences.length}
        </span>
        <button type="button" className={styles.leave} title={t('leave.hint')} onClick={leave}>
          {t('leave.button')} <span aria-hidden="true">✕</span>
        </button>
      </div>
      <div
        className={`${styles.theirs} ${turned ? styles.turned : ''}`}
        lang={theirs.code}
        dir={theirs.direction}
        data-turned={turned}
      >
        <p
          id={theirs === ours ? meant : undefined}
          className={line ? `${styles.sentence} ${styles.withLine}` : styles.sentence}
          aria-live="polite"
        >
          {text}
        </p>
        {line && (
          <p className={styles.number} dir="ltr">
            {line}
          </p>
        )}
        {sentence.answers && (
          <ul role="list" className={styles.answers}>
            {sentence.answers.map((one) => (
              <li key={one}>
                <button
                  type="button"
                  className={styles.answer}
                  aria-pressed={answer === one}
                  onClick={() => setPointed(answer === one ? undefined : { at: id, answer: one })}
                >
                  <span className={styles.said}>{theirs.answers[one]}</span>
                  {theirs !== ours && (
                    <span className={styles.gloss} lang={ours.code} dir={ours.direction}>
                      {ours.answers[one]}
                    </span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className={styles.ours}>
        {theirs !== ours && (
          <p id={meant} lang={ours.code} dir={ours.direction} aria-live="polite">
            {ours.sentences[id]}
          </p>
        )}
        {sentence.onlyIfTrue && <p className={styles.note}>{t('firstWords.onlyIfTrue')}</p>}
      </div>
      <div className={styles.steps}>
        <div className={styles.bar}>
          <Button
            className={styles.step}
            aria-label={t('firstWords.previous')}
            aria-disabled={!previous}
            onClick={() => previous && onGo(previous.id)}
          >
            <ArrowLeft aria-hidden size={28} />
          </Button>
          <Button aria-pressed={turned} onClick={() => setTurned(!turned)}>
            <RotateCw aria-hidden size={22} /> <span className={styles.word}>{t('firstWords.turn')}</span>
          </Button>
          {speaks && (
            <Button onClick={() => sayAloud(text, theirs.code)}>
              <Volume2 aria-hidden size={22} /> <span className={styles.word}>{t('firstWords.play')}</span>
            </Button>
          )}
          <Button
            variant="primary"
            className={styles.step}
            aria-label={t('firstWords.next')}
            aria-disabled={!next}
            onClick={() => next && onGo(next.id)}
          >
            <ArrowRight aria-hidden size={28} />
          </Button>
        </div>
      </div>
    </dialog>
  );
}

/** The number that a person can take along: of the country one is in. Where there is none, it has to be written down. */
function useLineToKeep(wanted: boolean): string | undefined {
  const directory = useDirectory();
  const { country: code } = useSettings();
  const channel = wanted && code && lineToKeep(countryOf(directory, code));
  return channel ? shownNumber(channel, channel.fromAbroad === true) : undefined;
}
