/** Kept referral plans for screens. The database and Dexie with it are loaded when first asked for. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeptPlan } from './store.ts';

export type { KeptPlan } from './store.ts';

type Content = Omit<KeptPlan, 'key' | 'at'>;
const NOTHING: Content = { ticks: [], days: {} };

async function store() {
  if (!globalThis.indexedDB) throw new Error('this browser offers no IndexedDB here');
  return import('./plans.ts');
}

let last: Promise<unknown> = Promise.resolve();

/** Does something to the database after all that was asked before, so that the last tick is the one that stays. */
function inOrder<T>(work: (plans: typeof import('./plans.ts')) => Promise<T>): Promise<T> {
  const done = last.then(async () => {
    try {
      return await work(await store());
    } catch (error) {
      console.warn('plans:', error);
      throw error;
    }
  });
  last = done.catch(() => undefined);
  return done;
}

export interface PlanKeeper {
  content: Content;
  /** Something of this plan is in the database. */
  kept: boolean;
  /** `failed`: this browser keeps nothing; what is ticked holds until the page is closed. */
  state: 'loading' | 'ready' | 'failed';
  /** Changes the plan and keeps it. */
  change(change: Partial<Content>): void;
  /** Forgets the plan, its ticks, days and note. */
  forget(): void;
}

/**
 * What is kept of the plan of a situation. When the situation changes while the plan is on the screen, its ticks and
 * days go along; when another plan is opened, its own are read.
 * @param key the situation as its address has it
 * @param same whether `key` is the plan shown before with another answer
 */
export function usePlanKeeper(key: string, same: boolean): PlanKeeper {
  const [shown, setShown] = useState<{ key: string; content: Content; kept: boolean; state: PlanKeeper['state'] }>({
    key: '',
    content: NOTHING,
    kept: false,
    state: 'loading',
  });
  const latest = useRef(shown);
  const set = useCallback((next: typeof shown) => {
    latest.current = next;
    setShown(next);
  }, []);

  const write = useCallback(
    (content: Content, from: string) => {
      const plan = { key, at: Date.now(), ...content };
      set({ key, content, kept: true, state: latest.current.state });
      inOrder(async ({ movePlan, putPlan }) => (from === key ? putPlan(plan) : movePlan(from, plan))).catch(() => {
        if (latest.current.key === key) set({ ...latest.current, kept: false, state: 'failed' });
      });
    },
    [key, set],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: whether it is the same plan is asked when the key changes
  useEffect(() => {
    const before = latest.current;
    if (before.key === key) return;
    if (same && before.kept) {
      write(before.content, before.key);
      return;
    }
    let on = true;
    set({ key, content: NOTHING, kept: false, state: 'loading' });
    inOrder(({ readPlan }) => readPlan(key)).then(
      (plan) => {
        if (on) set({ key, content: plan ?? NOTHING, kept: plan !== undefined, state: 'ready' });
      },
      () => {
        if (on) set({ key, content: NOTHING, kept: false, state: 'failed' });
      },
    );
    return () => {
      on = false;
    };
  }, [key]);

  const { content, kept, state } =
    shown.key === key ? shown : { content: NOTHING, kept: false, state: 'loading' as const };
  return {
    content,
    kept,
    state,
    change: (change) => write({ ...latest.current.content, ...change }, latest.current.key),
    forget: () => {
      set({ key, content: NOTHING, kept: false, state });
      inOrder(({ deletePlan }) => deletePlan(key)).catch(() => undefined); // said on the console
    },
  };
}

/** All kept plans, the one changed last first; read anew when the screen opens and after one was removed. */
export function useKeptPlans(): { plans: readonly KeptPlan[]; remove(key: string): Promise<boolean> } {
  const [plans, setPlans] = useState<readonly KeptPlan[]>([]);
  const read = useCallback(
    (work: (of: typeof import('./plans.ts')) => Promise<void>) =>
      inOrder(async (database) => {
        await work(database);
        setPlans(await database.readPlans());
      }).then(
        () => true,
        () => false,
      ),
    [],
  );
  useEffect(() => {
    void read(async () => undefined);
  }, [read]);
  return { plans, remove: (key) => read(({ deletePlan }) => deletePlan(key)) };
}
