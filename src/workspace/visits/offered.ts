import type { CountryCode } from '../../directory/codes.ts';

/** The countries of the programme's study visits: offered first. Every other country is prepared the same way. */
export const OFFERED_FIRST = ['bg', 'ro', 'ua'] as const satisfies readonly CountryCode[];
