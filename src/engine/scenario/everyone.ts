import type { DirectoryObject } from '../../client/client.js';
import { nameAttribute } from '../../client/conversation-helpers.js';
import { getMember } from '../../scim/json.js';
import type { OwnedResources } from '../state/owned-resources.js';

/** More members than a hundred, and few enough for one run. */
const MOST = 120;

/**
 * The people whom the run has created and who are still there, the first of them if they are many. Whoever is disabled is left out: an
 * app may take such people out of its groups.
 *
 * @param resources the resources of the run
 */
export function everyoneIn(resources: OwnedResources): readonly DirectoryObject[] {
  return resources
    .all()
    .filter(({ type, isThere, proven, contentUnknown }) => type === 'User' && isThere && proven && !contentUnknown)
    .filter(({ twin }) => String(getMember(twin.resource, 'active') ?? true).toLowerCase() === 'true')
    .slice(0, MOST)
    .map(({ id, twin }) => {
      const name = getMember(twin.resource, nameAttribute('User'));
      return { key: id, type: 'User', id, attributes: new Map(typeof name === 'string' ? [[nameAttribute('User'), name]] : []) };
    });
}
