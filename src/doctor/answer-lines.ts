import { type Header, headerOf } from '../scim/message.js';
import type { DoctorLine } from './line.js';

/** An answer, as far as it is looked at here. */
export interface Seen {
  /** Path and query below the base URL. */
  readonly target: string;
  readonly status: number;
  readonly headers: readonly Header[];
  /** Whether the body is a message of SCIM. */
  readonly isScim: boolean;
}

/** A clock that is further off spoils the lives of tokens, and makes `lastModified` useless. */
const TOLERATED_SECONDS = 60;

/** Which documents of discovery there are (RFC 7644 §4). */
export function discoveryLine(seen: readonly Seen[]): DoctorLine {
  const documents = seen.filter(({ target }) => /^\/(ServiceProviderConfig|Schemas|ResourceTypes)$/.test(target));
  const missing = documents.filter(({ status, isScim }) => status !== 200 || !isScim);
  if (missing.length === 0) return { name: 'discovery', status: 'ok', text: documents.map(({ target }) => target).join(', ') };
  const text = missing
    .map(({ target, status }) => `${target} was answered ${status}${status === 200 ? ' without a SCIM message' : ''}`)
    .join(', ');
  const busy = missing.some(({ status }) => status === 429);
  const advice = busy
    ? 'The target throttles (429): that says nothing of what it has. Try again later.'
    : 'A client works without them, and scim-check then takes its default attributes for what you have. RFC 7644 §4 demands them.';
  return { name: 'discovery', status: 'warning', text, advice };
}

/** The media type of the answers (RFC 7644 §3.1). */
export function mediaTypeLine(seen: readonly Seen[]): DoctorLine {
  const types = [
    ...new Set(
      seen
        .filter(({ isScim }) => isScim)
        .map(({ headers }) => headerOf(headers, 'content-type')?.split(';')[0]?.trim().toLowerCase() ?? 'none'),
    ),
  ];
  if (types.length === 0) return { name: 'media type', status: 'skipped', text: 'no answer held a SCIM message' };
  if (types.every((type) => type === 'application/scim+json')) return { name: 'media type', status: 'ok', text: 'application/scim+json' };
  const advice = 'Answer with "Content-Type: application/scim+json"; application/json is taken by Entra and Okta as well.';
  const isKnown = types.every((type) => type === 'application/scim+json' || type === 'application/json');
  return { name: 'media type', status: isKnown ? 'ok' : 'warning', text: types.join(', '), ...(isKnown ? {} : { advice }) };
}

/**
 * Whether both clocks agree, by the `Date` of an answer.
 *
 * @param seen the answers
 * @param now milliseconds since 1970
 */
export function clockLine(seen: readonly Seen[], now: number): DoctorLine {
  const date = seen.map(({ headers }) => Date.parse(headerOf(headers, 'date') ?? '')).findLast((time) => !Number.isNaN(time));
  if (date === undefined) return { name: 'clock', status: 'skipped', text: 'no answer says what time it is there' };
  const seconds = Math.round((date - now) / 1000);
  if (Math.abs(seconds) <= TOLERATED_SECONDS) return { name: 'clock', status: 'ok', text: 'both clocks agree' };
  const advice = 'Tokens are refused before they begin or after they end: set both clocks by NTP.';
  return {
    name: 'clock',
    status: 'warning',
    text: `the target's clock is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} this machine's`,
    advice,
  };
}

/**
 * Whether a wrong credential is refused.
 *
 * @param status of the answer to it; undefined: there was none
 */
export function refusalLine(status: number | undefined): DoctorLine {
  const name = 'wrong token';
  if (status === 401) return { name, status: 'ok', text: 'is refused with 401' };
  if (status === undefined || status === 429 || status >= 500)
    return { name, status: 'skipped', text: `was answered ${status ?? 'not at all'}, which says nothing` };
  if (status >= 400)
    return {
      name,
      status: 'warning',
      text: `is refused with ${status}`,
      advice: 'Answer 401: clients take other statuses for another fault.',
    };
  return {
    name,
    status: 'failed',
    text: `is served (${status}): anybody can read your users`,
    advice: 'Check the credential of each request before anything else.',
  };
}
