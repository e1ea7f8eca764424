import { lazy, type RefObject, Suspense } from 'react';
import { useSettings } from '../device/settings.ts';
import { SearchBox } from './SearchBox.tsx';
import { useSearchText } from './useSearchText.ts';
import { Ways } from './Ways.tsx';

const SearchScreen = lazy(() => import('./SearchScreen.tsx'));

/** The search box and what stands below it. Only this is drawn anew while one types. */
export function Ask({ searching, box }: { searching: boolean; box: RefObject<HTMLInputElement | null> }) {
  const { country } = useSettings();
  const { text, setText } = useSearchText();
  return (
    <>
      <SearchBox ref={box} text={text} onText={setText} stays={searching} />
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
