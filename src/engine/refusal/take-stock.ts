import type { Symptom } from '../../check/symptom.js';
import type { OutcomeContext } from '../judge/outcome-context.js';
import type { OwnedResource } from '../state/owned-resource.js';
import type { Twin } from '../state/twin.js';

/**
 * Takes what scim-check's own forms of a write have left behind as it is: it is no client's business. A target may show it only later,
 * when it would be laid at the next write, so it is waited for as any write is.
 *
 * @param context what the write is judged with
 * @param owned the resource
 * @param symptom why its values are not what they should be
 * @param before what it held before the forms were sent
 * @param wanted what they may have made of it; absent: what was accepted of them
 */
export async function takeStock(
  { readBack }: OutcomeContext,
  owned: OwnedResource,
  symptom: Symptom | undefined,
  before: Twin | undefined = owned.twin,
  wanted: Twin = owned.twin,
): Promise<void> {
  const read = (await readBack.afterForms(owned, wanted, before))?.resource;
  // Values that might have been kept or cleared are as they are from now on.
  const reading = await readBack.compare(owned, { ...owned.twin, clearedOrKept: new Set() }, undefined, read);
  for (const { path } of [...(reading?.differences ?? []), ...(reading?.permitted ?? [])]) {
    owned.acceptServerValue(memberless(path), reading?.resource ?? {});
    owned.markUnreliable(memberless(path), symptom);
  }
}

/** `members[<id>]` differences concern the path `members`. */
function memberless(path: string): string {
  return path.startsWith('members[') ? 'members' : path;
}
