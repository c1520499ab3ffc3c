import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../base/clock.js';
import { createHandler, type Snapshot } from './handler.js';
import { receive, refuseMalformed, send } from './listener.js';
import type { SampleOptions } from './options.js';

/** Beside the base URL, as in most products. */
const TOKEN_PATH = '/oauth/token';

/** Where the sample server listens, besides what it is. */
export interface ListenOptions extends SampleOptions {
  /** 0: any free port. */
  readonly port?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
}

/** A running sample server. */
export interface Sample {
  /** The base URL, without a slash at the end. */
  readonly url: string;
  /** Where access tokens are asked for. */
  readonly tokenUrl: string;
  /** Stops listening and closes all connections. */
  stop(): Promise<void>;
  /** What it holds now, as a copy. */
  snapshot(): Snapshot;
  /** How many requests it has received. */
  requests(): number;
}

/**
 * Starts the embedded SCIM server: correct by default, with the defects and variants that the options name.
 *
 * @param options what the server is to be and where it listens
 * @throws Error when an option is invalid or the port cannot be had
 */
export async function startSample(options: ListenOptions): Promise<Sample> {
  const basePath = cleanPath(options.basePath ?? '/scim/v2');
  let url = '';
  let requests = 0;
  const clock = options.clock ?? systemClock();
  const handler = createHandler({ ...options, clock }, () => url);
  // A connection ends with its client: closing an idle one could cross with a request that is just under way.
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 30_000, keepAliveTimeout: 0 }, (incoming, outgoing) => {
    requests += 1;
    const isToken = incoming.url?.split('?', 1)[0] === TOKEN_PATH;
    receive(incoming, basePath)
      .then((request) => send(isToken ? handler.token(request) : handler.handle(request), outgoing, clock))
      // The client went away in the middle of its request: there is nobody to answer.
      .catch(() => outgoing.destroy());
  });
  server.on('clientError', (_, socket) => refuseMalformed(socket));
  const origin = await listen(server, options.port ?? 0, options.host ?? '127.0.0.1');
  url = `${origin}${basePath}`;
  return { url, tokenUrl: `${origin}${TOKEN_PATH}`, stop: () => stop(server), snapshot: handler.snapshot, requests: () => requests };
}

/** `scim/` becomes `/scim`, `/` becomes nothing. */
function cleanPath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  return parts.map((part) => `/${part}`).join('');
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address() as AddressInfo;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${address.port}`);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
