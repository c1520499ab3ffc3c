import { GROUP_URN } from '../../scim/urn.js';
import { ALL, entra, okta, says } from '../authority.js';
import { defineStepChecks } from '../define.js';
import { answer, excerpt, post, refusal } from '../messages.js';

/** Checks of what a target may leave out, and its clients need. */
export const CONSTRAINT_STEPS = defineStepChecks([
  {
    id: 'SC2807',
    constraint: true,
    title: 'Clients can provision groups',
    severity: 'warning',
    impact: 'provisioning-lost',
    authorities: [says('7644', '3.2', 'Create, Read, Update, Delete, and Query'), entra('develop'), okta('scim20')],
    clients: ALL,
    effect: 'Groups and their members are not provisioned; people are.',
    fix: 'Tell customers that groups are not provisioned; leave Group out of /ResourceTypes and /Schemas where there are none, and groups out of a mapping file ("groups" under "capabilities").',
    example: {
      scenario: 'groups/lifecycle',
      client: 'okta',
      request: post('/Groups', { schemas: [GROUP_URN] }),
      good: excerpt(answer(201, { schemas: [GROUP_URN] })),
      bad: refusal(403, 'Groups are managed in the app.'),
    },
  },
]);
