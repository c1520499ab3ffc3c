import type { Seen } from '../context.js';

/** A create that the target answered with success, and that nobody meant to fail. */
export function isCreated(seen: Seen): boolean {
  const { request, response } = seen;
  const collection = /^\/(Users|Groups)\/?(\?|$)/.test(request.target);
  return (
    request.method === 'POST' &&
    collection &&
    response.status >= 200 &&
    response.status < 300 &&
    !seen.wanted?.some((status) => status >= 400)
  );
}
