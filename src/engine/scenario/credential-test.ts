import { defined } from '../../base/defined.js';
import { type Client, isParallel } from '../../client/client.js';
import { seededRandom, token } from '../../client/values/random.js';
import type { ScimRequest, ScimResponse } from '../../scim/message.js';
import { PATCH_OP_URN } from '../../scim/urn.js';
import type { Answer } from '../exchange/answer.js';
import { type Unserved, unansweredBy, unservedBy } from '../exchange/throttle.js';
import type { ConversationRunner } from './conversation-runner.js';

/** A credential that must be refused: a made-up one, or no header at all. */
type BadCredential = 'wrong' | 'none';

const PURPOSES = { wrong: 'refuse', none: 'anonymous' } as const;

/** What came of asking with a credential that must be refused. */
interface Refused {
  readonly seen: readonly { readonly request: ScimRequest; readonly response: ScimResponse; readonly exchange: string }[];
  /** Why not everything was asked. */
  readonly unserved?: Unserved;
}

/** Asks the target with a wrong credential or with none. */
export type CredentialTest = (runner: ConversationRunner, shown: BadCredential, writes: boolean) => Promise<Refused>;

/** Some servers slow down after wrong credentials, so each answer is kept for all clients. */
export function askedOnce(): CredentialTest {
  const asked = new Map<string, Promise<Refused>>();
  return (runner, shown, writes) => {
    const answer = asked.get(shown) ?? ask(runner, shown, writes);
    asked.set(shown, answer);
    return answer;
  };
}

/** An endpoint that no target has. */
const NOWHERE = 'ScimCheckNothing';

/** A read and a write, since a target may guard one and not the other. The write is to a user whom nobody has. */
async function ask({ client, session, run, at }: ConversationRunner, shown: BadCredential, writes: boolean): Promise<Refused> {
  const purpose = PURPOSES[shown];
  const send = (request: ScimRequest): Promise<Answer> =>
    run.wire.send(shown === 'wrong' ? request : withoutCredential(request), at, shown === 'wrong' ? { credential: wrong } : {});
  const first = client.connect(session).next();
  const read: ScimRequest[] = first.done === true || isParallel(first.value) ? [] : [{ ...first.value, purpose, own: true }];
  const write = client.plain({ method: 'DELETE', target: `/Users/${session.randomGuid}`, purpose, resourceType: 'User', own: true });
  const wrong = { scheme: 'Bearer', secret: `wrong-${token(seededRandom(`wrong|${session.randomGuid}`), 24)}` } as const;
  const seen: Refused['seen'][number][] = [];
  for (const request of [...read, ...(writes ? [write] : [])]) {
    const answer = await send(request);
    const unserved = answer.ok ? unservedBy(answer.response, client.family) : unansweredBy(answer.failure);
    if (unserved !== undefined || !answer.ok) return { seen, ...defined({ unserved }) };
    const isNowhere = request === write && (await leadsNowhere(client, write, answer.response, send));
    if (!isNowhere) seen.push({ request, response: answer.response, exchange: answer.exchange });
  }
  return { seen };
}

/**
 * Whether a target has no DELETE of users, and says so to anybody: it answers an endpoint that there is not in the same words, and guards
 * another write. Who lets anyone in would look for the user, or serve the other write as well.
 */
async function leadsNowhere(
  client: Client,
  write: ScimRequest,
  { status, text }: ScimResponse,
  send: (request: ScimRequest) => Promise<Answer>,
): Promise<boolean> {
  if (status !== 404) return false;
  const nowhere = await send({ ...write, target: write.target.replace('/Users/', `/${NOWHERE}/`) });
  if (!nowhere.ok || nowhere.response.status !== status || wordsOf(nowhere.response.text) !== wordsOf(text)) return false;
  const body = { schemas: [PATCH_OP_URN], Operations: [{ op: 'replace', value: { active: true } }] };
  const changed = await send(client.plain({ ...write, method: 'PATCH', body }));
  return changed.ok && [401, 403].includes(changed.response.status);
}

/** What an answer says, whatever endpoint it names, and whatever moment or number it has. */
function wordsOf(text: string): string {
  return text.replaceAll(NOWHERE, 'Users').replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/gi, '');
}

function withoutCredential(request: ScimRequest): ScimRequest {
  return { ...request, headers: request.headers.filter(([name]) => name.toLowerCase() !== 'authorization') };
}
