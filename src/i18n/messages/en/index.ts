/** All English messages, gathered from the files beside this one. */
const files = import.meta.glob<Record<string, unknown>>('./*.json', { eager: true, import: 'default' });

export const messages: Record<string, unknown> = Object.assign({}, ...Object.values(files));
