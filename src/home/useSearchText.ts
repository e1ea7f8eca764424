import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';

/** How long after the last key the address is brought up to date, in milliseconds: browsers allow it only so often. */
const DELAY_MS = 500;

/**
 * What stands in the search box. It is `q` of the address on the search screen and empty elsewhere. The first letter
 * typed on another screen opens the search; after that the entry in the history is replaced, not added to.
 */
export function useSearchText(): { text: string; setText(text: string): void } {
  const [path, navigate] = useLocation();
  const query = useSearch();
  const inAddress = path === '/search' ? (new URLSearchParams(query).get('q') ?? '') : '';
  const [text, set] = useState(inAddress);
  const known = useRef(inAddress);
  const pending = useRef<(() => void) | undefined>(undefined);

  // Back, Forward and links change the address too; what we wrote there ourselves may be older than the box.
  useEffect(() => {
    if (inAddress === known.current) return;
    known.current = inAddress;
    set(inAddress);
  }, [inAddress]);

  const flush = useCallback(() => {
    pending.current?.();
    pending.current = undefined;
  }, []);

  // A tap may lead away: then the address must be right before.
  useEffect(() => {
    document.addEventListener('click', flush, { capture: true });
    return () => {
      document.removeEventListener('click', flush, { capture: true });
      pending.current = undefined;
    };
  }, [flush]);

  const setText = useCallback(
    (value: string) => {
      set(value);
      const q = value.trim();
      if (location.pathname.endsWith('/search')) {
        const write = () => {
          known.current = q;
          navigate(`/search${withText(location.search, q)}`, { replace: true });
        };
        pending.current = write;
        setTimeout(() => {
          if (pending.current === write) flush();
        }, DELAY_MS);
      } else if (q !== '') {
        known.current = q;
        navigate(`/search${withText('', q)}`);
      }
    },
    [navigate, flush],
  );
  return { text, setText };
}

/** The query of an address with another text in it. */
function withText(query: string, text: string): string {
  const params = new URLSearchParams(query);
  if (text !== '') params.set('q', text);
  else for (const name of ['q', 'without']) params.delete(name);
  const written = params.toString();
  return written === '' ? '' : `?${written}`;
}
