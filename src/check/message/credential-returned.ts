import { heldSecret, REDACTED } from '../../base/redacted.js';
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
  judge({ response, facts }) {
    if (facts.hasQuery === true || response.text === '') return 'silent';
    return heldSecret(response.text)
      ? { expected: 'no credential', received: `status ${response.status} with the credential in the body`, subject: 'credential' }
      : 'fine';
  },
});
