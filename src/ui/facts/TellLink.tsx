import { Link } from 'wouter';
import { useT } from '../../i18n/i18n.ts';
import styles from './TellLink.module.css';

/** What a correction is about, as it stands in its address. */
export type About =
  | { responder: string; type?: string; value?: string; address?: string }
  | { point: string }
  | { network: string }
  | { country: string; legal: string }
  | { country: string; emergency: string }
  | { country: string; harmonised: string }
  /** `line`: which of the year's. */
  | { country: string; statistics: string; line: string };

interface Props {
  about: About;
  /** What it is called, for those who hear the link and do not see beside what it stands. */
  name: string;
  /** Says in full what happens; otherwise one word does, beside each of many facts. */
  whole?: boolean;
}

/** Leads to where one tells the curators that something is wrong. It is quiet: a call is never to be mistaken for it. */
export function TellLink({ about, name, whole = false }: Props) {
  const t = useT();
  return (
    <Link
      className={`${styles.tell} no-print`}
      href={`/workspace/corrections/new?${new URLSearchParams({ ...about })}`}
      aria-label={`${t('workspace.tell.whole')}: ${name}`}
    >
      {t(whole ? 'workspace.tell.whole' : 'workspace.tell.short')}
    </Link>
  );
}
