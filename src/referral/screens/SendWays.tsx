import { Copy, Mail, Printer, Share2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { mailHref } from '../../directory/links.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './NoteScreen.module.css';

interface Props {
  text: string;
  /** The only thing that a subject or a title says. */
  code: string;
  /** Told before it is sent. */
  onSend?(): void;
  /** Mailboxes that are known. */
  children?: ReactNode;
  /** What is said besides, e.g. where the code is kept. */
  note?: ReactNode;
}

/** The roads a text takes that leaves this phone: by hand alone. */
export function SendWays({ text, code, onSend, children, note }: Props) {
  const t = useT();
  const [said, setSaid] = useState('');

  async function copy() {
    onSend?.();
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t('plan.note.copied'));
    } catch {
      setSaid(t('plan.note.copyFailed'));
    }
  }

  async function share() {
    onSend?.();
    try {
      await navigator.share({ title: code, text });
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      await copy();
    }
  }

  return (
    <>
      <div className={`${styles.send} no-print`}>
        <Button variant="primary" onClick={copy}>
          <Copy aria-hidden size={20} /> {t('plan.note.copy')}
        </Button>
        {'share' in navigator && (
          <Button onClick={share}>
            <Share2 aria-hidden size={20} /> {t('plan.note.share')}
          </Button>
        )}
        <Button
          onClick={() => {
            onSend?.();
            window.print();
          }}
        >
          <Printer aria-hidden size={20} /> {t('plan.act.print')}
        </Button>
        {children}
        <a className={styles.mail} href={mailTo('', code, text)} onClick={onSend}>
          <Mail aria-hidden size={20} /> {t('plan.note.mail')}
        </a>
      </div>
      <p role="status" className="no-print">
        {said} {note}
      </p>
    </>
  );
}

/** The subject says nothing: it is read on locked screens and in logs. */
export function mailTo(address: string, code: string, text: string): string {
  return `${mailHref(address)}?subject=${encodeURIComponent(code)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;
}
