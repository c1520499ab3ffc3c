import { defined } from '../../base/defined.js';
import { plainText } from '../../base/plain-text.js';
import { getMember, isObject, type Json } from '../../scim/json.js';

/**
 * Operations as a server must understand them: a role that Entra sends as a JSON text inside `value` means the role that the
 * text describes. Source: Microsoft, "Customize attribute-mappings", AppRoleAssignmentsComplex; failure F65.
 *
 * @param operations the operations of a PATCH
 * @returns the same, with roles in the place of their texts
 */
export function withParsedRoles(operations: readonly Json[]): Json[] {
  return operations.map((operation) => {
    if (!isObject(operation)) return operation;
    const value = getMember(operation, 'value');
    if (plainText(getMember(operation, 'path')).toLowerCase() !== 'roles' || !Array.isArray(value)) return operation;
    return { ...operation, value: value.map(meant) };
  });
}

function meant(role: Json): Json {
  const text = isObject(role) ? getMember(role, 'value') : undefined;
  if (typeof text !== 'string' || !text.startsWith('{')) return role;
  try {
    const described: unknown = JSON.parse(text);
    if (!isObject(described)) return role;
    const value = getMember(described, 'value');
    const display = getMember(described, 'displayName');
    return defined({ value, display });
  } catch {
    return role;
  }
}
