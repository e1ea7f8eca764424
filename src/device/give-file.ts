/** One file into somebody else's hands: by the share sheet where the phone has one that takes it, else saved. */
import { isChromium } from './chromium.ts';
import { saveFile } from './save-file.ts';

/**
 * The endings that Chromium hands over (Blink's `modules/webshare/FILE_TYPES.md`), of those that are ours. It says yes
 * to `canShare` for any other too and refuses it only once the tap is used up.
 */
const CHROMIUM_TAKES = /\.(txt|csv|html?|pdf|png|svg|jpe?g|webp)$/i;

/**
 * Gives a text file away: by the share sheet under its own name, else as `.txt`, else by saving it under its own name.
 *
 * Must be called from a tap, with the file at hand: browsers let nothing be shared a few seconds later.
 * @param title what it is, for those who receive it
 * @returns `cancelled` when somebody closed the share sheet: then nothing is saved either
 */
export async function giveFile(file: File, title: string): Promise<'shared' | 'cancelled' | 'saved'> {
  // The whole name stays in front, so that whoever gets it can put the ending right.
  const isText = /\.txt$/i.test(file.name);
  const asText = isText ? file : new File([file], `${file.name}.txt`, { type: 'text/plain' });
  for (const one of isShareable(file) && !isText ? [file, asText] : [asText]) {
    if (!takes(one)) continue;
    try {
      await navigator.share({ files: [one], title });
      return 'shared';
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
      // Refused for its kind, for a tap too long ago, or because another sheet is open: there is another way.
    }
  }
  saveFile(file);
  return 'saved';
}

/** Whether this very file is taken; asked of the file, because browsers answer by its kind and size. */
function takes(file: File): boolean {
  try {
    return navigator.canShare?.({ files: [file] }) === true;
  } catch {
    return false;
  }
}

function isShareable({ name }: File): boolean {
  return !isChromium() || CHROMIUM_TAKES.test(name);
}
