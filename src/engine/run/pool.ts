/**
 * Works on items, a few at a time, in their order.
 *
 * @param items what to work on
 * @param width how many at a time, at least one
 * @param work handles one item
 * @param stopped no new item is begun once it says so
 */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
  stopped: () => boolean,
): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      if (stopped()) return;
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, width) }, worker));
}
