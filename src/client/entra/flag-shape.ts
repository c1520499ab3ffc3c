import type { JsonObject } from '../../scim/json.js';
import { type EntraShape, type Operation, type PathChange, plainValue } from './dialect.js';
import { assertedRoles, createdRoles } from './roles.js';

/**
 * The shape behind the flag `aadOptscim062020`: lower-case operations, JSON booleans, an operation of its own for each value
 * path, two or more other replacements merged into one operation without a path whose keys are dotted names and URNs,
 * members removed by a filter path. The page shows the value path before the merged operation, and a single replacement
 * (`active`) with its path; that `active` keeps its path beside others is an inference.
 * Source: Microsoft, "Known issues and resolutions with SCIM 2.0 protocol compliance"; failures F03, F07, F08.
 */
export const FLAG_SHAPE: EntraShape = {
  dialect: 'entra-aadOptscim062020',
  title: 'Entra ID with the flag aadOptscim062020',
  attributes(changes, variant) {
    const shaped = variant === 'empty-value' ? changes.map(emptied) : changes;
    const merging = shaped.filter(isMerged);
    if (merging.length < 2) return shaped.map(operation);
    const merged: JsonObject = {};
    for (const { path, value } of merging) if (value !== undefined) merged[path] = plainValue(value);
    return [...shaped.filter((change) => !isMerged(change)).map(operation), { op: 'replace', value: merged }];
  },
  // The flag brings PATCH into the format of POST ("Customize attribute-mappings").
  roles: (roles, variant) =>
    variant === 'roles-complex' ? [{ op: 'add', path: 'roles', value: createdRoles(roles) }] : assertedRoles(roles),
  addMembers: (ids) => [{ op: 'add', path: 'members', value: ids.map((id) => ({ value: id })) }],
  removeMembers: (ids) => ids.map((id) => ({ op: 'remove', path: `members[value eq ${JSON.stringify(id)}]` })),
};

function isMerged(change: PathChange): boolean {
  return change.kind === 'replace' && change.value !== undefined && !change.path.includes('[') && change.path !== 'active';
}

function emptied(change: PathChange): PathChange {
  return change.kind === 'remove' ? { kind: 'replace', path: change.path, value: '' } : change;
}

function operation({ kind, path, value }: PathChange): Operation {
  return value === undefined ? { op: kind, path } : { op: kind, path, value: plainValue(value) };
}
