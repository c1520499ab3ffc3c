import { plainText } from '../../base/plain-text.js';
import { getMember } from '../../scim/json.js';
import { CORE_URNS } from '../../scim/urn.js';
import { must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, ok, without } from '../messages.js';
import { resourcesOf } from '../resources.js';
import { show } from '../show.js';

/** SC1113: every resource says by which schemas it is to be read. Entra and Okta do not look. */
export const SCHEMAS_NAMED = defineResponseCheck({
  id: 'SC1113',
  roots: ['SC1109'],
  title: 'A resource names its schemas',
  impact: 'noise',
  authorities: [
    must(
      '7643',
      '2.1',
      'SCIM resources are represented in JSON [RFC7159] format and MUST specify schema via the "schemas" attribute per Section 3.',
    ),
  ],
  clients: ['rfc'],
  effect: 'A client that reads by the standard cannot tell what the resource is.',
  fix: 'Return "schemas" with the core schema and each extension that has values, in every answer, lists included.',
  example: { request: get('/Users/u1'), good: ok(exampleUser()), bad: ok(without(exampleUser(), 'schemas')) },
  judge(observation) {
    // RFC 7644 §3.4.2 itself shows resources without schemas where attributes were asked for.
    if (/[?&](attributes|excludedAttributes)=/i.test(observation.request.target)) return 'silent';
    const type = observation.request.resourceType;
    const resources = resourcesOf(observation);
    if (type === undefined || resources.length === 0) return 'silent';
    const wanted = CORE_URNS[type];
    const wrong = resources.find((resource) => {
      const schemas = getMember(resource, 'schemas');
      return !Array.isArray(schemas) || !schemas.some((each) => plainText(each).toLowerCase() === wanted.toLowerCase());
    });
    if (wrong === undefined) return 'fine';
    return { expected: `"schemas" with "${wanted}"`, received: `"schemas": ${show(getMember(wrong, 'schemas'))}`, subject: type };
  },
});
