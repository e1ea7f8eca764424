import { Link } from 'wouter';
import { useDirectory } from '../dataset/useDirectory.ts';
import { REGIONS } from '../directory/codes.ts';
import type { Directory } from '../directory/directory.ts';
import { countryName, partialDate } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { leaveRow } from '../ui/leaveRow.ts';
import { Section } from '../ui/Section.tsx';
import { type Correction, removeCorrection, useOutbox } from '../workspace/useOutbox.ts';
import styles from './Kept.module.css';

/** What the user wrote to the curators: each leads to where it is changed and sent. */
export function Corrections({ onRemoved }: { onRemoved: (done: boolean) => void }) {
  const t = useT();
  const language = currentLanguage();
  const directory = useDirectory();
  const { items } = useOutbox();
  if (items.length === 0) return null;
  return (
    <Section title={t('workspace.corrections')}>
      <ul role="list" className={styles.rows}>
        {items.map(({ id, proposal, sent }) => {
          const name = subjectOf(proposal, directory, t('place.international'));
          return (
            <li key={id} className={styles.plan}>
              <Link href="/workspace/corrections">
                {name} · {sent ? t('workspace.sentOn', { date: partialDate(sent, language) }) : t('workspace.unsent')}
              </Link>
              <button
                type="button"
                className={styles.remove}
                aria-label={t('workspace.removeName', { name })}
                onClick={(event) => {
                  leaveRow(event);
                  removeCorrection(id).then(onRemoved);
                }}
              >
                {t('workspace.remove')}
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** Whom or which country it is about, and which number or address. */
function subjectOf(proposal: Correction['proposal'], directory: Directory, international: string): string {
  const language = currentLanguage();
  const about = typeof proposal.about === 'string' ? proposal.about.replace(/^responder\./, '') : undefined;
  const id = typeof proposal.responder === 'string' ? proposal.responder : about;
  const responder = directory.responder(id ?? '');
  const region = REGIONS.find((code) => code === proposal.country);
  const country = region && (region === 'eu' ? international : countryName(region, language));
  const { value } = (proposal.channel ?? {}) as { value?: unknown };
  const shown = responder?.channels.find((channel) => channel.value === value)?.international ?? value;
  return [responder ? names(responder.name, language).main.text : (country ?? id), shown]
    .filter((part) => typeof part === 'string')
    .join(' · ');
}
