import { isObject, type Json } from '../../scim/json.js';
import { ALL, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleUser, post } from '../messages.js';
import { bodyOf, patched } from '../written.js';

/** An extension of the app's own: the standard has no list of plain values besides `schemas`. */
const BADGE_URN = 'urn:ietf:params:scim:schemas:extension:badge:2.0:User';

/** SC1131 */
export const LIST_KEPT = defineWriteCheck({
  id: 'SC1131',
  scope: 'representation',
  title: 'A list of plain values keeps each of them',
  severityFor: { rfc: 'warning' },
  impact: 'provisioning-lost',
  decisive: 'until-held',
  authorities: [says('7643', '2.4', 'Multi-valued attributes contain a list of elements using the JSON array format')],
  clients: ALL,
  effect: 'Of several values that somebody has, only some arrive, or all of them as one text.',
  fix: 'Store the attribute as a list, and return it as a JSON array of all of its values.',
  example: {
    request: post('/Users', asSent(exampleUser({ [BADGE_URN]: { colours: ['red', 'green'] } }))),
    given: { mapped: [`${BADGE_URN}:colours`] },
    good: changed(exampleUser({ [BADGE_URN]: { colours: ['green', 'red'] } }), 201),
    bad: changed(exampleUser({ [BADGE_URN]: { colours: ['red'] } }), 201),
  },
  exercises: (operation, write) => {
    if (patched(operation)) return operation.kind !== 'remove' && isPlainList(operation.value);
    const { schemas: _, ...body } = bodyOf(write);
    return [body, ...Object.values(body).filter(isObject)].some((each) => Object.values(each).some(isPlainList));
  },
  explains: (difference) => difference.kind === 'values',
});

/** A list with one value shows nothing. */
function isPlainList(value: Json | undefined): boolean {
  return Array.isArray(value) && value.length > 1 && !value.some(isObject);
}
