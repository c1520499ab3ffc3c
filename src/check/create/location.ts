import { headerOf } from '../../scim/message.js';
import { field, must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { answer, asSent, created, exampleUser, post } from '../messages.js';
import { isCreated } from './created.js';

/** SC1203: the header. That meta has a location is SC1114. */
export const CREATED_LOCATION = defineResponseCheck({
  id: 'SC1203',
  on: { methods: ['POST'], endpoints: ['users', 'groups'] },
  ofForm: true,
  roots: ['SC1202'],
  title: 'A create names the location of the resource in its header',
  severity: 'warning',
  impact: 'noise',
  authorities: [
    must(
      '7644',
      '3.3',
      'The URI of the created resource SHALL include, in the HTTP "Location" header and the HTTP body, a JSON representation [RFC7159] with the attribute "meta.location".',
    ),
    field('F50'),
  ],
  clients: ['rfc'],
  effect: 'Clients of the standard cannot follow the location; others use the id alone.',
  fix: 'Send a Location header, and the same URI as meta.location.',
  example: { request: post('/Users', asSent(exampleUser())), good: created(exampleUser()), bad: answer(201, exampleUser()) },
  judge(observation) {
    if (!isCreated(observation)) return 'silent';
    const location = headerOf(observation.response.headers, 'location') ?? '';
    return location === '' ? { expected: 'a Location header', received: 'none' } : 'fine';
  },
});
