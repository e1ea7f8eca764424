/**
 * Does something when the browser has nothing better to do; soon after, where it cannot tell.
 * @param within how long it may be put off by what is more urgent, in milliseconds
 * @returns what calls it off
 */
export function whenIdle(work: () => void, within = 3000): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(work, { timeout: within });
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(work, 200);
  return () => clearTimeout(timer);
}
