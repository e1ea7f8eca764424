/** What every long walk is: steps drawn from a seed, so that what went wrong once can be looked at again. */
export interface Walk {
  /** One line: what is walked, and what must hold. */
  what: string;
  /**
   * Walks once.
   * @param seed the same seed draws the same steps; how far the browser gets with them is its own affair
   * @param site the address of the built app, without a slash at its end; a walk that publishes has a site of its own
   * @returns a few words on what was done
   * @throws Violation when something that must hold did not
   */
  run(seed: number, site: string): Promise<string>;
}

/** Something that must always hold did not. Any other error is the walk's own. */
export class Violation extends Error {}
