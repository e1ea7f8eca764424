import { Copy, Mail, Printer, Share2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { mailHref } from '../../directory/links.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { names } from '../../i18n/labels.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Case } from '../case.ts';
import type { Recipient } from '../note.ts';
import { respondersFor } from '../responders-for.ts';
import { line } from '../rules/needs.ts';
import styles from './NoteScreen.module.css';

interface Props {
  text: string;
  code: string;
  c: Case;
  to: Recipient;
  /** The code is out in the world: it is kept from now on. */
  onSend(): void;
}

/** Copy, share, mail, print. */
export function NoteSend({ text, code, c, to, onSend }: Props) {
  const t = useT();
  const [said, setSaid] = useState('');
  const mailboxes = useMemo(() => mailboxesOf(c, to), [c, to]);
  // The subject says nothing: it is read on locked screens and in logs.
  const mailto = (address: string) =>
    `${mailHref(address)}?subject=${encodeURIComponent(code)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;

  async function copy() {
    onSend();
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t('plan.note.copied'));
    } catch {
      setSaid(t('plan.note.copyFailed'));
    }
  }

  async function share() {
    onSend();
    try {
      await navigator.share({ title: code, text });
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      await copy();
    }
  }

  return (
    <Section title={t('plan.note.send')} id="send">
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
            onSend();
            window.print();
          }}
        >
          <Printer aria-hidden size={20} /> {t('plan.act.print')}
        </Button>
        {mailboxes.map(({ address, name }) => (
          <a key={address} className={styles.mail} href={mailto(address)} onClick={onSend}>
            <Mail aria-hidden size={20} />
            <span>
              {t('act.write')}: {name}
              <span className={styles.address}>{address}</span>
            </span>
          </a>
        ))}
        <a className={styles.mail} href={mailto('')} onClick={onSend}>
          <Mail aria-hidden size={20} /> {t('plan.note.mail')}
        </a>
      </div>
      <p role="status" className="no-print">
        {said}
      </p>
      <p className={`${styles.soft} no-print`}>{t('plan.note.mailHint')}</p>
    </Section>
  );
}

/** The mailboxes of the counterpart's contact point and lines. */
function mailboxesOf(c: Case, to: Recipient): { address: string; name: string }[] {
  return respondersFor(line(to), c).choices.flatMap(({ responder }) =>
    responder.channels
      .filter(({ type }) => type === 'email')
      .slice(0, 1)
      .map(({ value }) => ({ address: value, name: names(responder.name, currentLanguage()).main.text })),
  );
}
