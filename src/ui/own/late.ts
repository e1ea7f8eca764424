/** What comes late to screens that are not the user's own: one piece, so that the first screen need not know of many. */
export { Gone } from './Gone.tsx';
export { OwnHits } from './OwnHits.tsx';
export { Told } from './Told.tsx';
export { Yours } from './Yours.tsx';
