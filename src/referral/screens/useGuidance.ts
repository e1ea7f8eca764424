import { useEffect, useState } from 'react';
import { loadPack } from '../../dataset/dataset.ts';
import type { Guidance } from '../cite.ts';
import { guidanceOf } from '../guidance.ts';

const NONE: Guidance = new Map();
let loaded: Guidance | undefined;

/** The guidance that plans cite; empty until it is read, so that no plan waits for it. */
export function useGuidance(): Guidance {
  const [guidance, setGuidance] = useState(loaded ?? NONE);
  useEffect(() => {
    let on = true;
    Promise.all([loadPack('guides'), loadPack('law')]).then(
      ([guides, law]) => {
        loaded ??= guidanceOf(guides, law);
        if (on) setGuidance(loaded);
      },
      () => undefined, // the plan stands without it, on the countries' own sources
    );
    return () => {
      on = false;
    };
  }, []);
  return guidance;
}
