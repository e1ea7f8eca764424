/** The link that opens a mail with corrections in it. */
import { mailHref } from '../directory/links.ts';

/** Mail programs on phones and on Windows cut a longer link off, or open nothing. */
export const MAX_LINK = 1800;

export interface Mail {
  to: string;
  subject: string;
  /** What it says for people: it reads also where the breaks between lines are lost. */
  lines: readonly string[];
  /** The file of proposals in one line. */
  json: string;
  /** Said in the place of `json` where that is too long. */
  attach: string;
}

/**
 * @returns `whole`: all of it is in the mail; otherwise the file has to be attached, and the text says so
 */
export function mailLink({ to, subject, lines, json, attach }: Mail): { href: string; whole: boolean } {
  const link = (body: string) => `${mailHref(to)}?subject=${encoded(subject)}&body=${encoded(body)}`;
  const whole = link([...lines, '', json, ''].join('\n'));
  if (whole.length <= MAX_LINK) return { href: whole, whole: true };
  const letters = [...lines.join('\n')];
  const cut = (length: number) =>
    link([attach, '', letters.slice(0, length).join('') + (length < letters.length ? ' …' : ''), ''].join('\n'));
  let [fits, tooLong] = [0, letters.length + 1];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (cut(middle).length <= MAX_LINK) fits = middle;
    else tooLong = middle;
  }
  return { href: cut(fits), whole: false };
}

/** All but letters, digits and `-_.~` is encoded: some programs end a link at a quote or a bracket. Lines end as in a mail. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '').replace(/\r?\n/g, '\r\n')).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
