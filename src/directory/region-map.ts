import type { CountryCode } from './codes.ts';

/** The map as `scripts/build-map.ts` draws it: SVG paths in a frame of `width` by `height` units. */
export interface RegionMapData {
  width: number;
  height: number;
  /** Countries around the fourteen, as one area. */
  ground: string;
  countries: {
    code: CountryCode;
    path: string;
    /** Where the middle of its name stands. */
    label: [x: number, y: number];
  }[];
}
