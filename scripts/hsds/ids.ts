/** The ids of what is published for other systems: worked out from our own, so that they never change. */
import { parse, v5 } from 'uuid';

/** Committed once. Another one would make every record a stranger to all who keep a copy. */
export const NAMESPACE = 'c81707aa-a63d-403b-bc18-c32a660d9cf0';
const BYTES = parse(NAMESPACE);

/**
 * The id of a record: a UUID of version 5 (RFC 9562).
 * @param kind what it is: `organization`, `phone`, …
 * @param own what we call it: a responder's id, and behind it what tells its parts apart
 */
export function idOf(kind: string, ...own: readonly string[]): string {
  return v5([kind, ...own].join('\n'), BYTES);
}
