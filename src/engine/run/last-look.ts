import { inParallel } from '../../base/in-parallel.js';
import type { CheckId } from '../../check/check-id.js';
import type { JsonObject } from '../../scim/json.js';
import type { Reading } from '../compare/read-back.js';
import type { ConversationRunner } from '../scenario/conversation-runner.js';
import type { ScenarioSession } from '../scenario/scenario-session.js';
import type { OwnedResource } from '../state/owned-resource.js';
import { type GroupsDifference, groupsDifference, type Memberships, membershipsOf } from './shown-groups.js';
import { referenceDifference } from './shown-references.js';

/**
 * Reads every living resource of a dialect again, at its end. A difference now is one that no write of its own has caused.
 *
 * @param session the session of the last look
 * @param created the resources that this dialect created
 * @param jobs how many are read at a time
 * @param stopped says that the run is to end
 * @param checkOf the check of a difference, where more is known of the resource than that nothing has addressed it
 * @returns why resources could not be read, for each that could not and of which nothing is told
 */
export async function readAllAgain(
  session: ScenarioSession,
  created: readonly OwnedResource[],
  jobs: number,
  stopped: () => boolean,
  checkOf: (owned: OwnedResource, path: string) => CheckId | undefined = () => undefined,
): Promise<readonly string[]> {
  const { client, run } = session;
  const memberships = membershipsOf(created);
  let isDifferent = false;
  let isMisled = false;
  let hasOtherGroups = false;
  const unseen: string[] = [];
  const living = created.filter((owned) => !owned.deleted && !owned.contentUnknown);
  const byId = new Map(living.map((owned) => [owned.id, owned]));
  const look = async (owned: OwnedResource): Promise<void> => {
    const runner = session.step({ place: { label: `read ${owned.key} again at the end` } });
    const { log, readBack } = runner;
    const look = (): Promise<Reading | undefined> => readBack.compare(owned);
    const { value: reading } = await run.patience.until(
      `change of ${owned.type}`,
      await look(),
      (seen) => seen?.differences.length === 0,
      look,
    );
    const { resource, differences = [] } = reading ?? {};
    if (resource === undefined && !log.answerIsInvalid()) unseen.push(log.firstReason ?? 'the target did not show it');
    for (const { expected, received, path } of differences)
      log.report([checkOf(owned, path) ?? 'SC2701'], { expected, received, subject: path.split('[')[0] ?? '', path });
    isDifferent ||= differences.length > 0;
    const misled = resource === undefined ? undefined : referenceDifference(resource, byId, run.facts.host);
    if (misled !== undefined) log.report(['SC2714'], { ...misled, subject: misled.path });
    isMisled ||= misled !== undefined;
    if (resource !== undefined && owned.type === 'User')
      hasOtherGroups = (await showsOtherGroups(runner, owned, resource, memberships)) || hasOtherGroups;
  };
  await inParallel(living, jobs, look, stopped);
  // What nobody has seen proves nothing.
  const isWhole = created.length > 0 && unseen.length === 0 && !stopped();
  if (!isDifferent && isWhole) run.log.confirm('SC2701', client.dialect);
  if (!isMisled && isWhole) run.log.confirm('SC2714', client.dialect);
  if (!hasOtherGroups && isWhole) run.log.confirm('SC2713', client.dialect);
  return unseen;
}

/** Whether a user shows groups of this run that do not have the user as a member, or lacks one that has; it is reported. */
async function showsOtherGroups(
  { run, log, readBack }: ConversationRunner,
  user: OwnedResource,
  resource: JsonObject,
  memberships: Memberships,
): Promise<boolean> {
  const look = async (): Promise<GroupsDifference | undefined> => {
    const seen = await readBack.unjudged(user);
    return seen === undefined ? undefined : groupsDifference(user.id, seen, memberships);
  };
  const first = groupsDifference(user.id, resource, memberships);
  const { value: found } = await run.patience.until('groups of User', first, (difference) => difference === undefined, look);
  if (found === undefined) return false;
  log.report(['SC2713'], { ...found, subject: 'groups', path: 'groups' });
  return true;
}
