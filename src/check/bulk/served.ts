import { plainText } from '../../base/plain-text.js';
import { getMember, isObject } from '../../scim/json.js';
import { BULK_RESPONSE_URN } from '../../scim/urn.js';
import { field, must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { refusal } from '../messages.js';
import { showResponse } from '../show.js';
import { bulkIn } from './answered.js';
import { bulk, creation, done, GIVEN, made } from './example.js';

/** SC1901: a promise of bulk that is not kept shows here */
export const BULK_SERVED = defineResponseCheck({
  id: 'SC1901',
  on: { methods: ['POST'], endpoints: ['bulk'] },
  title: 'A bulk request is answered 200 with a BulkResponse',
  needs: 'bulk',
  impact: 'provisioning-lost',
  authorities: [
    must(
      '7644',
      '3.7',
      'If a bulk job is processed successfully, HTTP response code 200 OK MUST be returned; otherwise, an appropriate HTTP error code MUST be returned.',
    ),
    field('F77'),
  ],
  clients: ['rfc'],
  effect: 'A client that relies on the promise of bulk cannot provision anybody.',
  fix: 'Serve POST /Bulk, or say "bulk": {"supported": false}.',
  example: { given: GIVEN, request: bulk([creation('new')]), good: done(made('new')), bad: refusal(501, 'Bulk is not supported.') },
  judge(observation) {
    const answered = bulkIn(observation);
    if (answered === undefined) return 'silent';
    const { response } = observation;
    const schemas = isObject(response.body) ? getMember(response.body, 'schemas') : undefined;
    const named = Array.isArray(schemas) && schemas.some((schema) => plainText(schema).toLowerCase() === BULK_RESPONSE_URN.toLowerCase());
    if (answered.results !== undefined && named) return 'fine';
    return { expected: '200 with a BulkResponse', received: showResponse(response) };
  },
});
