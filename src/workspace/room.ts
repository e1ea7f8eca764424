import { observable } from '../device/observable.ts';

const noRoom = observable(false);

/** Whether the last thing that could not be written found no room on the phone. */
export const noRoomStore = { getSnapshot: noRoom.getSnapshot, subscribe: noRoom.subscribe };

/** For the store alone. */
export const setNoRoom = noRoom.set;
