import { Bookmark, BookmarkCheck, NotebookPen, Printer, RotateCcw, Share2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import type { Plan } from '../plan.ts';
import { printSituation } from '../situation.ts';
import styles from './PlanView.module.css';
import type { Entry } from './useCase.ts';
import type { PlanAtHand } from './usePlanAtHand.ts';

interface Props {
  plan: Plan;
  keeper: PlanAtHand;
  entry: Entry | undefined;
}

/** What can be done with the plan as a whole: the note, keeping, sharing, printing, unticking. */
export function PlanToolbar({ plan, keeper, entry }: Props) {
  const t = useT();
  const [said, setSaid] = useState('');
  const { kept, content } = keeper;

  async function share() {
    // Behind the hash it reaches no server. Who opens it is somebody else: the role stays here.
    const { role: _, ...situation } = plan.situation;
    const url = `${location.origin}${location.pathname}#${printSituation(situation)}`;
    try {
      if (navigator.share) {
        await navigator.share({ title: t('plan.title'), url });
        return;
      }
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return;
    }
    try {
      await navigator.clipboard.writeText(url);
      setSaid(t('plan.shared'));
    } catch {
      setSaid(url);
    }
  }

  return (
    <div className={`${styles.toolbar} no-print`}>
      <Link className={styles.note} href="/referral/note" state={entry}>
        <NotebookPen aria-hidden size={20} /> {t('plan.act.note')}
      </Link>
      <Button
        aria-pressed={kept}
        disabled={keeper.state === 'loading'}
        onClick={() => (kept ? keeper.forget() : keeper.keep())}
      >
        {kept ? <BookmarkCheck aria-hidden size={20} /> : <Bookmark aria-hidden size={20} />}
        {t(kept ? 'plan.act.kept' : 'plan.act.keep')}
      </Button>
      <Button onClick={share}>
        <Share2 aria-hidden size={20} /> {t('plan.act.share')}
      </Button>
      <Button onClick={() => window.print()}>
        <Printer aria-hidden size={20} /> {t('plan.act.print')}
      </Button>
      {content.ticks.length > 0 && (
        <Button onClick={() => keeper.change((plan) => ({ ...plan, ticks: [] }))}>
          <RotateCcw aria-hidden size={20} /> {t('plan.act.clear')}
        </Button>
      )}
      <p className={styles.said}>{t('plan.shareSays')}</p>
      <p className={styles.said} role="status">
        {said || (content.ticks.length > 0 && t('plan.done', { count: content.ticks.length, of: plan.steps.length }))}
      </p>
    </div>
  );
}
