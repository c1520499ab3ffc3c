import { defined } from '../../base/defined.js';
import { isParallel } from '../../client/client.js';
import { seededRandom, token } from '../../client/values/random.js';
import type { ScimRequest, ScimResponse } from '../../scim/message.js';
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

/** A read and a write, since a target may guard one and not the other. The write is to a user whom nobody has. */
async function ask({ client, session, run, at }: ConversationRunner, shown: BadCredential, writes: boolean): Promise<Refused> {
  const purpose = PURPOSES[shown];
  const first = client.connect(session).next();
  const read: ScimRequest[] = first.done === true || isParallel(first.value) ? [] : [{ ...first.value, purpose, own: true }];
  const write = client.plain({ method: 'DELETE', target: `/Users/${session.randomGuid}`, purpose, resourceType: 'User', own: true });
  const wrong = { scheme: 'Bearer', secret: `wrong-${token(seededRandom(`wrong|${session.randomGuid}`), 24)}` } as const;
  const seen: Refused['seen'][number][] = [];
  for (const request of [...read, ...(writes ? [write] : [])]) {
    const sent = shown === 'wrong' ? request : withoutCredential(request);
    const answer = await run.wire.send(sent, at, shown === 'wrong' ? { credential: wrong } : {});
    const unserved = answer.ok ? unservedBy(answer.response, client.family) : unansweredBy(answer.failure);
    if (unserved !== undefined || !answer.ok) return { seen, ...defined({ unserved }) };
    seen.push({ request, response: answer.response, exchange: answer.exchange });
  }
  return { seen };
}

function withoutCredential(request: ScimRequest): ScimRequest {
  return { ...request, headers: request.headers.filter(([name]) => name.toLowerCase() !== 'authorization') };
}
