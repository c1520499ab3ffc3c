import type { GalleryTestEvent } from '../../event/event.js';
import { is2xx } from '../answer.js';
import type { GalleryContext } from '../context.js';
import { isInRange, minutesOf } from '../tests/credentials.js';
import { forPerson, fromTest, notTested, type Shown } from './requirement.js';

const FIRST_PAGE = '/Users?startIndex=1&count=1';

/** Clocks differ, and servers allow for that: so long a token may be good beyond its time, in seconds. */
const LEEWAY_S = 300;

/** Between two looks whether a token is still good, in milliseconds. */
const LOOK_MS = 15_000;

/** An access token that the target has not given, one of its own with a letter changed, and none are refused. */
export async function wrongToken(context: GalleryContext): Promise<Shown> {
  const wrong = await context.sendWithToken(FIRST_PAGE, `wrong-${context.guid()}`);
  const none = await context.sendWithToken(FIRST_PAGE, undefined);
  const changed = await context.settings.tamperedToken?.();
  // A target that reads the claims of a token and does not check its signature refuses what is made up, and takes this.
  const tampered = changed === undefined ? [] : [await context.sendWithToken(FIRST_PAGE, changed)];
  const answers = [wrong, none, ...tampered];
  if (answers.some(({ status }) => status === 0)) return notTested('no answer came');
  const one = tampered.map(({ status }) => `, the right one with one letter changed ${status}`).join('');
  return {
    status: answers.every(isRefusal) ? 'proven' : 'failed',
    evidence: `a made-up one is answered ${wrong.status}, none ${none.status}${one}`,
  };
}

/** The token endpoint gives nothing for a secret, or a signature, that is not the client's. */
export async function wrongClient({ settings }: GalleryContext): Promise<Shown> {
  if (settings.wrongClient === undefined) return notTested('no client secret and no key are configured');
  const { status, token } = await settings.wrongClient();
  if (status === 0) return notTested('no answer came');
  if (token !== undefined) return { status: 'failed', evidence: `it was answered ${status} with an access token` };
  // RFC 6749 §5.2: 400 or 401. An error of the server's refuses nothing.
  return { status: status >= 400 && status < 500 ? 'proven' : 'failed', evidence: `it was answered ${status}, without a token` };
}

/** What the test of credentials has shown; with a federated identity alone, what its token says. */
export async function tokenLifetime({ settings }: GalleryContext, tests: readonly GalleryTestEvent[]): Promise<Shown> {
  if (settings.clientCredentials !== undefined || settings.federated === undefined) return fromTest(tests, 'Validate_Credentials_Test');
  const { token, expiresIn, message } = await settings.federated();
  if (token === undefined) return notTested(message ?? 'there is no token');
  const minutes = minutesOf(expiresIn);
  if (minutes === undefined) return { status: 'failed', evidence: 'expires_in is no number (RFC 6749 §5.1)' };
  return { status: isInRange(minutes) ? 'proven' : 'failed', evidence: `the federated token is good for ${minutes} minutes` };
}

/** A token is refused when its time is up: waited for where that is soon, else for a person to show. */
export async function expiredToken(context: GalleryContext): Promise<Shown> {
  const { settings, clock } = context;
  const ask = settings.clientCredentials ?? settings.federated;
  if (ask === undefined) return forPerson('the token does not say when its time is up');
  const { token, expiresIn } = await ask();
  if (token === undefined) return notTested('there is no token');
  if (typeof expiresIn !== 'number' || expiresIn <= 0) return forPerson('expires_in does not say when its time is up');
  if (expiresIn >= settings.expirySeconds)
    return forPerson(
      `tokens are good for ${expiresIn} seconds: keep one and try it then, or have it waited for with --expiry-seconds ${expiresIn + LEEWAY_S}`,
    );
  const before = await context.sendWithToken(FIRST_PAGE, token);
  if (!is2xx(before)) return notTested(`a fresh token is answered ${before.status}`);
  const end = clock.now() + settings.expirySeconds * 1000;
  const due = clock.now() + expiresIn * 1000 + 1000;
  let answer = before;
  for (let next = due; next <= end; next += LOOK_MS) {
    await clock.sleep(Math.max(0, next - clock.now()));
    answer = await context.sendWithToken(FIRST_PAGE, token);
    if (answer.status === 0) return notTested('no answer came');
    const late = Math.round((clock.now() - due) / 1000) + 1;
    if (isRefusal(answer)) return { status: 'proven', evidence: `it is answered ${answer.status}, ${late} seconds after its time was up` };
    if (late > LEEWAY_S)
      return { status: 'failed', evidence: `it is still answered ${answer.status}, ${late} seconds after its time was up` };
  }
  return notTested(`it was good for a while after its time was up; wait longer with --expiry-seconds ${expiresIn + LEEWAY_S + 30}`);
}

function isRefusal({ status }: { readonly status: number }): boolean {
  return status === 401 || status === 403;
}
