/** What a tab knows of the case at hand, from wherever one comes to it. */
export interface KnownCase {
  /** The situation as `printSituation` writes it. */
  key: string;
  /** What was ticked, dated and noted of a plan that is not kept. */
  work?: unknown;
}
