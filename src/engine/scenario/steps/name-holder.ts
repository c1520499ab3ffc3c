import { plainText } from '../../../base/plain-text.js';
import { foldedText } from '../../../scim/folded-text.js';
import { nameAttribute, type ResourceType } from '../../../scim/message.js';
import type { OwnedResource } from '../../state/owned-resource.js';
import type { StepContext } from '../step-context.js';

/**
 * Whoever of the scenario's directory was to give a name up, and has it all the same.
 *
 * @param context the step
 * @param type the type of the resource that is to have the name
 * @param name the name, whatever its letter case
 * @param mayHold who counts; default: whoever was not deleted
 */
export function holderOfName(
  context: StepContext,
  type: ResourceType,
  name: string,
  mayHold: (owned: OwnedResource) => boolean = ({ deleted }) => !deleted,
): OwnedResource | undefined {
  const wanted = foldedText(name);
  return [...context.state.directory.values()]
    .filter((entry) => entry.object.type === type)
    .flatMap((entry) => context.ownedBy(entry) ?? [])
    .find((owned) => mayHold(owned) && foldedText(plainText(owned.twin.resource[nameAttribute(type)])) === wanted);
}
