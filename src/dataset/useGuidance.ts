/** The guidance for screens: each part is read when a screen first needs it, and from memory afterwards. */
import { use, useEffect, useState } from 'react';
import type { LaterPackId } from '../directory/later-packs.ts';
import type {
  FirstWordsPack,
  GlossaryPack,
  GuidesPack,
  LaterPack,
  LawPack,
  NetworksPack,
  PracticesPack,
} from '../directory/pack.ts';
import { loadPack } from './dataset.ts';

/** A screen that waits must find the same promise at every try, also one that has failed. */
const reading = new Map<LaterPackId, Promise<unknown>>();
const failed = new Set<LaterPackId>();

/** Begins to read a part, if nobody has yet. */
export function preloadGuidance<Id extends LaterPackId>(id: Id): Promise<LaterPack<Id>> {
  const known = reading.get(id) as Promise<LaterPack<Id>> | undefined;
  if (known) return known;
  const pack = loadPack(id);
  pack.catch(() => failed.add(id));
  reading.set(id, pack);
  return pack;
}

/** Lets the parts that could not be had be read again: for the button of the boundary that showed the failure. */
export function retryGuidance(): void {
  for (const id of failed) reading.delete(id);
  failed.clear();
}

/** Guides and their points. Like all hooks here it suspends until they are there, and throws when they cannot be had. */
export function useGuides(): GuidesPack {
  return use(preloadGuidance('guides'));
}

export function useGlossary(): GlossaryPack {
  return use(preloadGuidance('glossary'));
}

export function usePractices(): PracticesPack {
  return use(preloadGuidance('practices'));
}

export function useLaw(): LawPack {
  return use(preloadGuidance('law'));
}

/** The first words in all their languages. */
export function useFirstWords(): FirstWordsPack {
  return use(preloadGuidance('first-words'));
}

/** The networks, for a screen that is about one of them. */
export function useNetworksPack(): NetworksPack {
  return use(preloadGuidance('networks'));
}

/**
 * The networks, for a part of a screen that stands without them: does not suspend and does not throw.
 * @returns what is known of them so far, and what tries again
 */
export function useNetworks(): [NetworksPack | 'coming' | 'failed', () => void] {
  const [pack, setPack] = useState<NetworksPack | 'coming' | 'failed'>('coming');
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every attempt reads anew
  useEffect(() => {
    let here = true;
    setPack('coming');
    preloadGuidance('networks').then(
      (networks) => here && setPack(networks),
      () => here && setPack('failed'),
    );
    return () => {
      here = false;
    };
  }, [attempt]);
  const again = () => {
    retryGuidance();
    setAttempt((number) => number + 1);
  };
  return [pack, again];
}
