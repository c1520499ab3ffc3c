import { plainText } from '../../base/plain-text.js';
import type { DirectoryValue } from '../../client/client.js';
import { isReference } from '../../client/conversation-helpers.js';
import { isObject, type Json, type JsonObject } from '../../scim/json.js';
import { ENTERPRISE_USER_URN } from '../../scim/urn.js';
import { type Answer, idIn, memberOf, pathOf, resourcesIn } from '../answer.js';
import { seenAt } from '../body.js';
import type { GalleryContext } from '../context.js';
import { failed, type GalleryOutcome, passed, skipped } from '../outcome.js';
import { change, createPhase, detailsOf, erase, firstIn, inOwnWords, phaseText, removeByTemplate } from './phases.js';

const isShown = (answer: Answer, active: boolean): boolean => memberOf(firstIn(answer), 'active') === active;

/** What the template neither changes in the directory nor compares. */
const NOT_UPDATED: ReadonlySet<string> = new Set(['id', 'accountEnabled', 'manager', 'appRoleAssignments']);

/** Entra creates a user. */
export async function createUser(context: GalleryContext): Promise<GalleryOutcome> {
  const created = await createPhase(context, 'User', userName(context, 'lacreate'));
  return created.ok ? passed() : created.outcome;
}

/** Entra changes all mapped attributes of a user, the userName among them. */
export async function updateUser(context: GalleryContext): Promise<GalleryOutcome> {
  const created = await createPhase(context, 'User', userName(context, 'laupdate'));
  if (!created.ok) return created.outcome;
  const name = `updated-${created.name}`;
  const wanted = context.object('User', `${created.object.key}-changed`, name, 1);
  const constant = new Set(
    context.settings.schema.rows.flatMap((row) => (row.createOnly || NOT_UPDATED.has(row.source) ? [row.target] : [])),
  );
  const set = new Map<string, DirectoryValue>(
    [...wanted.attributes].filter(
      ([path, value]) => path !== 'active' && !isReference(value) && !Array.isArray(value) && !constant.has(path),
    ),
  );
  const outcome = await change(context, created.object, { set });
  const read = await context.poll(
    () => context.send('GET', pathOf('User', created.id)),
    (answer) => idIn(answer) !== '' && memberOf(answer.body, 'userName') === name,
  );
  const differing = [...set].flatMap(([target, expected]): JsonObject[] => {
    const actual = actualAt(read.body, target);
    return same(expected as Json, actual)
      ? []
      : [
          {
            sourceAttribute: sourceOf(context, target),
            targetAttribute: target,
            expectedValue: expected as Json,
            actualValue: actual ?? '',
          },
        ];
  });
  if (outcome.ok && differing.length === 0) return passed();
  const text =
    differing.length === 0 ? undefined : `Update_User_-_Attribute_Match_Summary: Attribute mismatch: ${differing.length} attributes failed`;
  const cause = differing.map(({ targetAttribute }) => plainText(targetAttribute)).join(', ');
  return failed(phaseText('Update Phase', 'Update', outcome, text), {
    errorDetails: { provisioningLogs: outcome.ok ? '' : outcome.failure.message, scimCheck: differing },
    cause: outcome.ok ? `not as they were sent: ${cause}` : outcome.failure.message,
  });
}

/** A disabled user stays visible to the look-up, with the JSON value false. */
export async function disableUser(context: GalleryContext): Promise<GalleryOutcome> {
  const created = await createPhase(context, 'User', userName(context, 'ladis'));
  if (!created.ok) return created.outcome;
  const outcome = await change(context, created.object, { set: new Map([['active', false]]) });
  const found = await context.poll(
    () => context.filter('User', created.name),
    (answer) => isShown(answer, false),
  );
  if (outcome.ok && isShown(found, false)) return passed();
  const text = isShown(found, false) ? undefined : 'DisableUserTest: User still active on SCIM server after disable';
  return failed(phaseText('Disable Phase', 'Disable', outcome, text), { ...activeCause(found, false), ...detailsOf(outcome, found) });
}

/** A user who was purged in the directory is gone. */
export async function deleteUser(context: GalleryContext): Promise<GalleryOutcome> {
  const created = await createPhase(context, 'User', userName(context, 'ladel'));
  if (!created.ok) return created.outcome;
  const outcome = await erase(context, created.object);
  const read = await context.poll(
    () => context.send('GET', pathOf('User', created.id)),
    ({ status }) => status === 404,
  );
  if (outcome.ok && read.status === 404) return passed();
  const text = read.status === 404 ? undefined : `User still present on SCIM server (statusCode: ${read.status})`;
  return failed(phaseText('Delete Phase', 'Delete', outcome, text), detailsOf(outcome, read));
}

/** The manager is set, changed and removed by Entra's client. */
export async function updateManager(context: GalleryContext): Promise<GalleryOutcome> {
  if (!context.settings.schema.managerMapped) return skipped('IsManagerAttributeSupported is false');
  const path = context.managerPath();
  const user = await createPhase(context, 'User', userName(context, 'lamgr'));
  if (!user.ok) return user.outcome;
  const first = await createPhase(context, 'User', userName(context, 'lamgrinit'));
  if (!first.ok) return first.outcome;
  const second = await createPhase(context, 'User', userName(context, 'lamgrnew'));
  if (!second.ok) return second.outcome;
  for (const [phase, manager] of [
    ['Set Manager Phase', first],
    ['Change Manager Phase', second],
  ] as const) {
    const outcome = await change(context, user.object, { set: new Map([[path, { reference: manager.id }]]) });
    const found = await context.poll(
      () => context.filter('User', user.name),
      (answer) => JSON.stringify(firstIn(answer) ?? '').includes(manager.id),
    );
    const isShownThere = JSON.stringify(firstIn(found) ?? '').includes(manager.id);
    if (!outcome.ok || !isShownThere)
      return inOwnWords(
        phase,
        'Update',
        outcome,
        isShownThere ? undefined : 'Manager not found on SCIM server after update',
        detailsOf(outcome, found),
      );
  }
  const outcome = await change(context, user.object, { clear: [path] });
  const isGone = (answer: Answer): boolean => resourcesIn(answer).length > 0 && managerIn(firstIn(answer)) === '';
  const found = await context.poll(() => context.filter('User', user.name), isGone);
  if (outcome.ok && isGone(found)) return passed();
  const text = isGone(found) ? undefined : 'Manager still present on SCIM server after removal';
  return inOwnWords('Remove Manager Phase', 'Update', outcome, text, detailsOf(outcome, found));
}

/** A user loses the app and gets it again: disabled meanwhile, then the same resource. */
export async function restoreUser(context: GalleryContext): Promise<GalleryOutcome> {
  const created = await createPhase(context, 'User', userName(context, 'larestore'));
  if (!created.ok) return created.outcome;
  const look = (): Promise<Answer> => context.filter('User', created.name);
  const removed = await change(context, created.object, { set: new Map([['active', false]]) });
  const disabled = await context.poll(look, (answer) => isShown(answer, false));
  if (!removed.ok || !isShown(disabled, false)) {
    const text = isShown(disabled, false) ? undefined : `${RESTORE}: User still active on SCIM server after disable`;
    return failed(phaseText('Unassign Phase', 'Disable', removed, text), {
      ...activeCause(disabled, false),
      ...detailsOf(removed, disabled),
      ...(text === undefined ? {} : { ownWords: RESTORE }),
    });
  }
  const again = await change(context, created.object, { set: new Map([['active', true]]) });
  const restored = await context.poll(look, (answer) => isShown(answer, true));
  if (!again.ok || !isShown(restored, true)) {
    const text = isShown(restored, true) ? undefined : `${RESTORE}: User not re-active on SCIM server after reassign`;
    return failed(phaseText('Reassign Phase', 'Update', again, text), {
      ...activeCause(restored, true),
      ...detailsOf(again, restored),
      ...(text === undefined ? {} : { ownWords: RESTORE }),
    });
  }
  const id = memberOf(firstIn(restored), 'id');
  if (id === created.id) return passed({ result: 'success (SoftDeleteRestore)' });
  const broken = `Identity link NOT preserved (RFC 7643 Section 3.1). Original SCIM id: ${created.id}, Final SCIM id: ${plainText(id)}`;
  return failed(phaseText('Reassign Phase', 'Update', again, `${RESTORE}: ${broken}`), {
    ...detailsOf(again, restored),
    ownWords: RESTORE,
  });
}

/** What stands before the colon in the texts of this test; the template has some other name there. */
const RESTORE = 'RestoreUserTest';

/** A user is provisioned on demand. */
export async function userOnDemand(context: GalleryContext): Promise<GalleryOutcome> {
  const name = userName(context, 'lapod');
  // A failure of this look is the one that the template tolerates.
  await context.filter('User', name);
  const object = context.object('User', 'lapod', name);
  const outcome = await context.entra(({ client, session }) => client.create(session, object));
  if (!outcome.ok)
    return failed('FAILED - Action: POD_Verify_Provisioning_Logs - provisioning log not found', { cause: outcome.failure.message });
  const found = await context.poll(
    () => context.filter('User', name),
    (answer) => resourcesIn(answer).length > 0,
  );
  await removeByTemplate(context, 'User', found);
  return resourcesIn(found).length > 0
    ? passed()
    : failed('FAILED - Action: POD_SCIM_Get_User - user not found on SCIM endpoint', detailsOf(outcome, found));
}

function userName(context: GalleryContext, prefix: string): string {
  return `${prefix}-${context.mark()}@${context.domain}`;
}

function sourceOf(context: GalleryContext, target: string): string {
  return context.settings.schema.rows.find((row) => row.target === target)?.source ?? target;
}

/** Where the template looks for the value of a target attribute. */
function actualAt(body: Json | undefined, target: string): Json | undefined {
  const seen = seenAt(body, target);
  return seen ?? (target.startsWith('urn:') && isObject(body) ? body[target.slice(target.lastIndexOf(':') + 1)] : undefined);
}

function same(expected: Json, actual: Json | undefined): boolean {
  const text = (value: Json | undefined): string => (value === undefined || value === null ? '' : plainText(value).toLowerCase());
  return text(expected) === text(actual);
}

function managerIn(user: Json | undefined): string {
  const text = JSON.stringify(user ?? '');
  if (!text.includes('manager')) return '';
  const extension = memberOf(user, ENTERPRISE_USER_URN);
  const value = memberOf(memberOf(extension, 'manager'), 'value');
  return typeof value === 'string' ? value : '';
}

/** What stands in `active` instead of the JSON value. */
function activeCause(answer: Answer, wanted: boolean): Pick<GalleryOutcome, 'cause'> {
  const user = firstIn(answer);
  if (user === undefined)
    return { cause: 'the look-up by userName does not show the user any more; a disabled user must stay visible to it' };
  const value = memberOf(user, 'active');
  if (value === wanted) return {};
  return { cause: `active is ${JSON.stringify(value ?? null)}, and must be the JSON value ${wanted}` };
}
