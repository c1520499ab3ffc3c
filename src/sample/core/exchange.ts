import { createHash, timingSafeEqual } from 'node:crypto';
import { errorBody } from '../../scim/error.js';
import { Refusal } from '../refusal.js';
import { type Reply, reply, withHeader } from '../reply.js';
import type { SampleRequest } from '../request.js';
import type { Stages } from '../stage.js';
import type { World } from '../world.js';

/**
 * The outermost stages: from request to reply, the credential, and errors as SCIM has them.
 *
 * @param world what the stages share
 */
export function exchangeStages(world: World): Pick<Stages, 'exchange' | 'authorize' | 'failure'> {
  return {
    exchange: (request) => exchange(world, request),
    authorize: (request) => authorize(world, request),
    failure: (refusal) => reply(refusal.status, errorBody(refusal.status, refusal.message, refusal.scimType), refusal.headers),
  };
}

function exchange({ stages }: World, request: SampleRequest): Reply {
  try {
    stages.authorize(request);
    if (request.tooLarge === true) throw new Refusal(413, 'The body is larger than this server reads.');
    return stages.perform(stages.route(request), request);
  } catch (error) {
    // An unforeseen error must not show its text or its stack to a client.
    const refusal = error instanceof Refusal ? error : new Refusal(500, 'The server failed to handle the request.');
    return stages.failure(refusal, request);
  }
}

/** RFC 6750 §2.1 and §3: the scheme is compared without regard to case, a refusal names it. */
function authorize({ token, tokens }: World, request: SampleRequest): void {
  const [, given] = /^bearer +(\S+) *$/i.exec(request.headers['authorization'] ?? '') ?? [];
  if (given !== undefined && (timingSafeEqual(digest(given), digest(token)) || tokens.accepts(given))) return;
  throw new Refusal(401, 'A valid bearer token is required.', undefined, [['WWW-Authenticate', 'Bearer realm="SCIM"']]);
}

/** Digests have one length, which the comparison in constant time needs. The same few texts come with each request. */
const DIGESTS = new Map<string, Buffer>();
const MOST_DIGESTS = 100;

function digest(text: string): Buffer {
  const known = DIGESTS.get(text);
  if (known !== undefined) return known;
  const made = createHash('sha256').update(text).digest();
  if (DIGESTS.size < MOST_DIGESTS) DIGESTS.set(text, made);
  return made;
}

/**
 * Answers 304 when the client already has this version (RFC 7644 §3.14), else the reply.
 *
 * @param answer the reply to a GET
 * @param request the request
 * @param version the resource's ETag
 */
export function unlessUnchanged(answer: Reply, request: SampleRequest, version: string): Reply {
  const known = request.headers['if-none-match'];
  if (known === undefined || !listsTag(known, version)) return answer;
  return withHeader(reply(304), 'ETag', version);
}

/**
 * Refuses a write to a version that the client does not know (RFC 7644 §3.14).
 *
 * @param request the request
 * @param version the resource's ETag
 */
export function requireMatch(request: SampleRequest, version: string): void {
  const wanted = request.headers['if-match'];
  if (wanted === undefined || listsTag(wanted, version)) return;
  throw new Refusal(412, `The resource has changed: its version is now ${version}.`);
}

/** Compares weakly: SCIM's versions are weak tags, and a client may drop the W/ in front. */
function listsTag(header: string, version: string): boolean {
  const bare = version.replace(/^W\//, '');
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === bare);
}
