/**
 * Leave: at once nothing on the screen, then something neutral, and no way back to Harbour through the browser's history.
 *
 * All of it is done by the first script of `index.html` (`scripts/vite/leave.inline.js`), so that it also holds before
 * the app runs and where it has crashed. What is left to the app is to ask for it and to stop.
 */

const LEAVE = 'harbour:leave';

let stop: () => void = () => undefined;
let leaving = false;
globalThis.addEventListener?.(
  LEAVE,
  () => {
    leaving = true;
  },
  { capture: true },
);

/** Whether somebody has left: then nothing of Harbour is asked for any more, whatever was waiting. */
export function isLeaving(): boolean {
  return leaving;
}

/** Says how to stop the app, so that nothing of it draws, writes or sets a title while leaving. */
export function whenLeaving(stopApp: () => void): void {
  stop = stopApp;
  // Capturing, so before the page is emptied: what was still to be drawn is drawn then, and brings its style sheets.
  addEventListener(LEAVE, stopApp, { once: true, capture: true });
}

/** Calls the listener at the moment of leaving. @returns what takes it off again */
export function onLeaving(listener: () => void): () => void {
  globalThis.addEventListener?.(LEAVE, listener);
  return () => globalThis.removeEventListener?.(LEAVE, listener);
}

/** Stops the app, for whoever puts something else in its place. */
export function stopApp(): void {
  stop();
}

/** Replaces what is on the screen, then goes to the neutral page. Three presses of Esc do the same. */
export function leave(): void {
  dispatchEvent(new Event(LEAVE));
}
