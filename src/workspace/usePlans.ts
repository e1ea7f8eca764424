/** Kept referral plans for screens. The database and Dexie with it are loaded when first asked for. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { type Draft, draft, type Shown } from './draft.ts';
import { heldStore } from './held.ts';
import { isLocked, Locked, whenLocked } from './lock/state.ts';
import type { KeptPlan, PlanContent } from './rows.ts';
import { hear } from './tabs.ts';
import { type Saving, savingOf } from './useTicks.ts';

export type { KeptPlan } from './rows.ts';

const NOTHING: PlanContent = { ticks: [], days: {} };
const LOCKED: KeptPlans = { plans: [], state: 'locked' };
const LOADING: Shown<PlanContent> = { value: undefined, stored: undefined, state: 'loading' };

const store = () => import('./plans.ts');

interface OpenPlan {
  /** The situation it is for. */
  key: string;
  draft: Draft<PlanContent>;
}

/** By situation: what could not be written is still there when its screen is opened again. */
const openPlans = new Map<string, OpenPlan>();

function openPlan(key: string): OpenPlan {
  const known = openPlans.get(key);
  if (known) return known;
  let standing = key;
  const plan: OpenPlan = {
    key,
    draft: draft<PlanContent>(
      'plans',
      async () => (await store()).readPlan(standing),
      async (edits) => {
        const to = plan.key;
        const content = await (await store()).editPlan(standing, to, edits);
        standing = to;
        return content;
      },
    ),
  };
  openPlans.set(key, plan);
  return plan;
}

/** Forgets what this page knows of plans, also what could not be written. */
export function dropOpenPlans(): void {
  openPlans.clear();
}

/** The plan goes along to what its situation is now. */
function movePlan(plan: OpenPlan, key: string): void {
  openPlans.delete(plan.key);
  openPlans.set(key, plan);
  plan.key = key;
  void plan.draft.edit((content) => content);
}

export interface PlanKeeper {
  content: PlanContent;
  /** The plan is in the database; until it is gone from there it is not forgotten. */
  kept: boolean;
  /** It stands there as it is shown, with the last change. */
  written: boolean;
  /**
   * `refused`: this browser keeps nothing; what is ticked holds until the page is closed. `unsaved`: the last change
   * could not be written.
   */
  state: Shown<unknown>['state'];
  /** How far the last change of a step's tick has come; undefined when it is written. */
  saving(step: string): Saving | undefined;
  /** Changes the plan and keeps it. The change is a function of what stands there, which another tab may have changed. */
  change(edit: (content: PlanContent) => PlanContent): void;
  /** Forgets the plan, its ticks, days and note. */
  forget(): void;
  /** Writes what could not be written. */
  retry(): void;
}

/**
 * What is kept of the plan of a situation. When the situation changes while the plan is on the screen, its ticks and
 * days go along; when another plan is opened, its own are read.
 * @param key the situation as its address has it
 * @param same whether `key` is the plan shown before with another answer
 */
export function usePlanKeeper(key: string, same: boolean): PlanKeeper {
  const [plan, setPlan] = useState(() => openPlan(key));
  const current = useSyncExternalStore(plan.draft.subscribe, plan.draft.getSnapshot);
  const along = same && current.value !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whether it is the same plan is asked when the key changes
  useEffect(() => {
    if (plan.key === key) return;
    if (along) movePlan(plan, key);
    else setPlan(openPlan(key));
  }, [key, plan]);

  const { value, stored, state } = plan.key === key || along ? current : LOADING;
  return {
    content: value ?? NOTHING,
    kept: stored !== undefined,
    written: stored !== undefined && stored === value,
    state,
    saving: (step) => savingOf(isTicked(value, step) === isTicked(stored, step), state),
    change: (edit) => void plan.draft.edit((content) => edit(content ?? NOTHING)),
    forget: () => void plan.draft.edit(() => undefined),
    retry: () => void plan.draft.retry(),
  };
}

function isTicked(content: PlanContent | undefined, step: string): boolean {
  return content?.ticks.includes(step) ?? false;
}

/** Changes a kept plan, e.g. what it is called. @returns whether it is written */
export function changeKeptPlan(key: string, edit: (content: PlanContent) => PlanContent): Promise<boolean> {
  return openPlan(key).draft.edit((content) => content && edit(content));
}

interface KeptPlans {
  plans: readonly KeptPlan[];
  /** Whether these are all plans: not before they were read, while they are locked, or where they cannot be read. */
  state: 'loading' | 'ready' | 'locked' | 'unavailable';
}

/** All kept plans, the one changed last first; read anew when the screen opens and when something changed. */
export function useKeptPlans(): KeptPlans & { remove(key: string): Promise<boolean> } {
  const [known, setKnown] = useState<KeptPlans>({ plans: [], state: 'loading' });
  const read = useCallback(async () => {
    try {
      const read = await (await store()).readPlans();
      setKnown(isLocked() ? LOCKED : { plans: read, state: 'ready' });
    } catch (error) {
      if (error instanceof Locked) setKnown(LOCKED);
      else {
        // What was read before still stands, and what something holds is waited for.
        setKnown((before) =>
          before.state === 'ready' || heldStore.getSnapshot() ? before : { plans: [], state: 'unavailable' },
        );
        console.warn('workspace:', error);
      }
    }
  }, []);
  useEffect(() => {
    void read();
    const offs = [
      hear((part) => {
        if (part === undefined || part === 'plans') void read();
      }),
      whenLocked(() => setKnown(LOCKED)),
    ];
    return () => {
      for (const off of offs) off();
    };
  }, [read]);
  return { ...known, remove: (key) => openPlan(key).draft.edit(() => undefined) };
}
