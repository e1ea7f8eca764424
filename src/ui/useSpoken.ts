import { useEffect, useState } from 'react';

/** How long nothing changes before it is spoken, in milliseconds: nobody wants to hear it at every letter. */
const PAUSE_MS = 700;

/** What a live region says of something that changes while one types: nothing at first, then its words once typing pauses. */
export function useSpoken(text: string): string {
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return spoken;
}
