import { lazy, type RefObject, Suspense, useCallback, useLayoutEffect, useRef } from 'react';
import { useSettings } from '../device/settings.ts';
import { useTyped } from '../ui/useTyped.ts';
import { SearchBox } from './SearchBox.tsx';
import { Ways } from './Ways.tsx';

const SearchScreen = lazy(() => import('./SearchScreen.tsx'));

/** The search box and what stands below it. Only this is drawn anew while one types. */
export function Ask({ searching, box }: { searching: boolean; box: RefObject<HTMLInputElement | null> }) {
  const { country } = useSettings();
  const { typed, type } = useTyped('/search');
  const { text } = typed;
  const now = useRef(type);
  useLayoutEffect(() => {
    now.current = type;
    if (box.current && box.current.value !== text) box.current.value = text;
  });
  const setText = useCallback(
    (value: string) => {
      now.current({ text: value });
      // Blanks alone lead from no screen to the search.
      if (!searching && value.trim() === '' && box.current) box.current.value = '';
    },
    [searching, box],
  );
  return (
    <>
      <SearchBox box={box} onText={setText} stays={searching} />
      {searching ? (
        <Suspense fallback={null}>
          <SearchScreen text={text} onText={setText} box={box} />
        </Suspense>
      ) : (
        <Ways country={country} />
      )}
    </>
  );
}
