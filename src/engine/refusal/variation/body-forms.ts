import { plainText } from '../../../base/plain-text.js';
import { getMember, isObject, type Json, type JsonObject } from '../../../scim/json.js';
import { nameAttribute, type ResourceType } from '../../../scim/message.js';
import { CORE_URNS } from '../../../scim/urn.js';
import { MOST_FOR_ONE } from '../../judge/trials.js';
import { partsOf, pathOfPart } from './parts.js';
import type { ChangedBody } from './variation.js';

type Form = (body: JsonObject, type: ResourceType) => ChangedBody | undefined;

/**
 * The body of a create or PUT in other forms that mean the same or bring what a target may miss, those first whose difference
 * is the smallest.
 *
 * @param body the body that was refused
 * @param type the type of its resource
 */
export function bodyForms(body: JsonObject, type: ResourceType): ChangedBody[] {
  return FORMS.flatMap((form) => form(body, type) ?? []);
}

const withoutNulls: Form = (body) => {
  const changed = pruned(body, (value) => value === null);
  return changed === undefined ? undefined : { difference: 'without null', check: 'SC1214', changed };
};

const withoutEmptyLists: Form = (body) => {
  const changed = pruned(body, (value) => Array.isArray(value) && value.length === 0);
  return changed === undefined ? undefined : { difference: 'without empty lists', changed };
};

const withoutEmptyTexts: Form = (body) => {
  const changed = pruned(body, (value) => value === '');
  return changed === undefined ? undefined : { difference: 'without empty texts', changed };
};

const withExternalId: Form = (body, type) => {
  if ((getMember(body, 'externalId') ?? null) !== null) return undefined;
  const changed = { ...body, externalId: `external-${plainText(body[nameAttribute(type)] ?? '')}` };
  return { difference: 'with an "externalId"', ...(type === 'User' ? { check: 'SC1224' } : {}), changed };
};

const withFamilyName: Form = (body, type) => {
  const name = getMember(body, 'name');
  const parts = isObject(name) ? name : {};
  if (type !== 'User' || (getMember(parts, 'familyName') ?? '') !== '') return undefined;
  const changed = { ...body, name: { givenName: 'Given', ...parts, familyName: 'Family' } };
  return { difference: 'with a family name', check: 'SC1221', changed };
};

const withGivenName: Form = (body, type) => {
  const name = getMember(body, 'name');
  if (type !== 'User' || !isObject(name) || (getMember(name, 'givenName') ?? '') !== '') return undefined;
  return { difference: 'with a given name', check: 'SC1221', changed: { ...body, name: { ...name, givenName: 'Given' } } };
};

const withEmail: Form = (body, type) => {
  const emails = getMember(body, 'emails');
  if (type !== 'User' || (Array.isArray(emails) && emails.length > 0)) return undefined;
  const name = plainText(body['userName'] ?? '');
  const value = name.includes('@') ? name : `${name}@example.com`;
  return { difference: 'with an e-mail address', changed: { ...body, emails: [{ type: 'work', value, primary: true }] } };
};

const withPassword: Form = (body, type) =>
  type !== 'User' || getMember(body, 'password') !== undefined
    ? undefined
    : {
        difference: 'with a "password"',
        check: 'SC2804',
        changed: { ...body, password: `Pa55-word-${plainText(body['userName'] ?? '').length}` },
      };

const withDisplayName: Form = (body, type) =>
  type !== 'User' || getMember(body, 'displayName') !== undefined
    ? undefined
    : { difference: 'with a "displayName"', changed: { ...body, displayName: 'Given Family' } };

const withoutPrimary: Form = (body) => {
  const lists = ['addresses', 'phoneNumbers'].filter((name) => JSON.stringify(body[name] ?? null).includes('"primary"'));
  const stripped = lists.map((name) => [name, without(body[name] ?? null, 'primary')] as const);
  if (stripped.length === 0) return undefined;
  return {
    difference: 'without "primary" on addresses and numbers',
    check: 'SC1223',
    changed: { ...body, ...Object.fromEntries(stripped) },
  };
};

const coreSchemaAlone: Form = (body, type) => {
  const schemas = getMember(body, 'schemas');
  if (!Array.isArray(schemas) || schemas.length < 2) return undefined;
  const known = schemas.filter((urn) => urn === CORE_URNS[type] || Object.hasOwn(body, plainText(urn)));
  if (known.length === schemas.length || known.length === 0) return undefined;
  return {
    difference: 'with no schema but those of its attributes',
    ...(type === 'Group' ? { check: 'SC2313' } : {}),
    changed: { ...body, schemas: known },
  };
};

const plainName: Form = (body, type) => {
  const name = body[nameAttribute(type)];
  if (typeof name !== 'string' || /^[\w.@ -]*$/.test(name)) return undefined;
  const changed = { ...body, [nameAttribute(type)]: name.replace(/[^\w.@ -]/g, '').trim() };
  const what = `with a "${nameAttribute(type)}" of plain letters and digits`;
  return { difference: what, check: type === 'Group' ? 'SC2315' : 'SC1226', changed };
};

/** So long a name every target takes. */
const SHORT = 40;

const shortName: Form = (body, type) => {
  const name = body['displayName'];
  if (type !== 'Group' || typeof name !== 'string' || [...name].length <= SHORT) return undefined;
  const changed = { ...body, displayName: [...name].slice(0, SHORT).join('').trim() };
  return { difference: `with a "displayName" of ${SHORT} characters`, check: 'SC2803', changed };
};

const plainerName: Form = (body, type) => {
  const name = body[nameAttribute(type)];
  if (type !== 'Group' || typeof name !== 'string' || /^[A-Za-z0-9 -]*$/.test(name)) return undefined;
  const changed = { ...body, displayName: name.replace(/[^A-Za-z0-9 -]/g, '').trim() };
  return { difference: 'with a "displayName" of plain letters and digits', check: 'SC2315', changed };
};

/** Targets refuse other names in many languages. */
const addressAsName: Form = (body, type) => {
  const name = body['userName'];
  if (type !== 'User' || typeof name !== 'string' || name.includes('@')) return undefined;
  const address = /@[^"\s]+/.exec(JSON.stringify(getMember(body, 'emails') ?? ''))?.[0] ?? '@example.com';
  const changed = { ...body, userName: `${name.replace(/[^\w.-]/g, '')}${address}` };
  return { difference: 'with an e-mail address as "userName"', check: 'SC2802', changed };
};

const FORMS: readonly Form[] = [
  withoutNulls,
  withoutEmptyLists,
  withoutEmptyTexts,
  withoutPrimary,
  coreSchemaAlone,
  addressAsName,
  shortName,
  plainName,
  plainerName,
  withExternalId,
  withFamilyName,
  withGivenName,
  withEmail,
  withDisplayName,
  withPassword,
];

/**
 * What the body of a PUT may miss.
 *
 * @param body the body that was refused
 * @param id the id of the resource
 */
export function putForms(body: JsonObject, id: string | undefined): ChangedBody[] {
  if (id === undefined || getMember(body, 'id') !== undefined) return [];
  return [{ difference: 'with the "id" of the resource in the body', changed: { ...body, id } }];
}

/**
 * The body of a PUT that changes nothing, with a change: of a group, which is known to the client by its name, in the externalId.
 *
 * @param body the body that was refused
 * @param type the type of its resource
 */
export function withChange(body: JsonObject, type: ResourceType): ChangedBody[] {
  if (type !== 'Group') return [];
  return [
    {
      difference: 'with another "externalId"',
      check: 'SC2251',
      changed: { ...body, externalId: otherExternalId(body) },
    },
  ];
}

/** An externalId that a resource does not have. */
export function otherExternalId(resource: JsonObject): string {
  return `changed-${plainText(resource['externalId'] ?? resource['id'])}`;
}

/** What keeps a request from being the same request without it. */
const KEPT: ReadonlySet<string> = new Set(['schemas', 'operations']);

/**
 * A body without one of its attributes.
 *
 * @param body the body that was refused
 * @param type the type of its resource
 * @param key the attribute; none of the forms leaves out what makes it the same request
 */
export function withoutOne(body: JsonObject, type: ResourceType, key: string): ChangedBody[] {
  if (KEPT.has(key.toLowerCase()) || key.toLowerCase() === nameAttribute(type).toLowerCase()) return [];
  const { [key]: _left, ...rest } = body;
  const { schemas } = rest;
  const changed = Array.isArray(schemas) ? { ...rest, schemas: schemas.filter((urn) => urn !== key) } : rest;
  return [{ difference: `without ${JSON.stringify(key)}`, path: key, changed }];
}

/**
 * A body without one part of one of its attributes, each in turn: a sub-attribute, also of all elements of a list.
 *
 * @param body the body that was refused
 * @param key the attribute without which it is accepted
 */
export function withoutEachPart(body: JsonObject, key: string): ChangedBody[] {
  const value = body[key] ?? null;
  const parts = partsOf(value);
  if (parts.length < 2) return [];
  // What a target has shown and a client sends back may have parts by the thousand.
  return parts.slice(0, MOST_FOR_ONE).map((part) => ({
    difference: `without ${JSON.stringify(part)} in ${JSON.stringify(key)}`,
    path: pathOfPart(key, part),
    changed: { ...body, [key]: without(value, part) },
  }));
}

/** An object, or the objects of a list, without one member. */
function without(value: Json, member: string): Json {
  if (Array.isArray(value)) return value.map((each) => without(each, member));
  if (!isObject(value)) return value;
  const { [member]: _left, ...rest } = value;
  return rest;
}

/** The body without the values that are not wanted, at any depth; undefined where it has none. */
function pruned(body: JsonObject, unwanted: (value: Json) => boolean): JsonObject | undefined {
  const prune = (value: Json): Json => {
    if (Array.isArray(value)) return value.filter((each) => !unwanted(each)).map(prune);
    if (!isObject(value)) return value;
    const kept = Object.entries(value).filter(([, each]) => !unwanted(each));
    return Object.fromEntries(kept.map(([key, each]) => [key, prune(each)]));
  };
  const changed = prune(body);
  return isObject(changed) && JSON.stringify(changed) !== JSON.stringify(body) ? changed : undefined;
}
