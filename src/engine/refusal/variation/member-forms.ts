import { plainText } from '../../../base/plain-text.js';
import { isObject, type JsonObject } from '../../../scim/json.js';
import type { SingleOperation } from './operations.js';
import type { ChangedOperation } from './variation.js';

/**
 * Operations on the members of a group, in other forms that mean the same.
 *
 * @param single an operation that was refused, or passed over
 */
export function memberForms({ sent, asked }: SingleOperation): ChangedOperation[] {
  if (asked.attribute !== 'members' || !asked.hasPath) return [];
  const members = Array.isArray(asked.value) ? asked.value.filter(isObject) : [];
  if (asked.kind === 'remove') return [...removedByPath(sent, members), ...removedByList(sent, asked)];
  const check = asked.kind === 'add' ? ({ check: 'SC2301' } as const) : ({ check: 'SC2305' } as const);
  const forms: ChangedOperation[] = [];
  if (members.some((each) => Object.keys(each).length > 1)) {
    const bare = members.flatMap(({ value }) => (value === undefined ? [] : [{ value }]));
    forms.push({ difference: 'with nothing but "value" in each member', ...check, changed: [{ ...sent, value: bare }] });
  }
  if (members.some((each) => each['display'] === undefined || each['display'] === null)) {
    const named = members.map((each) => ({ ...each, display: each['display'] ?? 'Somebody' }));
    forms.push({ difference: 'with a "display" in each member', ...check, changed: [{ ...sent, value: named }] });
  }
  if (members.some((each) => each['type'] === undefined)) {
    const typed = members.map((each) => ({ ...each, type: 'User' }));
    forms.push({ difference: 'with a "type" in each member', ...check, changed: [{ ...sent, value: typed }] });
  }
  if (asked.kind === 'add' && members.length > 1) {
    const single = members.map((each) => ({ ...sent, value: [each] }));
    forms.push({ difference: 'with an operation for each member', ...check, changed: single });
  }
  return forms;
}

function removedByPath(sent: JsonObject, members: readonly JsonObject[]): ChangedOperation[] {
  if (members.length === 0) return [];
  const { value: _value, ...rest } = sent;
  const changed = members.map((each) => ({ ...rest, path: `members[value eq ${JSON.stringify(plainText(each['value']))}]` }));
  return [{ difference: 'with a path that names the member in place of the list', check: 'SC2302', changed }];
}

function removedByList(sent: JsonObject, { path }: SingleOperation['asked']): ChangedOperation[] {
  const { filter } = path ?? {};
  if (filter?.kind !== 'compare' || filter.op !== 'eq' || filter.path.attribute?.toLowerCase() !== 'value') return [];
  const changed = [{ ...sent, path: 'members', value: [{ value: filter.value }] }];
  return [{ difference: 'with a list of members in place of the filter', check: 'SC2303', changed }];
}
