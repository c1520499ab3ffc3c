import { SCIM_TYPES } from '../../scim/error.js';
import { getMember, isObject } from '../../scim/json.js';
import { says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { patch, refusal } from '../messages.js';
import { show } from '../show.js';

const KEYWORDS: ReadonlySet<string> = new Set(SCIM_TYPES);

/** SC1122: a scimType is one that clients know. */
export const SCIM_TYPE_KNOWN = defineResponseCheck({
  id: 'SC1122',
  ofForm: true,
  title: 'scimType is a keyword of the standard',
  severity: 'warning',
  impact: 'noise',
  authorities: [says('7644', '3.12', 'A SCIM detail error keyword. See Table 9. OPTIONAL.')],
  clients: ['rfc'],
  effect: 'Clients cannot tell one kind of mistake from another.',
  fix: 'Use a keyword of RFC 7644 §3.12, table 9, or leave scimType out; put your own text into "detail".',
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'noSuchAttribute', value: 'x' }),
    good: refusal(400, 'There is no noSuchAttribute.', 'invalidPath'),
    bad: refusal(400, 'There is no noSuchAttribute.', 'ERR_BAD_INPUT'),
  },
  judge({ response }) {
    if (response.status < 400 || !isObject(response.body)) return 'silent';
    const type = getMember(response.body, 'scimType');
    if (type === undefined || type === null) return 'silent';
    if (typeof type === 'string' && KEYWORDS.has(type)) return 'fine';
    return { expected: `one of ${[...KEYWORDS].join(', ')}`, received: `"scimType": ${show(type)}`, subject: show(type) };
  },
});
