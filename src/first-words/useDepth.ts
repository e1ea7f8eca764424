import { useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';

/** 0: the languages. 1: the sentences. 2: one sentence. */
export type Depth = 0 | 1 | 2;

/**
 * How far one has gone into the screen, so that the phone's own "back" goes up by one. The history knows the depth and nothing
 * of what was chosen.
 */
export function useDepth(): { depth: Depth; down(to: Depth): void; up(): void } {
  const [path, navigate] = useLocation();
  const state = useHistoryState<{ depth?: Depth } | null>();
  return {
    depth: state?.depth ?? 0,
    down: (depth) => navigate(path, { state: { depth } }),
    up: () => history.back(),
  };
}
