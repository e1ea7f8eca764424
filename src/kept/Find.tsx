import { Search } from 'lucide-react';
import { useId, useMemo } from 'react';
import { Link } from 'wouter';
import { useDirectory } from '../dataset/useDirectory.ts';
import { wayToCase } from '../device/case-of-tab.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { codeMeant } from '../referral/code.ts';
import { AnswerWay } from '../ui/own/AnswerWay.tsx';
import { EntryRow } from '../ui/own/EntryRow.tsx';
import type { OwnEntry } from '../ui/own/entries.ts';
import { useOwnEntries } from '../ui/own/useOwnEntries.ts';
import { usePlanEntries } from '../ui/own/usePlanEntries.ts';
import { useSpoken } from '../ui/useSpoken.ts';
import { createFinder } from '../workspace/find.ts';
import { digitsOf } from '../workspace/reach.ts';
import { useKept } from '../workspace/useWorkspace.ts';
import styles from './Kept.module.css';

/** The one box over all that is kept. */
export function FindBox({ text, onText }: { text: string; onText(text: string): void }) {
  const t = useT();
  const id = useId();
  return (
    <search>
      <label className={styles.findLabel} htmlFor={id}>
        {t('corner.find.label')}
      </label>
      <span className={styles.findField}>
        <Search aria-hidden size={22} />
        <input
          id={id}
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={text}
          onChange={({ currentTarget }) => onText(currentTarget.value)}
          onKeyDown={(event) => {
            const first = document.querySelector<HTMLElement>('[data-hit]');
            if (!(event.key === 'ArrowDown' || event.key === 'Enter') || !first) return;
            event.preventDefault();
            first.focus();
          }}
        />
      </span>
    </search>
  );
}

/** What of all that is kept bears what was typed. */
export function Finds({ text }: { text: string }) {
  const t = useT();
  const own = useOwnEntries();
  const responders = useKeptEntries();
  const plans = usePlanEntries();
  const find = useMemo(() => createFinder([...own, ...responders, ...plans]), [own, responders, plans]);
  const code = codeMeant(text);
  const found = useMemo(() => find(code ?? text), [find, code, text]);
  const count = t(found.length > 0 ? 'corner.find.found' : 'corner.find.nothing', {
    count: found.length,
    asked: text.trim(),
  });
  const spoken = useSpoken(count);
  return (
    <>
      <p className={styles.soft}>{count}</p>
      <p role="status" className="visually-hidden">
        {spoken}
      </p>
      <ul role="list" className={styles.rows} aria-label={t('corner.find.label')}>
        {found.map((entry) => (
          <li key={entry.key}>
            <EntryRow entry={entry} />
          </li>
        ))}
      </ul>
      {code && !found.some(({ kind }) => kind === 'plan') && <AnswerWay code={code} />}
      <p>
        <Link className={styles.find} href="/search" {...wayToCase({ text, without: [] })}>
          {t('corner.find.directory')}
        </Link>
      </p>
    </>
  );
}

function useKeptEntries(): OwnEntry[] {
  const directory = useDirectory();
  const { items } = useKept();
  const language = currentLanguage();
  return useMemo(
    () =>
      items.map((noted): OwnEntry => {
        const responder = directory.responder(noted.id);
        const name = responder?.name ?? noted.name;
        const channels = responder?.channels ?? [];
        return {
          kind: 'responder',
          key: `responder ${noted.id}`,
          href: responder ? `/responders/${noted.id}` : '/workspace',
          title: names(name, language).main.text,
          text: [...Object.values(name), ...channels.map(({ value }) => value)],
          numbers: [noted.number ?? '', ...channels.flatMap(({ value, national = '' }) => [value, national])].flatMap(
            digitsOf,
          ),
        };
      }),
    [directory, items, language],
  );
}
