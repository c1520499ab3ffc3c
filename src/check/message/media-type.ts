import { headerOf } from '../../scim/message.js';
import { ALL, entra, field, says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, ok } from '../messages.js';

/** SC1101: Content-Type of answers. Bodies that are no JSON are another check's business. */
export const MEDIA_TYPE = defineResponseCheck({
  id: 'SC1101',
  ofForm: true,
  title: 'Answers are labelled application/scim+json',
  severity: 'warning',
  severityFor: { entra: 'error' },
  impact: 'provisioning-lost',
  authorities: [
    says('7644', '3.1', 'To identify this content, SCIM uses a media type of "application/scim+json" (see Section 8.1).'),
    entra('develop'),
    field('F23'),
  ],
  clients: ALL,
  effect: 'Clients that demand the type stop at the first answer of another type.',
  effects: [
    {
      client: 'entra',
      effect: "Microsoft's validator stops at the first answer of another type, and Entra demands the type on all answers.",
    },
  ],
  fix: 'Send "Content-Type: application/scim+json" (a charset may follow) with every body.',
  example: { request: get('/Users/u1'), good: ok(exampleUser()), bad: ok(exampleUser(), { 'Content-Type': 'application/json' }) },
  judge({ response }) {
    if (response.body === undefined) return 'silent';
    const type = headerOf(response.headers, 'content-type') ?? '';
    const media = type.split(';')[0]?.trim().toLowerCase();
    if (media === 'application/scim+json') return 'fine';
    return {
      expected: 'Content-Type: application/scim+json',
      received: type === '' ? 'no Content-Type' : `Content-Type: ${type}`,
      subject: media ?? '',
    };
  },
});
