/**
 * Where corrections go in this installation: an https or mailto address. Empty until whoever runs it names one;
 * the About screen then says how to find them instead.
 */
export const REPORT_TO = '';
