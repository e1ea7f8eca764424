/** Who is called back, in a note and in its answer: a role and a number of the office, never a name. No React. */

/** As it was typed. */
export interface CallBack {
  role: string;
  phone: string;
}

/** How long each typed text may be, in characters. */
export const LONGEST_CALL = { role: 120, phone: 60 } as const;

/** What a tab knows or what was kept, as far as it can be used. */
export function readCallBack(known: unknown): CallBack {
  const { role, phone } = (typeof known === 'object' && known !== null ? known : {}) as Record<string, unknown>;
  return { role: textOf(role, LONGEST_CALL.role), phone: textOf(phone, LONGEST_CALL.phone) };
}

/** A typed text, no longer than it may be; of anything else nothing. */
export function textOf(value: unknown, longest: number): string {
  return typeof value === 'string' ? value.slice(0, longest) : '';
}

/** Role and number in one line; empty where neither was typed. */
export function callBackLine({ role, phone }: CallBack): string {
  return [role, phone].map(oneLine).filter(Boolean).join(': ');
}

/** What was typed or pasted, as one line: the lines of the note and of the answer are their own. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
