import { ALL, says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, ok, refusal } from '../messages.js';
import { showResponse } from '../show.js';
import { isInactive, isLiving, isVanished, READS } from './reads.js';

/** SC2703 */
export const STAYS = defineResponseCheck({
  id: 'SC2703',
  on: READS,
  roots: ['SC2402', 'SC2501'],
  title: 'A resource that nobody deletes stays',
  shared: true,
  impact: 'data-damaged',
  authorities: [says('7644', '3.6', 'Clients request resource removal via DELETE.')],
  clients: ALL,
  effect: 'Somebody or something that was never deleted is gone, after a write that was meant for another or asked for something else.',
  effects: [
    {
      type: 'User',
      effect: 'People lose their accounts although nobody deleted them: by a write that was meant for a group or for somebody else.',
    },
    { type: 'Group', effect: 'A group is gone although nobody deleted it, and with it whatever its members were allowed to do.' },
  ],
  fix: 'Remove a resource only on a DELETE of its own id: no group with its last member, no people with their group, no reports with their manager.',
  example: {
    request: get('/Users/u1', 'verify'),
    given: { resource: exampleUser(), shown: true },
    good: ok(exampleUser()),
    bad: refusal(404, 'No such user.'),
  },
  judge(observation) {
    if (!isLiving(observation) || isInactive(observation) || observation.addressed?.shown !== true) return 'silent';
    if (observation.response.status === 200) return 'fine';
    if (!isVanished(observation)) return 'silent';
    return {
      expected: '200: it was read before, and nobody has deleted it',
      received: showResponse(observation.response),
      subject: observation.request.resourceType ?? '',
    };
  },
});
