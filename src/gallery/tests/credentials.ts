import { defined } from '../../base/defined.js';
import type { Json } from '../../scim/json.js';
import { type GalleryContext, is2xx } from '../context.js';
import { failed, type GalleryOutcome, passed, skipped } from '../outcome.js';

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
  const acquire = 'FAILED - Action: Acquire_OAuth2_Token';
  const { status, token, expiresIn, message } = await ask();
  const more = message === undefined ? {} : { cause: message };
  if (status < 200 || status >= 300) return failed(`${acquire} - Token endpoint returned HTTP ${status}. Expected 2xx.`, more);
  if (token === undefined)
    return failed(`${acquire} - Token endpoint returned 2xx but response did not contain an access_token field.`, more);
  const minutes = minutesOf(expiresIn);
  if (minutes === undefined)
    return failed(`${acquire} - Unexpected failure`, { cause: 'expires_in is no number (RFC 6749 §5.1), and the template divides it' });
  const range = 'FAILED - Action: Check_Token_Validity_Range - Token validity';
  const details = { gate1_tokenAcquisition: { passed: true, statusCode: status }, gate2_tokenLifetime: { validityMinutes: minutes } };
  if (minutes < SHORTEST_MINUTES)
    return failed(`${range} is less than 60 minutes. Minimum required: 60 minutes.`, {
      detailedResults: details,
      cause: `expires_in is ${expiresIn} seconds`,
    });
  if (minutes > LONGEST_MINUTES)
    return failed(`${range} exceeds 360 minutes (6 hours). Maximum allowed: 360 minutes.`, {
      detailedResults: details,
      cause: `expires_in is ${expiresIn} seconds`,
    });
  const answer = await context.sendWithToken('/Users?startIndex=1&count=1', token);
  return is2xx(answer)
    ? passed({ detailedResults: details })
    : failed(`FAILED - Action: SCIM_Validate_Get_Users - SCIM /Users returned HTTP ${answer.status}. Expected 2xx.`, {
        detailedResults: details,
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
