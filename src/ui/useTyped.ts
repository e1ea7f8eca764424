import { useLayoutEffect, useSyncExternalStore } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { caseStore, newCase, readCase, writeCase } from '../device/case-of-tab.ts';

/** What was typed on a screen. */
export interface Typed {
  text: string;
  /** What was understood of it and is not to be, as `kind:code`. */
  without: readonly string[];
}

const NOTHING: Typed = { text: '', without: [] };

/**
 * What was typed on a screen. It may tell of a case: so this tab knows it, and neither the address nor the history says it.
 * An address with words in it, `q=`, comes from outside: it is understood and replaced at once by one without.
 *
 * On another screen nothing is typed yet, and the first letter opens the one it belongs to; after that the entry in the
 * history stays the same.
 * @param screen the path of the screen it belongs to
 */
export function useTyped(screen: string): { typed: Typed; type(next: Partial<Typed>): void } {
  const [path, navigate] = useLocation();
  const query = useSearch();
  const state = useHistoryState<{ case?: string } | null>();
  useSyncExternalStore(caseStore.subscribe, caseStore.getSnapshot);
  const here = path === screen;
  const params = new URLSearchParams(here ? query : '');
  const outside = params.has('q') || params.has('without');
  const id = here && !outside ? state?.case : undefined;
  const typed = outside
    ? { text: params.get('q') ?? '', without: params.getAll('without') }
    : ((id === undefined ? undefined : (readCase(id) as Typed | undefined)) ?? NOTHING);

  function take(value: Typed, replace: boolean) {
    const at = id ?? newCase();
    writeCase(at, value, true);
    if (id !== undefined) return;
    for (const name of ['q', 'without']) params.delete(name);
    navigate(params.size > 0 ? `${screen}?${params}` : screen, { replace, state: { case: at } });
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what else is known belongs to the same address
  useLayoutEffect(() => {
    if (outside) take(typed, true);
  }, [outside, query]);

  return {
    typed,
    type(next) {
      const value = { ...typed, ...next };
      if (value.text.trim() === '') value.without = [];
      if (here || value.text.trim() !== '') take(value, here);
    },
  };
}
