/** The largest file that is opened, in bytes; what is sealed is half as large at most. Years of notes are a hundredth of it. */
export const MOST_BYTES = 32 * 1024 * 1024;
