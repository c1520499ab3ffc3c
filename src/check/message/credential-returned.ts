import { heldSecret, REDACTED } from '../../base/redacted.js';
import { getMember, isObject } from '../../scim/json.js';
import { ALL, says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { get, refusal } from '../messages.js';

/** SC1145: a secret that came back was hidden when the answer came in; where it stood shows. */
export const CREDENTIAL_RETURNED = defineResponseCheck({
  id: 'SC1145',
  ofForm: true,
  title: 'An answer does not repeat the credential',
  severity: 'warning',
  impact: 'noise',
  authorities: [
    says(
      '7644',
      '7.4',
      'Since the possession of a bearer token or cookie MAY authorize the holder to potentially read, modify, or delete resources',
    ),
  ],
  clients: ALL,
  effect: "The token stands in the provisioning logs of the identity provider, where others than the app's administrators read it.",
  fix: 'Leave headers and tokens out of answers, errors above all; and change the token.',
  example: {
    request: get('/Users/u9'),
    good: refusal(404, 'No such user.'),
    bad: refusal(404, `No such user (Authorization: Bearer ${REDACTED}).`),
  },
  judge({ request, response, facts }) {
    if (facts.hasQuery === true || response.text === '') return 'silent';
    // Nearly no answer holds one, and leaving passwords out takes a call for each value.
    if (!heldSecret(response.body === undefined ? response.text : JSON.stringify(response.body))) return 'fine';
    const shown = response.body === undefined ? response.text : JSON.stringify(response.body, withoutPassword);
    // Of a request with a password it may be the password that the answer repeats.
    if (heldSecret(shown) && isObject(request.body) && getMember(request.body, 'password') !== undefined) return 'silent';
    return heldSecret(shown)
      ? { expected: 'no credential', received: `status ${response.status} with the credential in the body`, subject: 'credential' }
      : 'fine';
  },
});

/** A password that comes back is another secret, and has a check of its own. */
function withoutPassword(name: string, value: unknown): unknown {
  return name.toLowerCase() === 'password' ? undefined : value;
}
