import { succeeded } from '../../client/conversation-helpers.js';
import { readResource } from '../../scim/read.js';
import type { Answered } from '../exchange/exchanger.js';
import type { Ledger } from '../ledger/ledger.js';
import type { OwnedResources } from '../state/owned-resources.js';
import { isUsableId, ownershipOf, tracesOf } from '../state/ownership.js';
import { noteRefusedCreation } from './refused-creation.js';

/**
 * Says in the ledger what became of a creation of scim-check's own. Nothing is written to its resource before the clean-up, which
 * looks at it again.
 *
 * @param run the ledger, and the resources of this run
 * @param answered the creation and its answer; any other request is passed over
 * @returns the id of the resource, where the answer shows that it is the run's own
 */
export async function noteTrialCreation(
  { ledger, resources }: { readonly ledger: Ledger; readonly resources: OwnedResources },
  { creation, observation: { request, response } }: Answered,
): Promise<string | undefined> {
  if (creation === undefined) return undefined;
  if (!succeeded(response)) {
    await noteRefusedCreation(ledger, creation.entry, response.status);
    return undefined;
  }
  const shown = readResource(response.body);
  const isOurs =
    shown !== undefined &&
    isUsableId(shown.id) &&
    ownershipOf(shown, tracesOf(request.body, creation.type)) === 'ours' &&
    resources.find(creation.type, shown.id) === undefined &&
    !resources.isStranger(creation.type, shown.id, creation.sentAt);
  if (!isOurs) {
    await ledger.answered(creation.entry);
    return undefined;
  }
  await ledger.created(creation.entry, shown.id);
  return shown.id;
}
