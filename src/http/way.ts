import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';

/** What a look at the way to a host has shown. */
export type WayStep<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: string };

/**
 * The addresses of a host, as a connection to it would have them.
 *
 * @param hostname without port; an address is its own
 */
export async function addressesOf(hostname: string): Promise<WayStep<readonly string[]>> {
  try {
    const found = await lookup(hostname.replace(/^\[|\]$/g, ''), { all: true });
    return { ok: true, value: found.map(({ address }) => address) };
  } catch (error) {
    return { ok: false, code: codeOf(error) };
  }
}

/**
 * Opens a connection and closes it. Nothing is sent.
 *
 * @param url of the host; the scheme gives the port that is not said
 * @param timeoutMs the longest wait
 */
export function openConnection(url: string, timeoutMs: number): Promise<WayStep<undefined>> {
  const { hostname, port, protocol } = new URL(url);
  return new Promise((resolve) => {
    const end = (result: WayStep<undefined>): void => {
      socket.destroy();
      resolve(result);
    };
    const socket = connect({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
      timeout: timeoutMs,
    });
    socket.once('connect', () => end({ ok: true, value: undefined }));
    socket.once('timeout', () => end({ ok: false, code: 'ETIMEDOUT' }));
    socket.once('error', (error) => end({ ok: false, code: codeOf(error) }));
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
