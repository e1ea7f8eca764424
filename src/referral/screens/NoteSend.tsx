import { Bookmark, Mail } from 'lucide-react';
import { useMemo } from 'react';
import type { PackResponder } from '../../directory/pack.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { names } from '../../i18n/labels.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { type Case, caseOf } from '../case.ts';
import type { Recipient } from '../note.ts';
import { type Choice, respondersFor } from '../responders-for.ts';
import { line } from '../rules/needs.ts';
import { ChoiceLine } from './Choices.tsx';
import styles from './NoteScreen.module.css';
import { mailTo, SendWays } from './SendWays.tsx';

interface Props {
  text: string;
  code: string;
  c: Case;
  to: Recipient;
  /** The code is out in the world: from now on it stays with the plan, and is kept where the plan is. */
  onSend(): void;
  onKeep(): void;
  /** Whether the plan has this code: in what is kept, or in this tab only. */
  known: 'kept' | 'here' | undefined;
}

/** Copy, share, mail, print; and whom of the counterpart's contact point and lines one can only call. */
export function NoteSend({ text, code, c, to, onSend, onKeep, known }: Props) {
  const t = useT();
  const counterparts = useMemo(() => counterpartsOf(c, to), [c, to]);
  const unwritten = counterparts.filter(({ responder }) => !mailboxOf(responder));

  return (
    <Section title={t('plan.note.send')} id="send">
      <SendWays text={text} code={code} onSend={onSend} note={known === 'kept' && t('plan.note.codeKept', { code })}>
        {counterparts.map(({ responder }) => {
          const address = mailboxOf(responder);
          if (!address) return null;
          const { main } = names(responder.name, currentLanguage());
          return (
            <a key={responder.id} className={styles.mail} href={mailTo(address, code, text)} onClick={onSend}>
              <Mail aria-hidden size={20} />
              <span>
                {t('act.write')}: <span lang={main.language}>{main.text}</span>
                <span className={styles.address}>{address}</span>
              </span>
            </a>
          );
        })}
      </SendWays>
      {unwritten.length > 0 && (
        <ul role="list" className={`${styles.unwritten} no-print`}>
          {unwritten.map((choice) => (
            <li key={choice.responder.id}>
              <ChoiceLine choice={choice} c={c} />
              <p className={styles.soft}>{t('plan.note.noMailbox')}</p>
            </li>
          ))}
        </ul>
      )}
      {known === 'here' && (
        <div className="no-print">
          <p className={styles.soft}>{t('plan.note.codeUnkept', { code })}</p>
          <Button onClick={onKeep}>
            <Bookmark aria-hidden size={20} /> {t('plan.act.keep')}
          </Button>
        </div>
      )}
      <p className={`${styles.soft} no-print`}>{t('plan.note.mailHint')}</p>
    </Section>
  );
}

/** The contact point and the lines of the country the note goes to. */
function counterpartsOf(c: Case, to: Recipient): readonly Choice[] {
  if (to === 'origin' || to === 'found' || to === 'elsewhere') return respondersFor(line(to), c).choices;
  const of = caseOf({ ...c.situation, origin: to }, c.directory, c);
  return respondersFor(line('origin'), of).choices;
}

function mailboxOf({ channels }: PackResponder): string | undefined {
  return channels.find(({ type }) => type === 'email')?.value;
}
