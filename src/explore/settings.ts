/** How an exploration is made. */
export interface ExploreSettings {
  /** How many histories are played under each client; absent: as many as the run has time for (`RunOptions.until`). */
  readonly histories?: number;
  /** Keeps a scenario; returns where. Absent: none is kept. */
  readonly save?: (name: string, text: string) => string;
}
