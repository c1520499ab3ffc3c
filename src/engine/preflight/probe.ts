import type { Dialect } from '../../client/client.js';
import { formEncode, percentEncode, quoted } from '../../client/encode.js';
import { CLIENTS } from '../../client/registry.js';
import type { ScimRequest } from '../../scim/message.js';
import { readList } from '../../scim/read.js';
import type { Answer } from '../exchange/answer.js';
import type { Wire } from '../exchange/wire.js';

/** What the first request of a client has shown. */
export interface ProbeResult {
  /** The answer to the probe, sent as the client sends it; or, where only a plainer form is understood, to that form. */
  readonly answer: Answer;
  readonly probe: ScimRequest;
  /** The target does not read `+` in a query as a blank. */
  readonly plusMisread: boolean;
  /** The target refuses the client's headers, and serves the same request with others. */
  readonly refused?: { readonly exchange: string; readonly status: number };
}

/**
 * Sends a client's probe: a filter for a random value, which must find nothing. When it is not served, plainer forms tell
 * whether the encoding or the headers are the reason.
 *
 * @param wire sends the requests
 * @param dialect in whose manner
 * @param randomGuid a value that nobody has
 */
export async function probeTarget(wire: Wire, dialect: Dialect, randomGuid: string): Promise<ProbeResult> {
  const form = `/Users?filter=${formEncode('userName')}+eq+${formEncode(quoted(randomGuid))}`;
  const percent = `/Users?filter=${percentEncode(`userName eq ${quoted(randomGuid)}`)}`;
  const own = probeOf(dialect, CLIENTS[dialect].family === 'entra' ? form : percent, randomGuid);
  const answer = await wire.send(own, { dialect });
  // A throttled answer says nothing about the headers.
  if (!answer.ok || isServed(answer) || answer.response.status === 429) return { answer, probe: own, plusMisread: false };
  const plain = probeOf('rfc', percent, randomGuid);
  const plainer = await wire.send(plain, { dialect });
  if (!isServed(plainer)) return { answer, probe: own, plusMisread: false };
  // What fails now and then has not failed because of its form.
  const again = await wire.send(own, { dialect });
  if (isServed(again)) return { answer: again, probe: own, plusMisread: false };
  const sameHeaders = own.target === percent ? answer : await wire.send(probeOf(dialect, percent, randomGuid), { dialect });
  if (isServed(sameHeaders)) return { answer: sameHeaders, probe: own, plusMisread: true };
  return { answer: plainer, probe: plain, plusMisread: false, refused: { exchange: answer.exchange, status: answer.response.status } };
}

function probeOf(dialect: Dialect, target: string, value: string): ScimRequest {
  const probe = CLIENTS[dialect].plain({
    method: 'GET',
    target,
    purpose: 'probe',
    resourceType: 'User',
    filter: { attribute: 'userName', value },
  });
  // No client asks it, but it must look as if one did: whether the target serves the client's headers is the question.
  return { ...probe, own: true };
}

function isServed(answer: Answer): boolean {
  return answer.ok && answer.response.status === 200 && readList(answer.response.body) !== undefined;
}
