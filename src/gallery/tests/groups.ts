import { defined } from '../../base/defined.js';
import type { Json } from '../../scim/json.js';
import { type Answer, memberOf, resourcesIn } from '../answer.js';
import type { GalleryContext } from '../context.js';
import { failed, type GalleryOutcome, passed } from '../outcome.js';
import {
  type Created,
  change,
  createPhase,
  detailsOf,
  erase,
  firstIn,
  inOwnWords,
  type Phase,
  phaseText,
  removeByTemplate,
} from './phases.js';

const hasSome = (answer: Answer): boolean => resourcesIn(answer).length > 0;

/** Entra creates a group whose name has parentheses. */
export async function createGroup(context: GalleryContext): Promise<GalleryOutcome> {
  const created = await createPhase(context, 'Group', `LACreateGroup-(${context.mark()})`);
  return created.ok ? passed() : created.outcome;
}

/** A group gets another name, and is found under it. */
export async function updateGroup(context: GalleryContext): Promise<GalleryOutcome> {
  const created = await createPhase(context, 'Group', `LAUpdateGroup-${context.mark()}`);
  if (!created.ok) return created.outcome;
  const name = `${created.name}-Modified`;
  const outcome = await change(context, created.object, { set: new Map([['displayName', name]]) });
  const isRenamed = (answer: Answer): boolean => hasSome(answer) && answer.text.includes('-Modified');
  const found = await context.poll(() => context.filter('Group', name), isRenamed);
  if (outcome.ok && isRenamed(found)) return passed();
  const text = isRenamed(found) ? undefined : 'Update_Group_Query_Group: Group not found on SCIM server under its new name';
  return inOwnWords('Update Phase', 'Update', outcome, text, detailsOf(outcome, found));
}

/** A group is deleted, and found no more. */
export async function deleteGroup(context: GalleryContext): Promise<GalleryOutcome> {
  const created = await createPhase(context, 'Group', `LADeleteGroup-${context.mark()}`);
  if (!created.ok) return created.outcome;
  const outcome = await erase(context, created.object);
  const found = await context.poll(
    () => context.filter('Group', created.name),
    (answer) => !hasSome(answer),
  );
  if (outcome.ok && !hasSome(found)) return passed();
  const text = hasSome(found) ? 'Group still present on SCIM server' : undefined;
  if (!outcome.ok && outcome.failure.kind === 'unsupported')
    return failed(`FAILED - [Delete Phase] Provisioning: ${SKIPPED} | SCIM: ${text ?? 'success'}`, {
      ...detailsOf(outcome, found),
      ...defined({ ownWords: text }),
    });
  return inOwnWords('Delete Phase', 'Delete', outcome, text, detailsOf(outcome, found));
}

const SKIPPED =
  'Delete provisioning was skipped by the engine. Group deprovisioning cannot be skipped - the connector objectMapping flowTypes must include Delete';

/** A member is added, and shown by the look-up of the group. */
export async function addMember(context: GalleryContext): Promise<GalleryOutcome> {
  const pair = await groupAndUser(context, `LAMemberGroup-${context.mark()}`, 'lamem1');
  if (!pair.ok) return pair.outcome;
  const { group, user } = pair;
  const outcome = await change(context, group.object, { add: [user.object] });
  const found = await context.poll(
    () => context.filter('Group', group.name),
    (answer) => membersIn(answer).includes(user.id),
  );
  if (!outcome.ok || !hasSome(found)) return failed(phaseText('Add Member Phase', 'Update', outcome, undefined), detailsOf(outcome, found));
  // The template waits for the member up to an hour, and then does not ask again.
  const stricter = membersIn(found).includes(user.id)
    ? []
    : [`the look-up of the group does not show the member ${user.id}; the template waits an hour for it and passes all the same`];
  return passed({ stricter });
}

/** A member is removed, and not shown any more. */
export async function removeMember(context: GalleryContext): Promise<GalleryOutcome> {
  const pair = await groupAndUser(context, `LAMemberGroup-${context.mark()}-Remove`, 'lamem2');
  if (!pair.ok) return pair.outcome;
  const { group, user } = pair;
  const added = await change(context, group.object, { add: [user.object] });
  if (!added.ok) return failed(phaseText('Add Member Phase', 'Update', added, undefined), { cause: added.failure.message });
  await context.poll(
    () => context.filter('Group', group.name),
    (answer) => membersIn(answer).includes(user.id),
  );
  const outcome = await change(context, group.object, { remove: [user.object] });
  const isGone = (answer: Answer): boolean => hasSome(answer) && !answer.text.includes(user.id);
  const found = await context.poll(() => context.filter('Group', group.name), isGone);
  if (outcome.ok && isGone(found)) return passed();
  const text = isGone(found) ? undefined : 'Member still present in the group on SCIM server';
  return inOwnWords('Remove Member Phase', 'Update', outcome, text, detailsOf(outcome, found));
}

/** A group is provisioned on demand. */
export async function groupOnDemand(context: GalleryContext): Promise<GalleryOutcome> {
  const name = `LAPodGroup-${context.mark()}`;
  await context.filter('Group', name);
  const object = context.object('Group', 'lapodgroup', name);
  const outcome = await context.entra(({ client, session }) => client.create(session, object));
  if (!outcome.ok)
    return failed('FAILED - Action: POD_Verify_Provisioning_Logs - provisioning log not found', { cause: outcome.failure.message });
  const found = await context.poll(() => context.filter('Group', name), hasSome);
  await removeByTemplate(context, 'Group', found);
  return hasSome(found)
    ? passed()
    : failed('FAILED - Action: POD_SCIM_Get_Group - group not found on SCIM endpoint', detailsOf(outcome, found));
}

/** A group is taken away, which deletes it, and comes back. */
export async function restoreGroup(context: GalleryContext): Promise<GalleryOutcome> {
  const name = `RestoreGrp-${context.mark()}`;
  const look = (): Promise<Answer> => context.filter('Group', name);
  const object = context.object('Group', 'restoregrp', name);
  const text = (phase: string, action: string, what: string): string =>
    `FAILED - [${phase}] Action: RestoreGroupTest_SCIM_${action} - group ${what} SCIM endpoint`;
  const created = await context.entra(({ client, session }) => client.create(session, object));
  const there = await context.poll(look, hasSome);
  if (!created.ok || !hasSome(there))
    return failed(`${text('Create Phase', 'Check_Created', 'not found on')} after provisioning`, detailsOf(created, there));
  const removed = await erase(context, { ...object, id: created.value.id });
  const gone = await context.poll(look, (answer) => !hasSome(answer));
  if (!removed.ok || hasSome(gone))
    return failed(`${text('Unassign Phase', 'Check_Gone', 'still present on')} after unassign`, detailsOf(removed, gone));
  const again = await context.entra(({ client, session }) => client.create(session, object));
  const back = await context.poll(look, hasSome);
  if (!again.ok || !hasSome(back))
    return failed(`${text('Reassign Phase', 'Check_Restored', 'not restored on')} after reassign`, detailsOf(again, back));
  return passed({ result: 'success (UnassignReassign)' });
}

async function groupAndUser(
  context: GalleryContext,
  groupName: string,
  prefix: string,
): Promise<Phase<{ readonly ok: true; readonly group: Created; readonly user: Created }>> {
  const group = await createPhase(context, 'Group', groupName);
  if (!group.ok) return group;
  const user = await createPhase(context, 'User', `${prefix}-${context.mark()}@${context.domain}`);
  return user.ok ? { ok: true, group, user } : user;
}

/** The members of the first group, as text. */
function membersIn(answer: Answer): string {
  const members: Json | undefined = memberOf(firstIn(answer), 'members');
  return Array.isArray(members) && members.length > 0 ? JSON.stringify(members) : '';
}
