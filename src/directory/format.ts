/** Raised when the app of yesterday could no longer read the packs of today. Apart from the schema, which the first screen must not load. */
export const PACK_FORMAT = 4;
