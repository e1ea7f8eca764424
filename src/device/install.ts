/** Putting the app on the home screen, where the browser offers it. */
import { type Observable, observable } from './observable.ts';

export interface Install {
  /** The browser has offered to install, and {@link promptInstall} will ask. */
  canInstall: boolean;
  /** The app runs from the home screen, or has just been put there. */
  installed: boolean;
  /** An iPhone or iPad: there it is done by hand, from the Share menu. */
  ios: boolean;
}

/** Chromium's event; not in the DOM types because other browsers have none. */
interface BeforeInstallPromptEvent extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

const STANDALONE = '(display-mode: standalone), (display-mode: fullscreen), (display-mode: minimal-ui)';

let offer: BeforeInstallPromptEvent | undefined;
const state = observable<Install>({ canInstall: false, installed: runsInstalled(), ios: isIos() });

/** Whether the app can be, or is, installed. */
export const installStore: Observable<Install> = state;

/** Listens for the browser's offer. Call it early: the offer comes once. */
export function initInstall(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault(); // we offer it in Settings, not over what is being read
    offer = event as BeforeInstallPromptEvent;
    state.set({ ...state.getSnapshot(), canInstall: true });
  });
  window.addEventListener('appinstalled', () => {
    offer = undefined;
    state.set({ ...state.getSnapshot(), canInstall: false, installed: true });
  });
  matchMedia(STANDALONE).addEventListener('change', ({ matches }) => {
    if (matches) state.set({ ...state.getSnapshot(), installed: true });
  });
}

/** Shows the browser's own question. An offer can be used once; after a refusal the browser may make another. */
export async function promptInstall(): Promise<void> {
  const used = offer;
  offer = undefined;
  state.set({ ...state.getSnapshot(), canInstall: false });
  await used?.prompt();
}

function runsInstalled(): boolean {
  return matchMedia(STANDALONE).matches || (navigator as { standalone?: boolean }).standalone === true;
}

/** iPads say they are Macs, but no Mac has a touch screen. */
function isIos(): boolean {
  return (
    /iPhone|iPad|iPod/.test(navigator.userAgent) || (/Mac/.test(navigator.platform) && navigator.maxTouchPoints > 1)
  );
}
