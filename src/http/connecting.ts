import { Socket } from 'node:net';
import type { buildConnector as BuildConnector } from 'undici';
import { buildConnector } from './undici.js';

/**
 * Makes connections that can be given up while they are being made: undici ends them only once they are there, so that a TLS
 * handshake that never ends would keep the program for as long as a connection may take.
 *
 * @param options as for undici
 * @returns `connect` for undici's agents, and what gives up all that are under way
 */
export function abandonable(options: BuildConnector.BuildOptions): {
  readonly connect: BuildConnector.connector;
  readonly abandon: () => void;
} {
  const connector = buildConnector(options);
  const underWay = new Set<Socket>();
  const connect: BuildConnector.connector = (to, callback) => {
    // undici's types say that nothing is returned; it is the socket.
    const made: unknown = connector(to, (...result) => {
      if (made instanceof Socket) underWay.delete(made);
      callback(...result);
    });
    if (made instanceof Socket) underWay.add(made);
    return made;
  };
  return {
    connect,
    abandon: () => {
      // With an error undici hears of it, and stops its timers.
      for (const socket of underWay) socket.destroy(new Error('given up'));
      underWay.clear();
    },
  };
}
