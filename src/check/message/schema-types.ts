import type { ResourceType } from '../../scim/message.js';
import { validateBody } from '../../scim-schema/validate.js';
import { ALL, says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, ok } from '../messages.js';
import { resourcesOf } from '../resources.js';

/** SC1109: what the standard calls a boolean is one, what it calls a list is a list. Absent values are other checks' business. */
export const SCHEMA_TYPES = defineResponseCheck({
  id: 'SC1109',
  title: 'Attributes have the JSON types of the standard',
  impact: 'access-kept',
  authorities: [says('7643', '2.3', 'Attribute data types are derived from JSON [RFC7159].')],
  clients: ALL,
  effect: 'Clients that are strict about types cannot read the resource; a text "false" counts as true in many.',
  effects: [
    {
      client: 'entra',
      effect: 'Entra cannot deserialize the resource and stops updating it; a text "false" counts as true in many clients.',
    },
  ],
  fix: 'Return booleans as true or false, lists as arrays, complex attributes as objects; convert the texts "True" and "False" that Entra sends before they are stored.',
  example: { request: get('/Users/u1'), good: ok(exampleUser({ active: false })), bad: ok(exampleUser({ active: 'False' })) },
  judge({ request, response }) {
    const resources = resourcesOf({ request, response });
    if (resources.length === 0 || request.resourceType === undefined) return 'silent';
    const name = SCHEMAS[request.resourceType];
    for (const resource of resources) {
      // The manager and null members have checks of their own; a number in place of an id is no usable id at all.
      const violation = validateBody(name, resource, { partial: true }).find(
        (each) => each.keyword === 'type' && !/manager|^id$/i.test(each.path) && !isNullMembers(each) && !isOfExpression(each),
      );
      if (violation !== undefined) {
        const subject = violation.path.replaceAll(/\[\d+\]/g, '');
        return { expected: `${violation.path}: ${violation.expected}`, received: `${violation.path}: ${violation.received}`, subject };
      }
    }
    return 'fine';
  },
});

const SCHEMAS = { User: 'user', Group: 'group' } as const satisfies Record<ResourceType, string>;

/**
 * The text that Entra's expression `roles[primary eq "True"]` has in place of a boolean, kept as it was sent: that such an expression
 * finds no role is told by the checks of value paths, to the clients that send it.
 */
function isOfExpression({ path, received }: { readonly path: string; readonly received: string }): boolean {
  return /^roles\[\d+\]\.primary$/i.test(path) && /"(True|False)"/i.test(received);
}

/** A group without members. */
function isNullMembers({ path, received }: { readonly path: string; readonly received: string }): boolean {
  return /members$/i.test(path) && received === 'null';
}
