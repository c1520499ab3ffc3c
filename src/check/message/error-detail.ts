import { getMember, isObject } from '../../scim/json.js';
import { ERROR_URN } from '../../scim/urn.js';
import { says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { answer, get, refusal } from '../messages.js';
import { show } from '../show.js';

/** SC1129: `detail` of an Error is a text where there is one. */
export const ERROR_DETAIL = defineResponseCheck({
  id: 'SC1129',
  ofForm: true,
  title: 'The detail of an Error is a text',
  severity: 'warning',
  impact: 'noise',
  authorities: [says('7644', '3.12', 'A detailed human-readable message. OPTIONAL.')],
  clients: ['rfc'],
  effect: 'A client that reads the detail as a text cannot read the Error at all, and nobody learns what was wrong.',
  fix: 'Send one text: join several messages, and leave "detail" out where there is nothing to say.',
  example: {
    request: get('/Users/u9'),
    good: refusal(404, 'No such user.'),
    bad: answer(404, { schemas: [ERROR_URN], status: '404', detail: ['No such user.'] }),
  },
  judge({ response }) {
    if (response.status < 400 || !isObject(response.body)) return 'silent';
    const schemas = getMember(response.body, 'schemas');
    const detail = getMember(response.body, 'detail') ?? null;
    // No value and null are the same (RFC 7643 §2.5).
    if (!Array.isArray(schemas) || !schemas.includes(ERROR_URN) || detail === null) return 'silent';
    return typeof detail === 'string' ? 'fine' : { expected: '"detail": a text', received: `"detail": ${show(detail)}` };
  },
});
