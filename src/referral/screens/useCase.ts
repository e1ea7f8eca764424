/** The case at hand: its situation, and what was done with its plan, from wherever one comes to it. */
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useHistoryState, useLocationProperty } from 'wouter/use-browser-location';
import { caseStore, newCase, readCase, writeCase } from '../../device/case-of-tab.ts';
import { countAnswers, parseSituation, printSituation, type Situation } from '../situation.ts';

/** What an entry of the browser's history says: a number and a question. */
export interface Entry {
  case: string;
  ask?: string | undefined;
}

interface Known {
  /** The situation as `printSituation` writes it. */
  key: string;
  /** What was ticked, dated and noted of a plan that is not kept. */
  work?: unknown;
}

export interface CaseAtHand {
  situation: Situation;
  /** The question one is at. */
  ask: string | undefined;
  /** What the history says of it; for links that stay with the case. */
  entry: Entry | undefined;
  work: unknown;
  /** Goes to a question, or to the plan, with what is known now. */
  go(situation: Situation, ask: string | undefined, replace: boolean): void;
  /** Takes down what was done with the plan. */
  setWork(work: unknown): void;
}

/**
 * Reads the case of the present entry of the history. An address that carries a situation, behind `?` or `#`, is
 * understood and replaced at once by one that does not.
 * @param begun what is known before anything is said
 */
export function useCase(begun: Situation): CaseAtHand {
  const [path, navigate] = useLocation();
  const search = useSearch();
  const hash = useLocationProperty(
    () => location.hash,
    () => '',
  );
  const state = useHistoryState<(Partial<Entry> & { offered?: string }) | null>();
  useSyncExternalStore(caseStore.subscribe, caseStore.getSnapshot);

  const outside = state?.offered ?? (hash.includes('=') ? hash.slice(1) : search);
  const ask = state?.ask ?? new URLSearchParams(outside).get('ask') ?? undefined;
  const id = outside === '' ? state?.case : undefined;
  const known = (id === undefined ? undefined : readCase(id)) as Known | undefined;
  const key = id === undefined ? outside : (known?.key ?? '');
  const situation = useMemo(() => {
    const said = parseSituation(key);
    return countAnswers(said) === 0 ? begun : said;
  }, [key, begun]);

  const to = useCallback(
    (entry: Entry, replace: boolean) => navigate(path, { replace, state: entry satisfies Entry }),
    [navigate, path],
  );
  useEffect(() => {
    if (outside === '') return;
    const fresh = newCase();
    writeCase(fresh, { key: printSituation(situation) } satisfies Known);
    to({ case: fresh, ask }, true);
  }, [outside, situation, ask, to]);

  return {
    situation,
    ask,
    entry: id === undefined ? undefined : { case: id },
    work: known?.work,
    go(next, question, replace) {
      const at = id ?? newCase();
      writeCase(at, { ...known, key: printSituation(next) } satisfies Known);
      to({ case: at, ask: question }, replace);
    },
    setWork(work) {
      if (id !== undefined) writeCase(id, { key, work } satisfies Known);
    },
  };
}
