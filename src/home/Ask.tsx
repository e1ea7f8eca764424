import { lazy, type RefObject, Suspense } from 'react';
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
  const setText = (value: string) => type({ text: value });
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
