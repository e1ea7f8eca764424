import { useId, useRef } from 'react';
import { Button } from '../Button.tsx';
import styles from './Question.module.css';

interface Props {
  /** What is pressed to be asked. */
  button: string;
  question: string;
  /** What one should know before one answers. */
  more?: string;
  yes: string;
  no: string;
  disabled?: boolean;
  onYes(): void;
}

/** A button that asks once more before it does what cannot be undone. It opens on "no": whoever presses twice in haste loses nothing. */
export function Question({ button, question, more, yes, no, disabled, onYes }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const staying = useRef<HTMLButtonElement>(null);
  const id = useId();
  return (
    <>
      <Button
        variant="danger"
        disabled={disabled}
        onClick={() => {
          dialog.current?.showModal();
          staying.current?.focus();
        }}
      >
        {button}
      </Button>
      <dialog
        ref={dialog}
        className={styles.question}
        aria-labelledby={id}
        aria-describedby={more ? `${id}-more` : undefined}
      >
        <h2 id={id}>{question}</h2>
        {more && <p id={`${id}-more`}>{more}</p>}
        <div className={styles.answers}>
          <Button
            variant="danger"
            onClick={() => {
              dialog.current?.close();
              onYes();
            }}
          >
            {yes}
          </Button>
          <Button ref={staying} onClick={() => dialog.current?.close()}>
            {no}
          </Button>
        </div>
      </dialog>
    </>
  );
}
