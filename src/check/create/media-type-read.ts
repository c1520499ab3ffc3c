import { headerOf } from '../../scim/message.js';
import { ALL, entra, field, okta, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleUser, post, refusal, same } from '../messages.js';
import { bodyOf, isOfForm, refused } from '../written.js';

/** SC1216: Entra and Okta send application/scim+json with a charset; Okta's SPEC test creates with application/json. */
export const MEDIA_TYPE_READ = defineWriteCheck({
  id: 'SC1216',
  scope: 'representation',
  title: 'Bodies are read in the media types that the client sends',
  impact: 'provisioning-lost',
  authorities: [
    says('7644', '3.1', 'To identify this content, SCIM uses a media type of "application/scim+json" (see Section 8.1).'),
    entra('develop'),
    okta('test'),
    field('F24'),
  ],
  clients: ALL,
  effect: 'Nothing that the client writes arrives.',
  effects: [
    {
      client: 'okta',
      effect:
        'What is sent in this media type does not arrive; where it is plain JSON, the app fails the test that its submission demands.',
    },
  ],
  fixSuits: [415],
  fix: 'Read application/scim+json and application/json alike, with a charset or without.',
  example: {
    client: 'okta',
    request: { ...post('/Users', asSent(exampleUser())), contentType: 'application/json' },
    good: changed(exampleUser(), 201),
    bad: refusal(415, 'Only application/scim+json is read.'),
    besides: [same(post('/Users', asSent(exampleUser())), changed(exampleUser(), 201))],
  },
  exercises: (_operation, write) => Object.keys(bodyOf(write)).length > 0,
  // One type that is read says nothing of the others.
  proves: () => false,
  explains: (difference, { request, response }) =>
    refused(difference) &&
    (response.status === 415 ||
      (isOfForm(response.status) && /^application\/json\b/i.test(headerOf(request.headers, 'content-type') ?? ''))),
});
