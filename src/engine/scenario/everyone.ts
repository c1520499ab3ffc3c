import { plainText } from '../../base/plain-text.js';
import type { DirectoryObject } from '../../client/client.js';
import { getMember } from '../../scim/json.js';
import { nameAttribute } from '../../scim/message.js';
import type { OwnedResource } from '../state/owned-resource.js';
import type { OwnedResources } from '../state/owned-resources.js';

/** More members than a hundred, and few enough for one run. */
const MOST = 120;

/**
 * The people whom the run has created and who are still there, the first of them if they are many. Whoever is disabled is left out: an
 * app may take such people out of its groups. So is whoever has the name of somebody deleted: scenarios of their own look at them.
 *
 * @param resources the resources of the run
 */
export function everyoneIn(resources: OwnedResources): readonly DirectoryObject[] {
  const all = resources.all();
  const former = new Set(all.filter(({ deleted }) => deleted).map(nameOf));
  return all
    .filter(({ type, isThere, proven, contentUnknown }) => type === 'User' && isThere && proven && !contentUnknown)
    .filter(({ twin }) => plainText(getMember(twin.resource, 'active') ?? true).toLowerCase() === 'true')
    .filter((owned) => !former.has(nameOf(owned)))
    .slice(0, MOST)
    .map((owned) => ({ key: owned.id, type: 'User', id: owned.id, attributes: new Map([[nameAttribute('User'), nameOf(owned)]]) }));
}

function nameOf({ twin }: OwnedResource): string {
  return plainText(getMember(twin.resource, nameAttribute('User')) ?? '');
}
