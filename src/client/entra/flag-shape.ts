import type { JsonObject } from '../../scim/json.js';
import { type EntraShape, type Operation, plainValue } from './dialect.js';

/**
 * The shape behind the flag `aadOptscim062020`: lower-case operations, JSON booleans, an operation of its own for each value
 * path, all other replacements merged into one operation without a path whose keys are dotted names and URNs, members
 * removed by a filter path. `active` and single additions keep their path.
 * Source: Microsoft, "Known issues and resolutions with SCIM 2.0 protocol compliance"; failures F03, F07, F08.
 */
export const FLAG_SHAPE: EntraShape = {
  dialect: 'entra-aadOptscim062020',
  title: 'Entra ID with the flag aadOptscim062020',
  attributes(changes) {
    const merged: JsonObject = {};
    const own: Operation[] = [];
    for (const change of changes) {
      const value = change.value === undefined ? undefined : plainValue(change.value);
      if (change.kind === 'replace' && value !== undefined && !change.path.includes('[') && change.path !== 'active')
        merged[change.path] = value;
      else own.push(value === undefined ? { op: change.kind, path: change.path } : { op: change.kind, path: change.path, value });
    }
    return Object.keys(merged).length === 0 ? own : [...own, { op: 'replace', value: merged }];
  },
  addMembers: (ids) => [{ op: 'add', path: 'members', value: ids.map((id) => ({ value: id })) }],
  removeMembers: (ids) => ids.map((id) => ({ op: 'remove', path: `members[value eq ${JSON.stringify(id)}]` })),
};
