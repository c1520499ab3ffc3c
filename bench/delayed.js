import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/**
 * Does something with a server that seems to be further away.
 *
 * @template T
 * @param {string} url the server
 * @param {number} milliseconds how much later each request arrives
 * @param {(url: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function delayed(url, milliseconds, work) {
  const { hostname, port } = new URL(url);
  const relay = createServer({ noDelay: true }, (near) => {
    const far = connect({ host: hostname, port: Number(port), noDelay: true });
    // Timers of the same length fire in the order in which they were set.
    near.on('data', (part) => setTimeout(() => far.write(part), milliseconds));
    far.on('data', (part) => near.write(part));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ]) {
      one.on('close', () => other.destroy());
      one.on('error', () => other.destroy());
    }
  });
  relay.listen(0, '127.0.0.1');
  await once(relay, 'listening');
  try {
    const slow = new URL(url);
    slow.port = String(relay.address().port);
    return await work(slow.href);
  } finally {
    relay.close();
  }
}
