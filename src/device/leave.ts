/**
 * Leave: at once something neutral on the screen, and no way back to Harbour through the browser's history.
 *
 * Three things work together. The screen is emptied in the same moment. Where the browser tells how many of our pages
 * lie behind this one, we go back to the first of them and put the neutral page in its place; that page cuts off what
 * lies ahead. And a mark in this tab's storage makes any page of ours that the history still brings up give way to the
 * neutral one before it draws anything (the first script of `index.html`, and `pageshow` here).
 */

/** The mark; `first-contacts.head.js` looks for it. A page that is opened anew, not through the history, takes it off. */
const LEFT = 'harbour.left';
const AWAY = `${import.meta.env.BASE_URL}away.html`;
/** How long the browser may take to go back before the neutral page is shown from where we are, in milliseconds. */
const PATIENCE_MS = 400;

let leaving = false;
let stop: () => void = () => undefined;

/** Says how to stop the app, so that nothing of it draws or sets a title while leaving. */
export function whenLeaving(stopApp: () => void): void {
  stop = stopApp;
}

/** Stops the app, for whoever puts something else in its place. */
export function stopApp(): void {
  stop();
}

/** Replaces what is on the screen, then goes to the neutral page. */
export function leave(): void {
  if (leaving) return;
  leaving = true;
  mark();
  blank();
  stop();
  const steps = pagesBehind();
  if (steps === 0) {
    location.replace(AWAY);
    return;
  }
  // Capturing, so that nobody else hears of it. Should the first page be another document, the mark sends it away.
  addEventListener('popstate', () => location.replace(AWAY), { capture: true, once: true });
  setTimeout(() => location.replace(AWAY), PATIENCE_MS);
  history.go(-steps);
}

/** Esc three times within two seconds leaves, as on public-sector sites. Call it once, at the start. */
export function leaveOnThreeEscapes(): void {
  let pressed: number[] = [];
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.repeat) return;
    pressed = [...pressed, event.timeStamp].filter((time) => event.timeStamp - time < 2000);
    if (pressed.length >= 3) leave();
  };
  // Capturing: a dialog or a search box that uses Esc for itself must not swallow it.
  window.addEventListener('keydown', onKey, { capture: true });
}

/** Keeps pages that the browser has frozen from being shown again after Leave. Call it once, at the start. */
export function giveWayAfterLeaving(): void {
  // Frozen pages are thawed as they were last drawn: so they are drawn as nothing.
  window.addEventListener('pagehide', (event) => {
    if (event.persisted) document.documentElement.hidden = true;
  });
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    if (isMarked()) {
      blank();
      location.replace(AWAY);
    } else {
      document.documentElement.hidden = false;
    }
  });
}

function blank(): void {
  document.title = 'Calendar';
  document.body.replaceChildren();
  document.head.replaceChildren(document.head.querySelector('title') ?? '');
  document.documentElement.className = '';
  document.documentElement.style.colorScheme = 'light dark';
}

/** How many entries of this tab's history right behind this one are ours; 0 where the browser does not say. */
function pagesBehind(): number {
  const { navigation } = window as { navigation?: { currentEntry: Entry | null; entries(): Entry[] } };
  const here = navigation?.currentEntry?.index ?? 0;
  const ours = new URL(import.meta.env.BASE_URL, location.href).href;
  const entries = navigation?.entries().slice(0, here) ?? [];
  const foreign = entries.findLastIndex(({ url }) => !url?.startsWith(ours));
  return entries.length - 1 - foreign;
}

/** An entry of the Navigation API, which TypeScript's DOM does not know yet. */
interface Entry {
  index: number;
  url: string | null;
}

function mark(): void {
  try {
    sessionStorage.setItem(LEFT, '1');
  } catch {
    // Storage is blocked: going back to the first page still works where the browser tells how far it is.
  }
}

function isMarked(): boolean {
  try {
    return sessionStorage.getItem(LEFT) !== null;
  } catch {
    return leaving;
  }
}
