import { Link } from 'wouter';
import type { PackResponder } from '../../directory/pack.ts';
import { partialDate } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import type { Correction } from '../../workspace/useOutbox.ts';
import styles from './own.module.css';

type Proposal = Correction['proposal'];

/** One line a correction: which number or address, what is wrong with it, and whether it went out. */
export default function ToldLines({ told, responder }: { told: readonly Correction[]; responder: PackResponder }) {
  const t = useT();
  const language = currentLanguage();
  const open = told.flatMap(({ id, proposal, made, sent }) => {
    const { value } = (proposal.channel ?? {}) as { value?: unknown };
    const channel = responder.channels.find((one) => one.value === value);
    // An edition has taken it up.
    if (value !== undefined && !channel) return [];
    const shown = channel && (channel.international ?? channel.national ?? channel.value);
    const what = t(`corrections.what.${whatOf(proposal)}`);
    const right = proposal.field === 'value' && typeof proposal.new === 'string' ? proposal.new : undefined;
    const state = sent ? t('workspace.sentOn', { date: partialDate(sent, language) }) : t('workspace.unsent');
    return { id, text: [shown, what, right, partialDate(made, language), state].filter(Boolean).join(' · ') };
  });
  if (open.length === 0) return null;
  return (
    <div className={`${styles.notice} no-print`}>
      <Link className={styles.link} href="/workspace/corrections">
        {t('workspace.corrections')}
      </Link>
      {open.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}

/** In the words in which it was asked for. */
function whatOf({ kind, channel, field, check }: Proposal): string {
  const { outcome } = (check ?? {}) as { outcome?: unknown };
  if (kind === 'gone') return channel ? 'dead' : 'gone';
  if (kind === 'check') return outcome === 'wrong' ? 'dead' : outcome === 'no-answer' ? 'no-answer' : 'right';
  if (kind === 'add-channel') return 'missing';
  if (kind !== 'change' || !channel) return 'else';
  if (field === 'value' || field === 'hours') return field;
  return field === 'fromAbroad' ? 'abroad' : 'else';
}
