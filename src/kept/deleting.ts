import { forgetEnrolled } from '../device/authenticator.ts';
import { forgetCasesAtHand } from '../device/case-of-tab.ts';
import { deleteMine, type LeftOver } from '../device/delete.ts';
import { lockEverywhere } from '../workspace/lock/watch.ts';
import { readLock } from '../workspace/store.ts';
import { tellAll } from '../workspace/tabs.ts';

/** Deletes all that is the user's. @returns what is still there */
export async function deleteAllMine(): Promise<LeftOver[]> {
  forgetCasesAtHand();
  const device = await readLock().then(
    (row) => row?.device,
    () => undefined,
  );
  if (device) await forgetEnrolled(device);
  // No tab holds a key to what may be left on the disk.
  lockEverywhere();
  const left = await deleteMine();
  // Other tabs show nothing of it any more.
  tellAll();
  return left;
}

/** Deletes all that is the user's and shows an empty Kept, with no word of it. */
export async function endQuietly(): Promise<void> {
  // What could not be deleted at once may be a moment later.
  if ((await deleteAllMine()).length > 0) await deleteAllMine();
  location.replace(`${import.meta.env.BASE_URL}workspace`);
}
