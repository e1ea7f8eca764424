import { useState } from 'react';
import { Link } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { useDirectory } from '../dataset/useDirectory.ts';
import { readProposal } from '../directory/proposal-text.ts';
import { partialDate } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { InEnglish } from '../ui/facts/InEnglish.tsx';
import { Loading } from '../ui/Loading.tsx';
import { leaveRow } from '../ui/leaveRow.ts';
import { Screen } from '../ui/Screen.tsx';
import { Section } from '../ui/Section.tsx';
import { useNotKept } from '../ui/useNotKept.ts';
import { useStands } from '../ui/useStands.ts';
import { type Correction, removeCorrection, useOutbox } from '../workspace/useOutbox.ts';
import { Back } from './Back.tsx';
import styles from './Corrections.module.css';
import { Send } from './Send.tsx';
import { linesOf } from './words.ts';

/** What was written to the curators: what is to be sent, the ways to send it, and what was sent. */
export function Outbox() {
  const t = useT();
  const notKept = useNotKept();
  const { state, items } = useOutbox();
  const [failed, setFailed] = useState(false);
  const stands = useStands();
  const comes = useHistoryState<{ kept?: boolean } | null>();
  const unsent = items.filter(({ sent }) => sent === undefined);
  const sent = items.filter((item) => item.sent !== undefined);
  const list = (corrections: readonly Correction[]) => (
    <ul role="list" className={styles.cards}>
      {corrections.map((correction) => (
        <li key={correction.id} className={styles.card}>
          <Card
            correction={correction}
            onRemove={() => removeCorrection(correction.id).then((done) => setFailed(!done))}
          />
        </li>
      ))}
    </ul>
  );
  return (
    <Screen title={t('corrections.outbox.title')} above={<Back />}>
      <div role="status">
        {stands && comes?.kept && unsent.length > 0 && <p className={styles.said}>{t('corrections.outbox.kept')}</p>}
        {failed && <p className={styles.notice}>{notKept(t('workspace.failed'))}</p>}
      </div>
      {state === 'loading' && <Loading />}
      {state === 'unavailable' && <p className={styles.notice}>{t('corrections.unavailable')}</p>}
      {state === 'ready' && items.length === 0 && (
        <p>
          {t('corrections.outbox.empty')} <Link href="/responders">{t('workspace.emptyLink')}</Link>
        </p>
      )}
      {unsent.length > 0 && <Section title={t('corrections.outbox.unsent')}>{list(unsent)}</Section>}
      {state === 'ready' && <Send corrections={unsent} />}
      {sent.length > 0 && <Section title={t('corrections.outbox.sent')}>{list(sent)}</Section>}
      {items.length > 0 && <p className={styles.soft}>{t('corrections.outbox.onPhone')}</p>}
    </Screen>
  );
}

/** One correction, with what can be done with it. */
function Card({ correction, onRemove }: { correction: Correction; onRemove(): void }) {
  const t = useT();
  const language = currentLanguage();
  const directory = useDirectory();
  const read = readProposal(correction.proposal);
  const lines = 'proposal' in read ? linesOf(read.proposal, { t, language, directory }) : [];
  const [first, ...rest] = lines;
  const name = first?.text ?? t('corrections.outbox.foreign');
  return (
    <>
      <h3>{name}</h3>
      {rest.length > 0 && (
        <dl className={styles.pairs}>
          {rest.map((line) => (
            <div key={line.name}>
              <dt>{line.name}</dt>
              <dd>{line.english ? <InEnglish>{line.text}</InEnglish> : line.text}</dd>
            </div>
          ))}
        </dl>
      )}
      {correction.sent !== undefined && (
        <p className={styles.soft}>{t('workspace.sentOn', { date: partialDate(correction.sent, language) })}</p>
      )}
      <p className={styles.cardWays}>
        {correction.sent === undefined && lines.length > 0 && (
          <Link
            className={styles.way}
            href={`/workspace/corrections/${correction.id}`}
            aria-label={`${t('corrections.outbox.edit')}: ${name}`}
          >
            {t('corrections.outbox.edit')}
          </Link>
        )}
        <button
          type="button"
          className={styles.way}
          aria-label={t('workspace.removeName', { name })}
          onClick={(event) => {
            leaveRow(event);
            onRemove();
          }}
        >
          {t('workspace.remove')}
        </button>
      </p>
    </>
  );
}
