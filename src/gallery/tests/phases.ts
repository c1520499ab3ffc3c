import { defined } from '../../base/defined.js';
import type { Changes, DirectoryObject, DirectoryValue, Outcome } from '../../client/client.js';
import type { Json } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import { type Answer, detailOf, idIn, is2xx, memberOf, pathOf, resourcesIn } from '../answer.js';
import type { GalleryContext } from '../context.js';
import { failed, type GalleryOutcome } from '../outcome.js';

/** A user or group that Entra has created, with what the template has found of it. */
export interface Created {
  readonly ok: true;
  /** Linked to its resource. */
  readonly object: DirectoryObject;
  readonly name: string;
  /** The id that the look-up shows. */
  readonly id: string;
}

export type Phase<T> = T | { readonly ok: false; readonly outcome: GalleryOutcome };

const KINDS = {
  User: { missing: 'SCIM_Query_Created_User: User not found on SCIM server after provisioning', look: 'Initial_Verify_User_Exists' },
  Group: {
    missing: 'Create_Group_Query_Create_Group: Group not found on SCIM server after provisioning',
    look: 'Initial_Verify_Group_Exists',
  },
} as const;

/**
 * The phase that most tests begin with: a look for somebody who is not there, the creation by Entra's client, and looks until the
 * look-up shows the resource.
 *
 * @param context the test
 * @param type user or group
 * @param name userName or displayName
 * @param phase as the template calls it
 */
export async function createPhase(
  context: GalleryContext,
  type: ResourceType,
  name: string,
  phase = 'Create Phase',
): Promise<Phase<Created>> {
  const before = await context.filter(type, name);
  if (!is2xx(before))
    return fail(`FAILED - [${phase}] Failed Action: ${KINDS[type].look}`, {
      ownWords: KINDS[type].look,
      cause: `a look-up that finds nobody was answered ${before.status}${detailOf(before)}: it must be 200 with an empty list`,
    });
  const object = context.object(type, name.split('@', 1)[0] ?? name, name);
  const created = await context.entra(({ client, session }) => client.create(session, object));
  const found = await context.poll(
    () => context.filter(type, name),
    (answer) => resourcesIn(answer).length > 0,
  );
  const isFound = resourcesIn(found).length > 0;
  if (created.ok && isFound) {
    const id = memberOf(resourcesIn(found)[0], 'id');
    return { ok: true, name, id: typeof id === 'string' ? id : '', object: { ...object, id: created.value.id } };
  }
  return fail(phaseText(phase, 'Create', created, isFound ? undefined : KINDS[type].missing), detailsOf(created, found));
}

/**
 * The text of a phase that failed.
 *
 * @param phase as the template calls it
 * @param action the action of the provisioning log
 * @param outcome what became of Entra's requests
 * @param scim what the template's look has shown; undefined: it was as it should be
 */
export function phaseText(phase: string, action: string, outcome: Outcome<unknown>, scim: string | undefined): string {
  // The provisioning log calls skipped what Entra is not set up to do.
  const log = outcome.ok ? 'success' : `${action}: ${outcome.failure.kind === 'unsupported' ? 'skipped' : 'failure'}`;
  return `FAILED - [${phase}] Provisioning: ${log} | SCIM: ${scim ?? 'success'}`;
}

/**
 * A phase whose look has shown something else, where the template's words for that were not to be found.
 *
 * @param words scim-check's own; undefined: the look has shown what it should
 */
export function inOwnWords(
  phase: string,
  action: string,
  outcome: Outcome<unknown>,
  words: string | undefined,
  more: Partial<GalleryOutcome>,
): GalleryOutcome {
  return failed(phaseText(phase, action, outcome, words), { ...more, ...defined({ ownWords: words }) });
}

/** What the provisioning log and the template's look say of a failure. */
export function detailsOf(outcome: Outcome<unknown>, answer: Answer): Partial<GalleryOutcome> {
  const log = outcome.ok ? '' : outcome.failure.message;
  const resources = resourcesIn(answer).length;
  const total = memberOf(answer.body, 'totalResults') ?? null;
  return {
    errorDetails: { provisioningLogs: log, scimCheck: { statusCode: answer.status, resources, totalResults: total } },
    ...(outcome.ok ? {} : { cause: outcome.failure.message }),
  };
}

/** A phase that ends the test. */
export function fail(result: string, more: Partial<GalleryOutcome> = {}): { readonly ok: false; readonly outcome: GalleryOutcome } {
  return { ok: false, outcome: failed(result, more) };
}

/**
 * Entra's client changes an object.
 *
 * @param context the test
 * @param object linked
 * @param changes what is different; the rest stays
 */
export function change(context: GalleryContext, object: DirectoryObject, changes: Partial<Changes>): Promise<Outcome<void>> {
  const all: Changes = { set: new Map<string, DirectoryValue>(), clear: [], add: [], remove: [], ...changes };
  return context.entra(({ client, session }) => client.update(session, object, all));
}

/** Entra's client deletes an object, unless the app's schema leaves that out. */
export async function erase(context: GalleryContext, object: DirectoryObject): Promise<Outcome<void>> {
  if (context.settings.schema.neverDeleted.includes(object.type)) return { ok: false, failure: { kind: 'unsupported', message: KEPT } };
  return await context.entra(({ client, session }) => client.remove(session, object));
}

const KEPT =
  'Entra sends no DELETE: the flowTypes of this objectMapping in the schema do not name Delete. Switch deleting on in the app\'s provisioning ("Target object actions")';

/** The first resource of a look-up. */
export function firstIn(answer: Answer): Json | undefined {
  return resourcesIn(answer)[0];
}

/** The template removes what it had provisioned on demand. */
export async function removeByTemplate(context: GalleryContext, type: ResourceType, answer: Answer): Promise<void> {
  const id = idIn({ ...answer, body: firstIn(answer) });
  if (id !== '') await context.send('DELETE', pathOf(type, id));
}
