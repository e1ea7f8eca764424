import { observable } from '../device/observable.ts';

const held = observable(false);

/** Whether something, most likely another tab, keeps the database `workspace` from opening. */
export const heldStore = { getSnapshot: held.getSnapshot, subscribe: held.subscribe };

/** For the store alone. */
export const setHeld = held.set;
