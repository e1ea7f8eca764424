/** Where a file names its sources. */
import type { Place } from './findings.ts';

export interface SourceUse {
  file: string;
  place: Place;
  id: string;
}

const KEYS = new Set(['sources', 'hoursSources', 'links']);

/** The ids under every `sources`, `hoursSources` and `links` of a file. */
export function sourceUses(file: string, json: unknown, place: Place = []): SourceUse[] {
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) => {
    const here = [...place, Array.isArray(json) ? Number(key) : key];
    if (KEYS.has(key) && Array.isArray(value)) {
      return value.map((id: string, i) => ({ file, place: [...here, i], id }));
    }
    return sourceUses(file, value, here);
  });
}
