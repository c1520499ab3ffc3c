import { plainText } from '../base/plain-text.js';
import { isObject, type JsonObject } from '../scim/json.js';
import type { Difference, ObservedWrite } from './context.js';
import type { WriteOperation } from './operation.js';

/** An operation of a PATCH. */
export const patched = (operation: WriteOperation): boolean =>
  operation.kind === 'add' || operation.kind === 'replace' || operation.kind === 'remove';

/** A PUT. */
export const isPut = (operation: WriteOperation): boolean => operation.kind === 'put';

/** A POST that creates. */
export const isCreate = (operation: WriteOperation): boolean => operation.kind === 'create';

/** It concerns the members of a group. */
export const ofMembers = (operation: WriteOperation): boolean => operation.attribute === 'members';

/** It adds members. */
export const addsMembers = (operation: WriteOperation): boolean => ofMembers(operation) && operation.kind === 'add';

/** The write addresses a user. */
export const onUser = (write: ObservedWrite): boolean => write.request.resourceType === 'User';

/** The write addresses a group. */
export const onGroup = (write: ObservedWrite): boolean => write.request.resourceType === 'Group';

/** The target refused the write. */
export const refused = (difference: Difference): boolean => difference.kind === 'refused';

/** The target refused the write as a mistake of the client: it did not fall over it. */
export const turnedDown = (difference: Difference, write: ObservedWrite): boolean => refused(difference) && write.response.status < 500;

/** Statuses that say nothing of the form of a request: who may ask, what is there, who else has the name, what is under way. */
const OF_OTHER_MATTERS: ReadonlySet<number> = new Set([401, 402, 403, 404, 405, 409, 410, 412, 423, 428, 429, 503, 507]);

/** A refusal with this status may be about the form of the request. */
export const isOfForm = (status: number): boolean => !OF_OTHER_MATTERS.has(status);

/** A name that is kept unique somewhere else is told as a conflict, or breaks what looked for one here. */
export const isOfNameTaken = (status: number): boolean => status === 409 || status === 500;

/** The write asked for a change where the difference is. */
export const asked = (difference: Difference): boolean => difference.operation !== undefined;

/** The target answered well and did not do it. */
export const notDone = (difference: Difference): boolean => difference.kind !== 'extra' && asked(difference);

/** The target refused, or answered well and did not do it. */
export const notDoneOrRefused = (difference: Difference): boolean => refused(difference) || notDone(difference);

/** A refusal with this status may say that there is nothing to change. */
export const mayBeOfNoChange = (status: number): boolean => status === 409 || (isOfForm(status) && status !== 501);

/** The target answered well and did not do it, or refused it with a status that may be about the form of the request. */
export const notDoneOrMisread = (difference: Difference, write: ObservedWrite): boolean =>
  notDone(difference) || (refused(difference) && isOfForm(write.response.status));

/** The body of a write; an empty object where there is none. */
export const bodyOf = (write: ObservedWrite): JsonObject => (isObject(write.request.body) ? write.request.body : {});

/** The body has a member of this name. */
export const brings = (write: ObservedWrite, name: string): boolean => Object.hasOwn(bodyOf(write), name);

/** `active` set to this value, as a boolean or as Entra's text. */
export const setsActive = (operation: WriteOperation, write: ObservedWrite, value: boolean): boolean => {
  if (operation.kind === 'put') return bodyOf(write)['active'] === value && write.before?.['active'] === !value;
  return operation.attribute === 'active' && plainText(operation.value).toLowerCase() === plainText(value);
};

/** Taking the last member out leaves an empty group either way: only with others in it does a removal prove something. */
export const othersRemain = (operation: WriteOperation, write: ObservedWrite): boolean => {
  const members = write.before?.['members'];
  const removed = Array.isArray(operation.value) ? operation.value.length : 1;
  return Array.isArray(members) && members.length > removed;
};

/** The schemas that apply say that a user must have an attribute, or a sub-attribute: refusing one without it is right. */
export const isRequired = ({ facts }: ObservedWrite, attribute: string, sub?: string): boolean =>
  facts.schemas.find(sub === undefined ? { attribute } : { attribute, sub }, 'User')?.required === true;
