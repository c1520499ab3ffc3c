import { isObject, type JsonObject } from '../../../scim/json.js';
import { type ExpressionFunction, listOf, NotEvaluated, type Value } from '../value.js';

const TYPE = 'WindowsAzureActiveDirectoryRole';

/**
 * The three ways to send the roles that a user has in the app.
 *
 * @see https://learn.microsoft.com/entra/identity/app-provisioning/customize-application-attributes#provisioning-a-role-to-a-scim-app
 */
export const ROLE_FUNCTIONS: readonly ExpressionFunction[] = [
  {
    name: 'SingleAppRoleAssignment',
    arity: [1, 1],
    call: ([source]) => {
      const roles = rolesOf(source);
      if (roles.length > 1) throw new NotEvaluated('SingleAppRoleAssignment wants one role, and the user has several');
      return roles[0]?.value;
    },
  },
  { name: 'AppRoleAssignmentsComplex', arity: [1, 1], call: complex },
  { name: 'AssertiveAppRoleAssignmentsComplex', arity: [1, 1], call: complex },
];

function complex([source]: readonly Value[]): readonly JsonObject[] {
  return rolesOf(source).map(({ display, value }) => ({ primary: false, type: TYPE, display, value }));
}

/** Roles are texts, or objects with `displayName` and `value`. */
function rolesOf(source: Value): { display: string; value: string }[] {
  return listOf(source).map((role) => {
    if (!isObject(role)) return { display: role, value: role };
    const display = String(role['displayName'] ?? role['display'] ?? role['value'] ?? '');
    return { display, value: String(role['value'] ?? display) };
  });
}
