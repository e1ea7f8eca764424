/** A text that is being written, held for this tab: under a lock it is sealed there, too. */
import { readCase, writeCase } from '../../device/case-of-tab.ts';
import { currentSealer } from './state.ts';

const PLACE = 'begun';

/** What was begun under this name; undefined when nothing was, or nobody may read it. */
export function readBegun(id: string): unknown {
  const stored = readCase(id);
  const { sealed } = (stored ?? {}) as { sealed?: unknown };
  if (typeof sealed !== 'string') return stored;
  const by = currentSealer();
  const bytes = Uint8Array.from(atob(sealed), (letter) => letter.charCodeAt(0));
  const opened = by?.open(PLACE, 'id', { id: by.keyOf(PLACE, id), sealed: bytes });
  return (opened as { value: unknown } | undefined)?.value;
}

/** Takes down what was begun. */
export function writeBegun(id: string, value: unknown): void {
  const by = currentSealer();
  writeCase(
    id,
    by ? { sealed: base64((by.seal(PLACE, 'id', { id, value }) as { sealed: Uint8Array }).sealed) } : value,
  );
}

function base64(bytes: Uint8Array): string {
  // Not all at once: a call takes only so many arguments.
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
