import { CREDENTIAL, type ScimRequest } from '../scim/message.js';
import { type Conversation, isParallel } from './client.js';

/**
 * A request of scim-check's own, which no client sends: a read after a write, the clean-up, discovery. Its `User-Agent` tells
 * it from the clients' in the logs of the target, `own` in events and reports.
 *
 * @param request method, target and the rest
 */
export function ownRequest(request: Omit<ScimRequest, 'headers' | 'own'>): ScimRequest {
  const type = 'body' in request || 'rawBody' in request ? ([['Content-Type', 'application/scim+json']] as const) : [];
  const headers = [['Accept', 'application/scim+json'], ...type, ['Authorization', CREDENTIAL], ['User-Agent', 'scim-check']] as const;
  return { ...request, headers, own: true };
}

/**
 * A client's request as scim-check sends it again in another form: everything as the client has it, but for who says to send it.
 *
 * @param request a request in a client's manner
 */
export function sentByScimCheck(request: ScimRequest): ScimRequest {
  const others = request.headers.filter(([name]) => name.toLowerCase() !== 'user-agent');
  return { ...request, headers: [...others, ['User-Agent', 'scim-check']], own: true };
}

/**
 * A conversation that scim-check holds itself, where no client would.
 *
 * @param conversation a conversation of single reads
 */
export function* asOwn<T>(conversation: Conversation<T>): Conversation<T> {
  let next = conversation.next();
  while (next.done !== true) {
    const yielded = next.value;
    next = conversation.next(yield isParallel(yielded) ? yielded.map(ownRequest) : ownRequest(yielded));
  }
  return next.value;
}
