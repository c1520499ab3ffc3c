import type { Clock } from '../../base/clock.js';
import type { Credential } from '../credential.js';
import type { CredentialAnswer, CredentialSource } from '../credential-source.js';
import type { TokenAnswer } from './token-endpoint.js';

/** A token is renewed so long before it expires, or after three quarters of a shorter life, in milliseconds. */
const EARLY_MS = 60_000;

/** After a token could not be had it is asked for again no sooner, in milliseconds. */
const PAUSE_MS = 2_000;

/** So many new tokens that are refused like the old ones are enough: the target means something else. */
const MOST_IN_VAIN = 2;

interface Held {
  readonly credential: Credential;
  readonly renewAt: number;
  readonly expiresAt: number;
}

/**
 * Access tokens: one is asked for when it is first needed, before it expires, and after it was refused. Whoever waits for one
 * waits for the same.
 *
 * @param request asks for a token
 * @param clock tells when one expires
 * @param notify is told, once each, what was odd about the answers
 */
export function tokenSource(request: () => Promise<TokenAnswer>, clock: Clock, notify: (message: string) => void): CredentialSource {
  let held: Held | undefined;
  let asking: Promise<CredentialAnswer> | undefined;
  let failed: { readonly answer: CredentialAnswer; readonly at: number } | undefined;
  let inVain = 0;
  const reported = new Set<string>();

  async function ask(): Promise<CredentialAnswer> {
    const sentAt = clock.now();
    const answer = await request();
    if (!answer.ok) {
      failed = { answer, at: clock.now() };
      return answer;
    }
    const { secret, lifetimeMs, oddities } = answer.token;
    for (const oddity of oddities.filter((each) => !reported.has(each))) {
      reported.add(oddity);
      notify(`The token endpoint's answer is not as RFC 6749 wants it: ${oddity}.`);
    }
    failed = undefined;
    const life = lifetimeMs ?? Number.POSITIVE_INFINITY;
    const credential: Credential = { scheme: 'Bearer', secret };
    held = { credential, renewAt: sentAt + Math.max(life - EARLY_MS, life * 0.75), expiresAt: sentAt + life };
    return { ok: true, credential };
  }

  function askOnce(): Promise<CredentialAnswer> {
    if (failed !== undefined && clock.now() - failed.at < PAUSE_MS) return Promise.resolve(failed.answer);
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  }

  return {
    scheme: 'Bearer',
    async current() {
      const now = clock.now();
      if (held !== undefined && now < held.renewAt) return { ok: true, credential: held.credential };
      const answer = await askOnce();
      // The old one is good for a little longer.
      return !answer.ok && held !== undefined && clock.now() < held.expiresAt ? { ok: true, credential: held.credential } : answer;
    },
    async refused(credential, again) {
      if (again) inVain += 1;
      if (again || inVain >= MOST_IN_VAIN) return false;
      // Somebody else has got another one meanwhile.
      if (held !== undefined && held.credential !== credential) return true;
      return (await askOnce()).ok;
    },
  };
}
