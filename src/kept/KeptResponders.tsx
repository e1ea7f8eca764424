import { useDirectory } from '../dataset/useDirectory.ts';
import { localDay, useNow } from '../device/clock.ts';
import { useSettings } from '../device/settings.ts';
import { countryOf } from '../directory/directory.ts';
import { partialDate } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { ResponderCard } from '../ui/facts/ResponderCard.tsx';
import { leaveRow } from '../ui/leaveRow.ts';
import type { Noted } from '../workspace/useWorkspace.ts';
import styles from './Kept.module.css';
import { Short } from './Short.tsx';

/** The responders the user keeps, as cards with their numbers. */
export function KeptResponders({ items, onRemove }: { items: readonly Noted[]; onRemove: (id: string) => void }) {
  const t = useT();
  const directory = useDirectory();
  const { country: standing } = useSettings();
  const now = useNow();
  return (
    <Short title={t('workspace.kept')} items={items} className={styles.cards}>
      {(noted) => {
        const responder = directory.responder(noted.id);
        const name = names(responder?.name ?? noted.name, currentLanguage()).main.text;
        return (
          <li key={noted.id} className={styles.item}>
            {responder ? (
              <ResponderCard
                responder={responder}
                country={countryOf(directory, responder.country)}
                standing={standing}
                now={now}
                isKept
              />
            ) : (
              <Gone noted={noted} />
            )}
            <button
              type="button"
              className={styles.remove}
              aria-label={t('workspace.removeName', { name })}
              onClick={(event) => {
                leaveRow(event);
                onRemove(noted.id);
              }}
            >
              {t('workspace.remove')}
            </button>
          </li>
        );
      }}
    </Short>
  );
}

/** A kept responder that a later edition no longer has: what was known when it was kept. */
function Gone({ noted }: { noted: Noted }) {
  const t = useT();
  const language = currentLanguage();
  const { edition } = useDirectory();
  const { main, others } = names(noted.name, language);
  return (
    <article className={styles.gone}>
      <p className={styles.goneName} lang={main.language}>
        {main.text}
      </p>
      {others.map((other) => (
        <p key={other.language} className={styles.soft} lang={other.language}>
          {other.text}
        </p>
      ))}
      {noted.number !== undefined && <p className={styles.number}>{noted.number}</p>}
      <p className={styles.soft}>
        {t('workspace.gone', { edition, date: partialDate(localDay(new Date(noted.at)), language) })}
      </p>
    </article>
  );
}
