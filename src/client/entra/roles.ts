import { plainText } from '../../base/plain-text.js';
import { getMember, isObject, type Json, type JsonObject } from '../../scim/json.js';
import type { Operation } from './dialect.js';

/** The type of all roles that come from an application's roles in Entra. */
const ROLE_TYPE = 'WindowsAzureActiveDirectoryRole';

/** Whether a target path holds the whole list of roles, as the complex role expressions need. */
export function isRoleList(path: string): boolean {
  return path.toLowerCase() === 'roles';
}

/**
 * Roles as Entra's POST has them: the type comes first to last in the order of the documented samples.
 * SingleAppRoleAssignment: one primary role. The complex expressions: none is primary.
 * Source: Microsoft, "Customize attribute-mappings", Provisioning a role to a SCIM app.
 *
 * @param roles the roles of a resource under construction
 */
export function createdRoles(roles: readonly Json[]): Json[] {
  return roles.map((role) => {
    if (!isObject(role)) return role;
    const { primary, type, ...rest } = role;
    return { primary: primary === true || primary === 'True', type: type ?? ROLE_TYPE, ...rest } as JsonObject;
  });
}

/** AssertiveAppRoleAssignmentsComplex: the whole list, replaced; the sample's operation is lower-case in both shapes. */
export function assertedRoles(roles: readonly Json[]): Operation[] {
  return [{ op: 'replace', path: 'roles', value: createdRoles(roles) }];
}

/**
 * AppRoleAssignmentsComplex: each role as a JSON text inside `value`, added and never removed (failures F65).
 *
 * @param roles the directory's roles
 */
export function roleTexts(roles: readonly Json[]): Json[] {
  return roles.filter(isObject).map((role) => {
    const value = plainText(getMember(role, 'value') ?? '');
    const displayName = plainText(getMember(role, 'display') ?? value);
    return { value: JSON.stringify({ id: roleId(value), value, displayName }) };
  });
}

/** The id of an application's role is a GUID; the same role always has the same one. */
function roleId(value: string): string {
  const hex = Buffer.from(value.padEnd(16, '.'), 'utf8').toString('hex').slice(0, 32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
