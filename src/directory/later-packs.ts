/** Which packs wait until a screen needs them. Apart from the schema, which the first screen must not load. */

/** The guidance, the networks, the first words and the search's tables: part of the edition and kept with it, but not needed to say whom to call. */
export const LATER_PACKS = ['guides', 'glossary', 'practices', 'law', 'networks', 'first-words', 'search'] as const;
export type LaterPackId = (typeof LATER_PACKS)[number];

/** Whether a pack is needed before the first screen. */
export function isFirstPack({ id }: { id: string }): boolean {
  return !(LATER_PACKS as readonly string[]).includes(id);
}
