/** Numbers as people write them, to numbers as they are dialled. */
import { parsePhoneNumber } from 'libphonenumber-js/max';
import type { Region } from '../../src/directory/schema.ts';

const digitsOf = (text: string) => text.replace(/[\s().-]/g, '');

/** Whether a spreadsheet has taken a number for a quantity: `3,71279E+10`, `37167000000,00`. */
export function isSpreadsheetNumber(text: string): boolean {
  return /e\+?\d+$/i.test(digitsOf(text)) || /^\d{6,}[.,]0+$/.test(text.trim());
}

/** Whether digits follow behind a number: a second one, or an extension. */
export function moreThanOne(text: string): boolean {
  return /\d\s*(?:[,;/|]|\p{L}+\.?|#)\s*\d/u.test(text);
}

/**
 * A number as people write it, or as a spreadsheet has left it: `00371…`, `371…`, `+371 26 …`.
 * @param region the country whose national form it may be written in
 * @returns E.164, or a short number as it is; undefined when no such number can exist
 */
export function numberOf(text: string, region: Region): string | undefined {
  const digits = digitsOf(text);
  if (/^\d{2,6}$/.test(digits)) return digits;
  if (isSpreadsheetNumber(text)) return undefined;
  const home = region === 'eu' ? undefined : (region.toUpperCase() as 'LV');
  for (const written of [digits.replace(/^00/, '+'), `+${digits}`]) {
    try {
      const number = parsePhoneNumber(written, home);
      if (number.isValid()) return number.number;
    } catch {
      // Not a number in this reading.
    }
  }
  return undefined;
}
