import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, onTestFailed } from 'vitest';
import { type ListenOptions, type Sample, startSample } from '../../src/sample/server.js';

export const TOKEN = 'cli-test-token-7f3a';

const running: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of running.splice(0)) await stop();
});

/** A sample server that ends with the test. */
export async function sampleTarget(options: Partial<ListenOptions> = {}): Promise<Sample> {
  const sample = await startSample({ token: TOKEN, ...options });
  running.push(sample.stop);
  return sample;
}

/** A server of the test's own, which ends with the test. */
export async function serverTarget(handle: (incoming: IncomingMessage, outgoing: ServerResponse) => void): Promise<string> {
  const server = createServer({ keepAliveTimeout: 0 }, handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  running.push(() => stop(server));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Stands before a sample server and passes on what `hold` does not keep for itself; `change` makes another body of each that it answers. */
export async function inFrontOf(
  sample: Sample,
  hold: (incoming: IncomingMessage, outgoing: ServerResponse) => boolean,
  change?: (body: string, incoming: IncomingMessage) => string,
): Promise<string> {
  const origin = new URL(sample.url);
  const url = await serverTarget((incoming, outgoing) => {
    if (hold(incoming, outgoing)) return;
    const onward = request(
      { host: origin.hostname, port: origin.port, method: incoming.method, path: incoming.url, headers: incoming.headers },
      (answer) => {
        const { 'content-length': length, ...others } = answer.headers;
        outgoing.writeHead(answer.statusCode ?? 500, change === undefined ? answer.headers : others);
        if (change === undefined) return void answer.pipe(outgoing);
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => outgoing.end(length === '0' ? undefined : change(Buffer.concat(parts).toString('utf8'), incoming)));
      },
    );
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  return `${url}${origin.pathname}`;
}

/** Waits until something is so; how long is for the test's own time-out to say. */
export async function until(met: () => boolean, what: string): Promise<void> {
  onTestFailed(() => {
    if (!met()) process.stderr.write(`this never came to be: ${what}\n`);
  });
  while (!met()) await new Promise((resolve) => setTimeout(resolve, 25));
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
