/** What was changed is told to everything that shows it, in this tab and in the others. */

/** A part of what is kept. */
export type Part = 'noted' | 'ticks' | 'plans' | 'outbox' | 'contacts' | 'notes' | 'visits';

type Listener = (part: Part | undefined) => void;

const CHANNEL = 'harbour.workspace';
const listeners = new Map<Listener, unknown>();
let channel: BroadcastChannel | undefined;

/**
 * Calls the listener when a part was changed elsewhere; with undefined when anything may have been, because the page
 * was in the background.
 * @param self what {@link tell} is given for changes of one's own, which one need not hear of
 * @returns what ends it
 */
export function hear(listener: Listener, self?: unknown): () => void {
  if (listeners.size === 0) start();
  listeners.set(listener, self);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) stop();
  };
}

/** Says that a part was changed. Call it once that is written. */
export function tell(part: Part, self?: unknown): void {
  for (const [listener, whose] of [...listeners]) if (self === undefined || whose !== self) listener(part);
  if (channel) channel.postMessage(part);
  else if (isOffered()) {
    const once = new BroadcastChannel(CHANNEL);
    once.postMessage(part);
    once.close();
  }
}

/** Says that anything may have been changed. */
export function tellAll(): void {
  sayAll(undefined);
  const to = channel ?? (isOffered() ? new BroadcastChannel(CHANNEL) : undefined);
  to?.postMessage(undefined);
  if (to !== channel) to?.close();
}

function isOffered(): boolean {
  return typeof BroadcastChannel === 'function';
}

function start(): void {
  connect();
  globalThis.document?.addEventListener('visibilitychange', onVisible);
  globalThis.addEventListener?.('pagehide', disconnect);
  globalThis.addEventListener?.('pageshow', onShow);
}

function stop(): void {
  disconnect();
  globalThis.document?.removeEventListener('visibilitychange', onVisible);
  globalThis.removeEventListener?.('pagehide', disconnect);
  globalThis.removeEventListener?.('pageshow', onShow);
}

function connect(): void {
  if (channel || !isOffered()) return;
  channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<Part>) => {
    // In the background nothing is read: all is, on coming back.
    if (globalThis.document?.visibilityState !== 'hidden') sayAll(data);
  };
}

/** A page with an open channel is not kept for going back to. */
function disconnect(): void {
  channel?.close();
  channel = undefined;
}

function onVisible(): void {
  if (document.visibilityState === 'visible') sayAll(undefined);
}

function onShow(event: Event): void {
  connect();
  if ((event as PageTransitionEvent).persisted) sayAll(undefined);
}

function sayAll(part: Part | undefined): void {
  for (const listener of [...listeners.keys()]) listener(part);
}
