import { percentEncode, quoted } from '../../client/encode.js';
import { ownRequest } from '../../client/own.js';
import { getMember, isObject } from '../../scim/json.js';
import { ENDPOINTS, nameAttribute } from '../../scim/message.js';
import { readList } from '../../scim/read.js';
import type { Answered } from '../exchange/exchanger.js';
import type { OutcomeContext } from '../judge/outcome-context.js';
import { isUsableId, ownershipOf, tracesOf } from '../state/ownership.js';

/**
 * The id of the resource that a refused creation has made all the same: one that shows the name that was sent, and that was not
 * there before.
 *
 * @param context what the creation is judged with
 * @param answered the creation and its answer
 */
export async function createdAllTheSame(
  { run, attempt }: OutcomeContext,
  { creation, observation: { request } }: Answered,
): Promise<string | undefined> {
  const attribute = nameAttribute(request.resourceType ?? 'User');
  const name = isObject(request.body) ? getMember(request.body, attribute) : undefined;
  if (creation === undefined || typeof name !== 'string' || name === '') return undefined;
  const { type, sentAt, entry } = creation;
  const target = `${ENDPOINTS[type]}?filter=${percentEncode(`${attribute} eq ${quoted(name)}`)}`;
  const response = await attempt(ownRequest({ method: 'GET', target, purpose: 'verify' }));
  const traces = tracesOf(request.body, type);
  for (const resource of readList(response?.body)?.resources ?? []) {
    const id = getMember(resource, 'id');
    if (typeof id !== 'string' || !isUsableId(id) || ownershipOf(resource, traces) !== 'ours') continue;
    if (run.resources.find(type, id) !== undefined || run.resources.isStranger(type, id, sentAt)) continue;
    await run.ledger.created(entry, id);
    return id;
  }
  return undefined;
}
