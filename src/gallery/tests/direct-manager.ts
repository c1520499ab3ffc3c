import type { Json, JsonObject } from '../../scim/json.js';
import { ENTERPRISE_USER_URN, PATCH_OP_URN } from '../../scim/urn.js';
import { type Answer, idIn, is2xx, memberOf, pathOf } from '../answer.js';
import type { GalleryContext } from '../context.js';
import { failed, type GalleryOutcome, passed, skipped } from '../outcome.js';

const PATH = `${ENTERPRISE_USER_URN}:manager`;

/** The manager is set with Add, changed with replace and removed with an empty text, each as a bare text. */
export async function directManager(context: GalleryContext): Promise<GalleryOutcome> {
  if (!context.settings.schema.users.some(({ name }) => name.includes('manager')))
    return skipped('manager attribute not in target directory');
  const made: string[] = [];
  try {
    return await play(context, made);
  } finally {
    for (const id of made) await context.send('DELETE', pathOf('User', id));
  }
}

async function play(context: GalleryContext, made: string[]): Promise<GalleryOutcome> {
  const create = async (prefix: string): Promise<Answer> => {
    const answer = await context.send('POST', '/Users', context.directUser(prefix));
    if (idIn(answer) !== '') made.push(idIn(answer));
    return answer;
  };
  const setFailed = (status: number, cause?: string): GalleryOutcome =>
    failed(
      `FAILED - Action: SCIM_Manager_Patch_Set_Manager - Set manager PATCH returned HTTP ${status}`,
      cause === undefined ? {} : { cause },
    );
  // The template reports whatever fails later as the look after the first change.
  const later = (what: string, answer: Answer): GalleryOutcome =>
    failed('FAILED - Action: SCIM_Manager_Get_After_Set - Manager value not set correctly after PATCH', {
      cause: `${what} was answered ${answer.status}; the template names the wrong step`,
    });
  const user = await create('scmgr-user');
  if (!is2xx(user)) return setFailed(0, `the create of the user was answered ${user.status}`);
  const manager = await create('scmgr-mgr');
  if (!is2xx(manager)) return setFailed(0, `the create of the manager was answered ${manager.status}`);
  const path = pathOf('User', idIn(user));
  const patch = (op: string, value: string): Promise<Answer> =>
    context.send('PATCH', path, { schemas: [PATCH_OP_URN], Operations: [{ op, path: PATH, value }] } satisfies JsonObject);

  const set = await patch('Add', idIn(manager));
  if (!isDone(set)) return setFailed(set.status);
  const afterSet = await context.send('GET', path);
  if (!is2xx(afterSet)) return later('the GET after it', afterSet);
  const second = await create('scmgr-mgr2');
  if (!is2xx(second)) return later('the create of the second manager', second);
  const changed = await patch('replace', idIn(second));
  if (!isDone(changed)) return later('the PATCH to the second manager', changed);
  const afterChange = await context.send('GET', path);
  if (!is2xx(afterChange)) return later('the GET after the change', afterChange);
  const removed = await patch('replace', '');
  if (!is2xx(removed)) return later('the PATCH that removes the manager', removed);
  if (!isDone(removed))
    return failed(`FAILED - Action: SCIM_Manager_Patch_Remove_Manager - Remove manager PATCH returned HTTP ${removed.status}`);
  const afterRemove = await context.send('GET', path);
  if (!is2xx(afterRemove)) return later('the GET after the removal', afterRemove);

  if (managerIn(afterSet.body) !== idIn(manager))
    return failed('FAILED - Action: SCIM_Manager_Get_After_Set - Manager value not set correctly after PATCH', {
      cause: `the manager is ${shown(afterSet.body)}, and "${idIn(manager)}" was set`,
    });
  const notRemoved = 'FAILED - Action: SCIM_Manager_Get_After_Remove - Manager value not removed after null PATCH';
  if (managerIn(afterChange.body) !== idIn(second))
    return failed(notRemoved, {
      cause: `it was the change that failed: the manager is ${shown(afterChange.body)} instead of "${idIn(second)}"; the template names the wrong step`,
    });
  return isWithoutManager(afterRemove.body)
    ? passed()
    : failed(notRemoved, { cause: `the manager is ${shown(afterRemove.body)} after it was removed with ""` });
}

function isDone({ status }: Answer): boolean {
  return status === 200 || status === 204;
}

function attributeIn(body: Json | undefined): Json | undefined {
  return memberOf(memberOf(body, ENTERPRISE_USER_URN), 'manager') ?? memberOf(body, 'manager');
}

function managerIn(body: Json | undefined): string {
  const value = memberOf(attributeIn(body), 'value');
  return typeof value === 'string' ? value : '';
}

/** An empty value, or no manager at all; an empty object, or one whose value is null, is none of these. */
function isWithoutManager(body: Json | undefined): boolean {
  const attribute = attributeIn(body);
  return attribute === undefined || attribute === null || memberOf(attribute, 'value') === '';
}

function shown(body: Json | undefined): string {
  return JSON.stringify(attributeIn(body) ?? null);
}
