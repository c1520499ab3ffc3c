import { field, must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { get, ok, refusal, serviceProviderConfig } from '../messages.js';
import { judgeDocument } from './document.js';

/** SC1601 */
export const CONFIG = defineResponseCheck({
  id: 'SC1601',
  on: { methods: ['GET'], endpoints: ['serviceproviderconfig'] },
  title: '/ServiceProviderConfig says what the target can do',
  impact: 'noise',
  authorities: [
    must(
      '7644',
      '4',
      'This endpoint SHALL return responses with a JSON object using a "schemas" attribute of "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig".',
    ),
    field('F76'),
  ],
  clients: ['rfc'],
  effect: 'Clients of the standard fall back to the least that a server can do: no PATCH, no filter.',
  fix: 'Return patch, bulk, filter, changePassword, sort, etag and authenticationSchemes, each complete.',
  example: {
    request: get('/ServiceProviderConfig'),
    good: ok(serviceProviderConfig()),
    bad: refusal(404, '/ServiceProviderConfig does not exist.'),
  },
  judge: (observation) => judgeDocument(observation, '/ServiceProviderConfig', 'service-provider-config', 'a ServiceProviderConfig'),
});
