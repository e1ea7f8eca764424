/** The codes of the first words. Apart from the schema, which a screen need not load. */

/** Who may be speaking: the one sentence that says so is chosen once. The codes are those of a plan. */
export const SPEAKERS = ['social-worker', 'health', 'police', 'border-guard', 'labour-inspector', 'consular'] as const;
export type Speaker = (typeof SPEAKERS)[number];

/** The parts of a first talk, in its order. */
export const TALK_PARTS = ['start', 'needs', 'safety', 'choice', 'next'] as const;
export type TalkPart = (typeof TALK_PARTS)[number];
