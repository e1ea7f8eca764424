/** The answer that is being written. Its tab alone knows it, like a case: neither the address nor the history says anything of it. */
import { useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { caseStore, newCase, readCase, writeCase } from '../../device/case-of-tab.ts';
import { type Answer, readAnswer } from '../answer.ts';

export function useAnswer(): { answer: Answer; change(part: Partial<Answer>): void } {
  const [path, navigate] = useLocation();
  const state = useHistoryState<{ case?: string } | null>();
  useSyncExternalStore(caseStore.subscribe, caseStore.getSnapshot);
  const id = state?.case;
  const answer = readAnswer(id === undefined ? undefined : readCase(id));
  return {
    answer,
    change(part) {
      const at = id ?? newCase();
      writeCase(at, { ...answer, ...part } satisfies Answer, true);
      if (id === undefined) navigate(path, { replace: true, state: { case: at } });
    },
  };
}
