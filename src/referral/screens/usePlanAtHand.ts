/** What is done with the plan at hand: kept on the device once one asks for it, until then known to this tab only. */

import type { PlanContent } from '../../workspace/rows.ts';
import { type PlanKeeper, usePlanKeeper } from '../../workspace/usePlans.ts';
import { printSituation } from '../situation.ts';
import type { CaseAtHand } from './useCase.ts';

export interface PlanAtHand extends PlanKeeper {
  /** Keeps the plan with what was done so far. */
  keep(): void;
}

const NOTHING: PlanContent = { ticks: [], days: {} };

/** @param same whether the situation is the one shown before with another answer */
export function usePlanAtHand({ situation, work, setWork }: CaseAtHand, same: boolean): PlanAtHand {
  const keeper = usePlanKeeper(printSituation(situation), same);
  const done = readWork(work);
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
    change: (edit) => setWork(edit(done)),
    keep: () =>
      keeper.change((stored) => ({
        ...stored,
        ...done,
        ticks: [...new Set([...stored.ticks, ...done.ticks])],
        days: { ...stored.days, ...done.days },
      })),
  };
}

function readWork(work: unknown): PlanContent {
  return typeof work === 'object' && work !== null ? (work as PlanContent) : NOTHING;
}
