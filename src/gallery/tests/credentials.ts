import { defined } from '../../base/defined.js';
import type { Json, JsonObject } from '../../scim/json.js';
import { is2xx } from '../answer.js';
import type { GalleryContext } from '../context.js';
import { failed, type GalleryOutcome, passed, skipped } from '../outcome.js';
import type { TokenProbe } from '../settings.js';

const SHORTEST_MINUTES = 60;
const LONGEST_MINUTES = 360;
const DEFAULT_SECONDS = 3600;

/** A token by id and secret in the body, good for one to six hours, opens /Users. */
export async function validateCredentials(context: GalleryContext): Promise<GalleryOutcome> {
  const ask = context.settings.clientCredentials;
  if (ask === undefined)
    return {
      ...skipped('no OAuth client credentials are configured'),
      cause: 'name them with --oauth-token-url and --oauth-client-id: the gallery asks for them, or for a federated identity',
    };
  const given = await tokenGates(ask);
  if ('outcome' in given) return given.outcome;
  const { token, details } = given;
  const answer = await context.sendWithToken('/Users?startIndex=1&count=1', token);
  return is2xx(answer)
    ? passed({ detailedResults: details })
    : failed(`FAILED - Action: SCIM_Validate_Get_Users - SCIM /Users returned HTTP ${answer.status}. Expected 2xx.`, {
        detailedResults: details,
      });
}

/**
 * The first two gates of the test: the token, and how long it is good for.
 *
 * @param ask asks the token endpoint
 * @returns what opens the third gate, or how the test has ended
 */
export async function tokenGates(
  ask: () => Promise<TokenProbe>,
): Promise<{ readonly outcome: GalleryOutcome } | { readonly token: string; readonly details: JsonObject }> {
  const end = (result: string, more: Partial<GalleryOutcome>) => ({ outcome: failed(`FAILED - Action: ${result}`, more) });
  const { status, token, expiresIn, message } = await ask();
  const more = defined({ cause: message });
  const acquire = 'Acquire_OAuth2_Token';
  if (status < 200 || status >= 300) return end(`${acquire} - Token endpoint returned HTTP ${status}. Expected 2xx.`, more);
  if (token === undefined) return end(`${acquire} - Token endpoint returned 2xx but response did not contain an access_token field.`, more);
  const minutes = minutesOf(expiresIn);
  if (minutes === undefined)
    return end(`${acquire} - Unexpected failure`, {
      cause:
        'expires_in is no number (RFC 6749 §5.1), and the template divides it: have the token endpoint write 3600, without quotation marks',
    });
  const details = { gate1_tokenAcquisition: { passed: true, statusCode: status }, gate2_tokenLifetime: { validityMinutes: minutes } };
  if (isInRange(minutes)) return { token, details };
  const fault =
    minutes < SHORTEST_MINUTES
      ? 'is less than 60 minutes. Minimum required: 60 minutes.'
      : 'exceeds 360 minutes (6 hours). Maximum allowed: 360 minutes.';
  return end(`Check_Token_Validity_Range - Token validity ${fault}`, {
    detailedResults: details,
    cause: `expires_in is ${expiresIn} seconds: issue tokens of 3600 to 21600`,
  });
}

/**
 * The whole minutes that a token is good for.
 *
 * @param expiresIn as the token endpoint says it; absent: an hour
 * @returns undefined for what is no number
 */
export function minutesOf(expiresIn: Json | undefined): number | undefined {
  if (expiresIn !== undefined && typeof expiresIn !== 'number') return undefined;
  return Math.floor((expiresIn ?? DEFAULT_SECONDS) / 60);
}

/** Whether a token is good for as long as the gallery wants. */
export function isInRange(minutes: number): boolean {
  return minutes >= SHORTEST_MINUTES && minutes <= LONGEST_MINUTES;
}

/** An assertion is exchanged for a token; whether the token opens anything is not asked. */
export async function federatedIdentity({ settings }: GalleryContext): Promise<GalleryOutcome> {
  const ask = settings.federated;
  if (ask === undefined)
    return {
      ...skipped('no assertion is configured'),
      cause:
        "workload identity federation is rehearsed with --oauth-key, --oauth-assertion-file or --oauth-assertion-command; the two flows of Google's are not",
    };
  const { status, token, message } = await ask();
  const authMode = 'FederatedIdentity';
  if (status >= 200 && status < 300 && token !== undefined) return passed({ summary: { testName: 'Federated_Identity_Test', authMode } });
  return failed('Federated token exchange failed', {
    summary: { testName: 'Federated_Identity_Test', authMode },
    errorDetails: { summary: `Federated token exchange failed. Status: ${status}` },
    ...defined({ cause: message }),
  });
}
