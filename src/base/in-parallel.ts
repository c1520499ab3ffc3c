/**
 * Works on items, a few at a time, in their order. When one fails, no new one is begun, and those that are under way are waited
 * for: whoever goes on after the failure is alone.
 *
 * @param items what to work on
 * @param width how many at a time, at least one
 * @param work handles one item
 * @param stopped no new item is begun once it says so
 * @throws what the first item that failed threw
 */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
  stopped: () => boolean,
): Promise<void> {
  const queue = items.values();
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      if (stopped() || failures.length > 0) return;
      await work(item).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, width) }, worker));
  if (failures.length > 0) throw failures[0];
}
