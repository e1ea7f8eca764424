import { Bookmark, BookmarkCheck, NotebookPen, Printer, RotateCcw, Share2 } from 'lucide-react';
import { useRef, useState } from 'react';
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
  const { kept, content } = keeper;
  // What was said of the plan gives way to the count once more is ticked.
  const [last, setLast] = useState({ said: '', ticks: -1 });
  const setSaid = (said: string, ticks = content.ticks.length) => setLast({ said, ticks });
  const counted = (count: number) => t('plan.done', { count, of: plan.steps.length });
  const print = useRef<HTMLButtonElement>(null);

  function clear() {
    keeper.change((plan) => ({ ...plan, ticks: [] }));
    setSaid(counted(0), 0);
    // The button goes away.
    print.current?.focus();
  }

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
      <Button disabled={keeper.state === 'loading'} onClick={() => (kept ? keeper.forget() : keeper.keep())}>
        {kept ? <BookmarkCheck aria-hidden size={20} /> : <Bookmark aria-hidden size={20} />}
        {t(kept ? 'plan.act.kept' : 'plan.act.keep')}
      </Button>
      <Button onClick={share}>
        <Share2 aria-hidden size={20} /> {t('plan.act.share')}
      </Button>
      <Button ref={print} onClick={() => window.print()}>
        <Printer aria-hidden size={20} /> {t('plan.act.print')}
      </Button>
      {content.ticks.length > 0 && (
        <Button onClick={clear}>
          <RotateCcw aria-hidden size={20} /> {t('plan.act.clear')}
        </Button>
      )}
      <p className={styles.said}>{t('plan.shareSays')}</p>
      <p className={styles.said} role="status">
        {last.ticks === content.ticks.length ? last.said : content.ticks.length > 0 && counted(content.ticks.length)}
      </p>
    </div>
  );
}
