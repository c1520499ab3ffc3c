import { show } from '../../check/show.js';
import { getMember, type JsonObject, objectsIn } from '../../scim/json.js';
import { memberIds } from '../compare/comparison.js';
import type { ConversationRunner } from '../scenario/conversation-runner.js';
import type { ScenarioSession } from '../scenario/scenario-session.js';
import type { OwnedResource } from '../state/owned-resource.js';
import { inParallel } from './pool.js';

/**
 * Reads every living resource of a dialect again, at its end. A difference now is one that no write of its own has caused.
 *
 * @param session the session of the last look
 * @param created the resources that this dialect created
 * @param jobs how many are read at a time
 * @param stopped says that the run is to end
 * @returns why resources could not be read, for each that could not and of which nothing is told
 */
export async function readAllAgain(
  session: ScenarioSession,
  created: readonly OwnedResource[],
  jobs: number,
  stopped: () => boolean,
): Promise<readonly string[]> {
  const { client, run } = session;
  const groups = created.filter(({ type }) => type === 'Group');
  let isDifferent = false;
  let hasOtherGroups = false;
  const unseen: string[] = [];
  const look = async (owned: OwnedResource): Promise<void> => {
    const runner = session.step({ place: { label: `read ${owned.key} again at the end` } });
    const { log, readBack } = runner;
    const { resource, differences = [] } = (await readBack.compare(owned)) ?? {};
    if (resource === undefined && log.symptoms.length === 0) unseen.push(log.firstReason ?? 'the target did not show it');
    for (const { expected, received, path } of differences)
      log.report(['SC2701'], { expected, received, subject: path.split('[')[0] ?? '', path });
    isDifferent ||= differences.length > 0;
    if (resource !== undefined && owned.type === 'User')
      hasOtherGroups = (await showsOtherGroups(runner, owned, resource, groups)) || hasOtherGroups;
  };
  const living = created.filter((owned) => !owned.deleted && !owned.contentUnknown);
  await inParallel(living, jobs, look, stopped);
  // What nobody has seen proves nothing.
  const isWhole = unseen.length === 0 && !stopped();
  if (!isDifferent && isWhole) run.log.confirm('SC2701', client.dialect);
  if (!hasOtherGroups && isWhole) run.log.confirm('SC2713', client.dialect);
  return unseen;
}

/** Whether a user shows groups of this run that do not have the user as a member, or lacks one that has; it is reported. */
async function showsOtherGroups(
  { run, log, readBack }: ConversationRunner,
  user: OwnedResource,
  resource: JsonObject,
  groups: readonly OwnedResource[],
): Promise<boolean> {
  const difference = (seen: JsonObject | undefined): GroupsDifference | undefined => groupsDifference(user, seen, groups);
  const { value } = await run.patience.until<JsonObject | undefined>(
    'resource',
    resource,
    (seen) => difference(seen) === undefined,
    () => readBack.unjudged(user),
  );
  const found = difference(value);
  if (found === undefined) return false;
  log.report(['SC2713'], { ...found, subject: 'groups', path: 'groups' });
  return true;
}

interface GroupsDifference {
  readonly expected: string;
  readonly received: string;
}

/**
 * How the groups that a user shows differ from those that have the user as a member. A user need not show any, and groups within
 * groups may stand there as well (RFC 7643 §4.1.2), so that only groups of this run without groups in them are looked at.
 */
function groupsDifference(
  user: OwnedResource,
  seen: JsonObject | undefined,
  groups: readonly OwnedResource[],
): GroupsDifference | undefined {
  const shown = new Set(objectsIn(seen === undefined ? undefined : getMember(seen, 'groups')).map((each) => getMember(each, 'value')));
  if (shown.size === 0) return undefined;
  const ids = new Set(groups.map(({ id }) => id));
  const members = new Map(groups.map((group) => [group, group.deleted ? new Set<string>() : memberIds(group.twin.resource)]));
  const isNested = [...members.values()].some((each) => [...each].some((id) => ids.has(id)));
  if (isNested) return undefined;
  const known = groups.filter(
    (group) => group.deleted || !(group.contentUnknown || group.isUnreliable('members') || group.isUnreliable('')),
  );
  const wrong = known.filter((group) => shown.has(group.id) !== (members.get(group)?.has(user.id) === true));
  if (wrong.length === 0) return undefined;
  const wanted = known.filter((group) => members.get(group)?.has(user.id) === true).map(({ id }) => id);
  return {
    expected: `groups = ${show(wanted)}`,
    received: `groups = ${show(known.filter(({ id }) => shown.has(id)).map(({ id }) => id))}`,
  };
}
