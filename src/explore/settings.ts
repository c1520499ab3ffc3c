/** How an exploration is made. */
export interface ExploreSettings {
  /** How long it may take under all clients together, clean-up included; absent: as long as the histories take. */
  readonly budgetMs?: number;
  /** When the time began to count, in milliseconds since 1970; absent: with the first client. */
  readonly since?: number;
  /** How many histories are played under each client; absent: as many as the time allows. */
  readonly histories?: number;
  /** Keeps a scenario; returns where. Absent: none is kept. */
  readonly save?: (name: string, text: string) => string;
}
