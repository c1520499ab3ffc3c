import { plainText } from '../../base/plain-text.js';
import { getMember, isObject } from '../../scim/json.js';
import { ENTERPRISE_USER_URN, USER_URN } from '../../scim/urn.js';
import { must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, ok } from '../messages.js';
import { isPartial, resourcesOf } from '../resources.js';
import { show } from '../show.js';

/** SC1130: an extension whose attributes a resource shows is among its schemas. */
export const EXTENSIONS_NAMED = defineResponseCheck({
  id: 'SC1130',
  roots: ['SC1113', 'SC1109', 'SC2109', 'SC1120'],
  title: 'The schemas of a resource name the extensions in it',
  severity: 'warning',
  impact: 'noise',
  authorities: [
    must(
      '7643',
      '3',
      'All representations of SCIM schemas MUST include a non-empty array with value(s) of the URIs supported by that representation.',
    ),
  ],
  clients: ['rfc'],
  effect: 'A client that reads by the standard passes over the attributes of the extension.',
  fix: 'Add the URN of each extension that the resource shows to "schemas".',
  example: {
    request: get('/Users/u1'),
    good: ok(exampleUser({ schemas: [USER_URN, ENTERPRISE_USER_URN], [ENTERPRISE_USER_URN]: { department: 'Research' } })),
    bad: ok(exampleUser({ schemas: [USER_URN], [ENTERPRISE_USER_URN]: { department: 'Research' } })),
  },
  judge(observation) {
    if (isPartial(observation.request.target)) return 'silent';
    let shown = false;
    for (const resource of resourcesOf(observation)) {
      const schemas = getMember(resource, 'schemas');
      if (!Array.isArray(schemas)) continue;
      const named = schemas.map((each) => plainText(each).toLowerCase());
      for (const [urn, value] of Object.entries(resource)) {
        if (!/^urn:/i.test(urn) || !isObject(value) || Object.keys(value).length === 0) continue;
        shown = true;
        if (!named.includes(urn.toLowerCase()))
          return { expected: `"schemas" with "${urn}"`, received: `"schemas": ${show(schemas)}`, subject: urn.toLowerCase() };
      }
    }
    return shown ? 'fine' : 'silent';
  },
});
