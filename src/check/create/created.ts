import type { Observation } from '../context.js';

/** A create that the target answered with success, and that nobody meant to fail. */
export function isCreated(observation: Observation): boolean {
  const { request, response } = observation;
  const collection = /^\/(Users|Groups)\/?(\?|$)/.test(request.target);
  return (
    request.method === 'POST' &&
    collection &&
    response.status >= 200 &&
    response.status < 300 &&
    !observation.wanted?.some((status) => status >= 400)
  );
}
