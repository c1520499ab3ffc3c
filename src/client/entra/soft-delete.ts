import type { DirectoryObject, DirectoryValue } from '../client.js';
import { nameOf } from '../conversation-helpers.js';
import { guid, seededRandom } from '../values/random.js';

type Entry = readonly [string, DirectoryValue];

/**
 * What the variant `renamed-on-delete` sends beside `active`: a user who was deleted in Entra has 32 hexadecimal digits before
 * the name, and gets the old name back with the restore. Some tenants send the name along with `active`, in one PATCH.
 * Source: live logs of one vendor, failures F116 (onyx#14074).
 *
 * @param object the user under the old name
 * @param set what the directory wants to set
 */
export function withDeletedName(object: DirectoryObject, set: readonly Entry[]): readonly Entry[] {
  const active = set.find(([path]) => path === 'active')?.[1];
  if (typeof active !== 'boolean') return set;
  const name = nameOf(object);
  const digits = guid(seededRandom(name)).replaceAll('-', '');
  return [['userName', active ? name : `${digits}${name}`], ...set.filter(([path]) => path !== 'userName')];
}
