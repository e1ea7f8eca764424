/** What is done with the plan at hand: kept on the device once one asks for it, until then known to this tab only. */

import { useEffect } from 'react';
import type { PlanContent } from '../../workspace/rows.ts';
import { type PlanKeeper, usePlanKeeper } from '../../workspace/usePlans.ts';
import { printSituation } from '../situation.ts';
import type { CaseAtHand } from './useCase.ts';

export interface PlanAtHand extends PlanKeeper {
  /** Keeps the plan with what was done so far. */
  keep(): void;
}

/** What this tab knows. */
interface Work extends PlanContent {
  /** Something was done while what is kept was locked: this plan may be kept. */
  waits?: true;
}

const NOTHING: Work = { ticks: [], days: {} };

/** @param same whether the situation is the one shown before with another answer */
export function usePlanAtHand({ situation, work, setWork }: CaseAtHand, same: boolean): PlanAtHand {
  const keeper = usePlanKeeper(printSituation(situation), same);
  const done = readWork(work);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked at once, when the plan is found in the database
  useEffect(() => {
    if (!keeper.kept || work === undefined) return;
    // While it was locked nobody could know that this plan is kept: what was done with it meanwhile goes along.
    if (done.waits) keeper.change((stored) => together(stored, done));
    setWork(undefined);
  }, [keeper.kept]);
  if (keeper.kept) {
    return {
      ...keeper,
      keep: () => keeper.change((content) => content),
      forget() {
        setWork(undefined);
        keeper.forget();
      },
    };
  }
  return {
    ...keeper,
    content: done,
    saving: () => undefined,
    change: (edit) =>
      setWork({ ...edit(done), ...((done.waits || keeper.state === 'locked') && { waits: true }) } satisfies Work),
    keep: () => keeper.change((stored) => together(stored, done)),
  };
}

function together(stored: PlanContent, { waits: _waits, ...done }: Work): PlanContent {
  return {
    ...stored,
    ...done,
    ticks: [...new Set([...stored.ticks, ...done.ticks])],
    days: { ...stored.days, ...done.days },
  };
}

function readWork(work: unknown): Work {
  return typeof work === 'object' && work !== null ? (work as Work) : NOTHING;
}
