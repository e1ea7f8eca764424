/** The case at hand: its situation, and what was done with its plan, from wherever one comes to it. */
import { useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useHistoryState, useLocationProperty } from 'wouter/use-browser-location';
import { caseStore, newCase, readCase, writeCase } from '../../device/case-of-tab.ts';
import type { KnownCase } from '../known-case.ts';
import { countAnswers, parseSituation, printSituation, type Situation } from '../situation.ts';

/** What an entry of the browser's history says: a number and a question. */
export interface Entry {
  case: string;
  ask?: string | undefined;
}

export interface CaseAtHand {
  situation: Situation;
  /** Whether anything of it was said, and not forgotten since. */
  said: boolean;
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
  const state = useHistoryState<Partial<Entry> | null>();
  useSyncExternalStore(caseStore.subscribe, caseStore.getSnapshot);

  const outside = hash.includes('=') ? hash.slice(1) : search;
  const ask = (outside ? new URLSearchParams(outside).get('ask') : state?.ask) ?? undefined;
  const id = outside === '' ? state?.case : undefined;
  const known = (id === undefined ? undefined : readCase(id)) as KnownCase | undefined;
  const key = id === undefined ? outside : (known?.key ?? '');
  const answered = useMemo(() => parseSituation(key), [key]);
  const said = countAnswers(answered) > 0;
  const situation = said ? answered : begun;

  function take(
    next: Omit<KnownCase, 'key'>,
    nextSituation: Situation,
    question: string | undefined,
    replace: boolean,
  ) {
    const at = id ?? newCase();
    writeCase(at, { ...next, key: printSituation(nextSituation) } satisfies KnownCase);
    // Browsers allow it only so often, and where one stays there is nothing new to say.
    if (replace && at === id && question === ask) return;
    navigate(path, { replace, state: { case: at, ask: question } satisfies Entry });
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what else is known belongs to the same address
  useLayoutEffect(() => {
    if (outside !== '') take({}, answered, ask, true);
  }, [outside]);

  return {
    situation,
    said,
    ask,
    entry: id === undefined ? undefined : { case: id },
    work: known?.work,
    go: (next, question, replace) => take({ work: known?.work }, next, question, replace),
    setWork: (work) => take({ work }, situation, ask, true),
  };
}
