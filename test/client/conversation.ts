import {
  type Changes,
  type Conversation,
  type DirectoryObject,
  type DirectoryValue,
  isParallel,
  type Outcome,
  type Session,
} from '../../src/client/client.js';
import type { Variant } from '../../src/client/variant.js';
import type { MappedAttribute, Mapping } from '../../src/mapping/mapping.js';
import type { Json } from '../../src/scim/json.js';
import type { ScimRequest, ScimResponse } from '../../src/scim/message.js';

/** An answer that a test gives: the status, and a body that is JSON or text that is none. */
export interface Canned {
  readonly status: number;
  readonly body?: Json;
  readonly text?: string;
}

/** What a conversation sent, in order; what it sent at the same moment is one list. */
export type Sent = ScimRequest | readonly ScimRequest[];

/**
 * Holds a conversation with canned answers instead of a network.
 *
 * @param conversation the generator
 * @param answers one for each thing that the conversation yields
 * @returns what it sent, and how it ended; the outcome is missing when the answers ran out first
 */
export function hold<T>(conversation: Conversation<T>, answers: readonly Canned[]): { sent: Sent[]; outcome?: Outcome<T> } {
  const sent: Sent[] = [];
  let next = conversation.next();
  for (const answer of answers) {
    if (next.done === true) break;
    sent.push(next.value);
    next = conversation.next(responseOf(answer));
  }
  if (next.done === true) return { sent, outcome: next.value };
  return { sent: [...sent, next.value] };
}

/** The requests of a conversation, those of the same moment one after the other. */
export function flat(sent: readonly Sent[]): ScimRequest[] {
  return sent.flatMap((each) => (isParallel(each) ? [...each] : [each]));
}

export function responseOf({ status, body, text }: Canned): ScimResponse {
  return {
    status,
    headers: [['Content-Type', 'application/scim+json']],
    text: text ?? (body === undefined ? '' : JSON.stringify(body)),
    ...(body === undefined ? {} : { body }),
    milliseconds: 1,
  };
}

/** A mapping whose rows are the given paths; those in `matching` may be filtered on. */
export function mappingOf(paths: readonly string[], matching: readonly string[] = ['userName', 'displayName'], groups = true): Mapping {
  const row = (name: string): MappedAttribute => ({ name, type: 'String', filterable: matching.includes(name), required: false });
  return {
    name: 'test',
    app: 'Test',
    source: 'a test',
    capabilities: { create: true, update: true, remove: true, groups },
    users: paths.map(row),
    ...(groups ? { groups: ['displayName', 'externalId', 'members'].map(row) } : {}),
  };
}

export function sessionOf(mapping: Mapping = mappingOf(['userName', 'externalId']), variant?: Variant): Session {
  return {
    mapping,
    randomGuid: '7a5d0c2e-1f0b-4c7d-9a54-0f2b8a3c6d11',
    pageSize: 100,
    placeholder: ({ key }, occasion) => (occasion === 'created' ? `pw-${key}` : `pw-${key}, changed`),
    ...(variant === undefined ? {} : { variant }),
  };
}

type Values = readonly (readonly [string, DirectoryValue])[];

export function user(key: string, attributes: Values, id?: string): DirectoryObject {
  return { key, type: 'User', attributes: new Map(attributes), ...(id === undefined ? {} : { id }) };
}

export function group(key: string, attributes: Values, members: readonly DirectoryObject[] = [], id?: string): DirectoryObject {
  return { key, type: 'Group', attributes: new Map(attributes), members, ...(id === undefined ? {} : { id }) };
}

/** A change; what is not named does not change. */
export function changes(some: Omit<Partial<Changes>, 'set'> & { readonly set?: Values }): Changes {
  const { set, ...rest } = some;
  return { clear: [], add: [], remove: [], ...rest, set: new Map(set ?? []) };
}
