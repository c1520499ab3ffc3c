import type { JsonObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { inLists } from '../looks.js';

export const listsInLowerCase: Defect = {
  name: 'lists-in-lower-case',
  area: 'integrity',
  kind: 'picture',
  title: 'Lists and look-ups show userName and displayName in lower case; a read by id shows them as they were sent.',
  check: 'SC2711',
  clients: ['entra', 'okta'],
  hooks: () => inLists((resource) => ({ ...resource, ...lower(resource, 'userName'), ...lower(resource, 'displayName') })),
};

function lower(resource: JsonObject, name: string): JsonObject {
  const value = resource[name];
  return typeof value === 'string' ? { [name]: value.toLowerCase() } : {};
}
