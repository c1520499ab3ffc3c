import { CORE_URNS } from '../../scim/urn.js';
import { must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, ok, without } from '../messages.js';
import { isAlwaysReturned, parameterOf, resourcesOf } from '../resources.js';

/** Part of every answer, or tolerated in it. */
const MINIMUM = new Set(['schemas', 'id', 'meta']);

/** SC1501: `attributes` asks for these and no others. */
export const ATTRIBUTES = defineResponseCheck({
  id: 'SC1501',
  title: '"attributes" limits an answer to what was asked for',
  severity: 'warning',
  impact: 'noise',
  authorities: [
    must(
      '7644',
      '3.4.2.5',
      'When specified, the default list of attributes SHALL be overridden, and each resource returned MUST contain the minimum set of resource attributes and any attributes or sub-attributes explicitly requested by the "attributes" parameter.',
    ),
  ],
  clients: ['rfc'],
  effect: 'Answers are larger than they need to be, and show more of a person than was asked for.',
  fix: 'Honour "attributes" on reads, on lists and on writes.',
  example: {
    request: get('/Users/u1?attributes=userName'),
    good: ok(without(exampleUser(), 'active')),
    bad: ok(exampleUser()),
  },
  judge(observation) {
    const asked = parameterOf(observation.request.target, 'attributes');
    const resources = resourcesOf(observation);
    if (asked === undefined || resources.length === 0) return 'silent';
    const names = asked.split(',').map((name) => name.trim().toLowerCase());
    const wanted = new Set(names.flatMap((name) => [name, withoutSub(name), name.replace(/:[^:]*$/, ''), withoutSub(withoutCore(name))]));
    const extra = resources
      .flatMap((resource) => Object.keys(resource))
      .find((key) => !MINIMUM.has(key.toLowerCase()) && !wanted.has(key.toLowerCase()) && !isAlwaysReturned(observation, key));
    return extra === undefined ? 'fine' : { expected: `no attribute beside ${asked}`, received: `the answer has ${extra}` };
  },
});

/** The URNs of the standard's own schemas, which may stand in front of a name and are no part of it (RFC 7644 §3.10). */
const CORE: readonly string[] = Object.values(CORE_URNS).map((urn) => `${urn.toLowerCase()}:`);

function withoutCore(name: string): string {
  return name.slice(CORE.find((urn) => name.startsWith(urn))?.length ?? 0);
}

function withoutSub(name: string): string {
  return name.split('.')[0] ?? '';
}
