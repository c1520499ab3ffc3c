import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Conversation, Dialect, DirectoryObject, DirectoryValue } from '../../src/client/client.js';
import { CLIENTS } from '../../src/client/registry.js';
import type { Variant } from '../../src/client/variant.js';
import type { Header, Method, ResourceType } from '../../src/scim/message.js';
import { type Canned, changes, group, mappingOf, sessionOf, user } from './conversation.js';

/** Where the golden exchanges are. */
const FOLDER = fileURLToPath(new URL('../../fixtures/wire/', import.meta.url));

/** A request as it must go over the wire; the body is its exact text. */
export interface GoldenRequest {
  readonly method: Method;
  readonly target: string;
  readonly headers: readonly Header[];
  readonly body?: string;
}

interface GoldenObject {
  readonly type: ResourceType;
  readonly key: string;
  readonly id?: string;
  readonly attributes: readonly (readonly [string, DirectoryValue])[];
  readonly members?: readonly GoldenObject[];
}

/** One conversation with the exact requests that a client sends in it. */
export interface Golden {
  readonly title: string;
  readonly dialect: Dialect;
  /** The document that shows it, and how strong the evidence is. */
  readonly source: {
    readonly document: string;
    readonly section: string;
    readonly strength: 'documented' | 'observed' | 'inferred' | 'weak';
  };
  readonly variant?: Variant;
  /** Target paths of the mapping, where the conversation depends on them. */
  readonly mapped?: readonly string[];
  /** Those that may be filtered on. */
  readonly matching?: readonly string[];
  readonly intent: 'connect' | 'match' | 'create' | 'read' | 'update' | 'remove' | 'list';
  readonly object?: GoldenObject;
  readonly changes?: {
    readonly set?: readonly (readonly [string, DirectoryValue])[];
    readonly clear?: readonly string[];
    readonly add?: readonly GoldenObject[];
    readonly remove?: readonly GoldenObject[];
    readonly members?: readonly GoldenObject[];
  };
  readonly by?: string;
  /** Each request with the answer that it is given; requests of the same moment share one. */
  readonly exchanges: readonly { readonly requests: readonly GoldenRequest[]; readonly response: Canned }[];
  readonly outcome: 'done' | 'refused' | 'unusable' | 'ambiguous' | 'missing' | 'unsupported';
}

/** Every golden exchange, by the name of its file. */
export function goldens(): (readonly [name: string, golden: Golden])[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => [name, JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Golden] as const);
}

/** The conversation that a golden exchange is about. */
export function conversationOf(golden: Golden): Conversation<unknown> {
  const client = CLIENTS[golden.dialect];
  const session = sessionOf(mappingOf(golden.mapped ?? ['userName', 'externalId'], golden.matching), golden.variant);
  const object = objectOf(golden.object ?? { type: 'User', key: 'nobody', attributes: [] });
  const { set, clear, add, remove, members } = golden.changes ?? {};
  switch (golden.intent) {
    case 'connect':
      return client.connect(session);
    case 'match':
      return client.match(session, object, golden.by === undefined ? {} : { attribute: golden.by });
    case 'create':
      return client.create(session, object);
    case 'read':
      return client.read(session, object);
    case 'remove':
      return client.remove(session, object);
    case 'list':
      return client.list(session, object.type);
    case 'update':
      return client.update(
        session,
        object,
        changes({
          ...(set === undefined ? {} : { set }),
          ...(clear === undefined ? {} : { clear }),
          ...(add === undefined ? {} : { add: add.map(objectOf) }),
          ...(remove === undefined ? {} : { remove: remove.map(objectOf) }),
          ...(members === undefined ? {} : { members: members.map(objectOf) }),
        }),
      );
  }
}

function objectOf(object: GoldenObject): DirectoryObject {
  return object.type === 'User'
    ? user(object.key, object.attributes, object.id)
    : group(object.key, object.attributes, (object.members ?? []).map(objectOf), object.id);
}
