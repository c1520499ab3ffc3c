import { foldedText } from '../../scim/folded-text.js';
import { getMember, isObject } from '../../scim/json.js';
import { nameAttribute } from '../../scim/message.js';
import { ALL, must } from '../authority.js';
import type { Observation } from '../context.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, ok, patch } from '../messages.js';

/** SC2715 */
export const ANSWER_OTHER = defineResponseCheck({
  id: 'SC2715',
  on: { methods: ['PUT', 'PATCH'], purposes: ['update', 'raw'] },
  title: 'A write is answered with the resource that it addresses',
  impact: 'data-damaged',
  authorities: [
    must(
      '7644',
      '3.5.2',
      'On successful completion, the server either MUST return a 200 OK response code and the entire resource within the response body',
    ),
  ],
  clients: ALL,
  effect: "The client takes another resource's id and values for those of the one that it has changed.",
  fix: 'Answer a PUT or PATCH with the resource whose id stands in the path, as it is after the change.',
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'title', value: 'Director' }),
    given: { resource: exampleUser() },
    good: ok(exampleUser({ title: 'Director' })),
    bad: ok(exampleUser({ id: 'u2', userName: 'grace@example.com' })),
  },
  judge(observation) {
    const { response, addressed } = observation;
    if (addressed === undefined || response.status !== 200 || !isObject(response.body)) return 'silent';
    const id = getMember(response.body, 'id');
    if (id === undefined) return 'silent';
    if (!answersOther(observation)) return id === addressed.id ? 'fine' : 'silent';
    return { expected: `"id": ${JSON.stringify(addressed.id)}`, received: `another resource, "id": ${JSON.stringify(id)}` };
  },
});

/**
 * Whether a write is answered with a resource of another id that has neither the name from before nor one that the write brings: it is
 * another resource, not the same one with another id.
 */
export function answersOther({ request, response, addressed }: Observation): boolean {
  if (addressed === undefined || !isObject(response.body) || getMember(response.body, 'id') === addressed.id) return false;
  const attribute = nameAttribute(addressed.type);
  const [shown, before] = [getMember(response.body, attribute), getMember(addressed.resource, attribute)];
  if (typeof shown !== 'string' || typeof before !== 'string') return false;
  return foldedText(shown) !== foldedText(before) && !foldedText(JSON.stringify(request.body ?? null)).includes(foldedText(shown));
}
