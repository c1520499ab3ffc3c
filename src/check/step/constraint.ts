import { GROUP_URN, USER_URN } from '../../scim/urn.js';
import { ALL, entra, okta, says } from '../authority.js';
import { defineStepChecks } from '../define.js';
import { answer, excerpt, get, list, ok, post, refusal } from '../messages.js';

/** Hardly more than schemas must have that say what a target has. */
const schemasOf = (membersRequired: boolean, descriptionRequired = false) => [
  {
    id: USER_URN,
    name: 'User',
    attributes: ['userName', 'displayName', 'name', 'emails'].map((name) => ({
      name,
      type: name === 'emails' || name === 'name' ? 'complex' : 'string',
      multiValued: name === 'emails',
      required: name === 'userName',
    })),
  },
  {
    id: GROUP_URN,
    name: 'Group',
    attributes: [
      { name: 'displayName', type: 'string', multiValued: false, required: true },
      { name: 'members', type: 'complex', multiValued: true, required: membersRequired },
      { name: 'description', type: 'string', multiValued: false, required: descriptionRequired },
    ],
  },
];

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
  // A refusal is the target's right, where it says so: a client of the standard puts somebody into every group.
  {
    id: 'SC2808',
    title: 'A group may be empty, as clients create and leave it',
    severity: 'warning',
    impact: 'provisioning-lost',
    authorities: [
      says('7643', '7', 'required  A Boolean value that specifies whether or not the attribute is required.'),
      entra('develop'),
    ],
    clients: ['entra', 'okta'],
    effect: 'A group without members is not provisioned, and whoever is the last in a group stays in it.',
    effects: [{ client: 'entra', effect: 'Entra creates every group empty and adds the members afterwards: no group is provisioned.' }],
    fix: 'Let groups be empty, and say "required": false for members in /Schemas; or tell customers that groups are not provisioned by Entra, and never without members by Okta.',
    example: {
      scenario: 'groups/push',
      client: 'okta',
      request: post('/Groups', { schemas: [GROUP_URN] }),
      nth: 2, // the first one has members
      good: excerpt(answer(201, { schemas: [GROUP_URN] })),
      bad: refusal(400, 'members is required.', 'invalidValue'),
      besides: [{ request: get('/Schemas'), good: ok(list(schemasOf(false))), bad: ok(list(schemasOf(true))) }],
    },
  },
  {
    id: 'SC2809',
    title: 'What the target requires is what the client sends',
    impact: 'provisioning-lost',
    authorities: [
      says('7643', '7', 'required  A Boolean value that specifies whether or not the attribute is required.'),
      entra('develop'),
      okta('scim20'),
    ],
    clients: ALL,
    effect: 'What the client sends is refused, each time that it tries again: it lacks what the target requires.',
    fix: 'Do without it. Where this client can send it, tell customers to map it: a mapping file then needs a row for it.',
    example: {
      scenario: 'groups/push',
      client: 'okta',
      request: post('/Groups', { schemas: [GROUP_URN] }),
      good: excerpt(answer(201, { schemas: [GROUP_URN] })),
      bad: refusal(400, 'description is required.', 'invalidValue'),
      besides: [{ request: get('/Schemas'), good: ok(list(schemasOf(false, false))), bad: ok(list(schemasOf(false, true))) }],
    },
  },
]);
