/** Events in their order, for any number of loops that read along. */
export class EventLog<Event> {
  readonly #events: Event[] = [];
  #ended = false;
  #waiting: (() => void)[] = [];

  get events(): readonly Event[] {
    return this.#events;
  }

  add(event: Event): void {
    this.#events.push(event);
    this.#wake();
  }

  /** There are no more events. */
  end(): void {
    this.#ended = true;
    this.#wake();
  }

  /**
   * Gives every event from the first one on, and waits for those to come.
   *
   * @param outcome what the events belong to: where it fails, the loop fails with it
   */
  async *follow(outcome: Promise<unknown>): AsyncGenerator<Event, void> {
    // The loop tells the failure; nobody else need be there to hear it.
    outcome.catch(() => undefined);
    for (let at = 0; ; ) {
      for (; at < this.#events.length; at += 1) yield this.#events[at] as Event;
      if (this.#ended) break;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    await outcome;
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
