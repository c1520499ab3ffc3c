import { cut } from '../../base/cut.js';
import { plainText } from '../../base/plain-text.js';
import { isObject, type Json, type JsonObject } from '../../scim/json.js';
import { ENDPOINTS, type ResourceType } from '../../scim/message.js';
import { allowedValue } from '../allowed-values.js';
import { type Answer, idIn, NO_ANSWER, pathOf } from '../answer.js';
import { seenAt } from '../body.js';
import type { GalleryContext } from '../context.js';
import { failed, type GalleryOutcome, passed } from '../outcome.js';
import { type PathValue, patchBody } from '../patch-body.js';
import type { TargetAttribute } from '../target-schema.js';
import { errorParts } from './direct-create.js';

const NEVER_OF_USERS: ReadonlySet<string> = new Set(['id', 'schemas', 'meta', 'active', 'groups', 'roles']);
const NEVER_OF_GROUPS: ReadonlySet<string> = new Set(['id', 'members', 'schemas', 'meta']);
const PLAIN_TYPES: ReadonlySet<string> = new Set(['string', 'integer', 'datetime', 'boolean']);

/** All single-valued attributes of a user are replaced, userName and e-mail among them, most by `upd-` and some letters. */
export async function userUpdate(context: GalleryContext): Promise<GalleryOutcome> {
  const eligible = context.settings.schema.users.filter(
    (attribute) => isWritable(attribute) && PLAIN_TYPES.has(attribute.type) && !NEVER_OF_USERS.has(attribute.name),
  );
  const changes = eligible.map((attribute): PathValue => [attribute.name, newValue(context, attribute, context.settings.values.target[1])]);
  if (changes.length === 0) return passed({ result: 'success (no updatable attributes)' });
  return await update(context, {
    type: 'User',
    created: context.directUser('lasupduser'),
    body: patchBody(changes.map(inBatch), context.settings.format),
    changes,
    action: 'SCIM_Update_Patch_User',
    matches,
  });
}

/** Name and externalId of a group are replaced, by their paths. */
export async function groupUpdate(context: GalleryContext): Promise<GalleryOutcome> {
  const eligible = context.settings.schema.groups.filter((attribute) => isWritable(attribute) && !NEVER_OF_GROUPS.has(attribute.name));
  const changes = eligible.map((attribute): PathValue => [attribute.name, newValue(context, attribute, {})]);
  return await update(context, {
    type: 'Group',
    created: context.groupBody(`LASUpdGroup-${context.mark()}`),
    body: patchBody(changes, 'verbose'),
    changes,
    action: 'SCIM_GroupUpdate_Patch_Group',
    matches: (resource, path, value) => isObject(resource) && text(resource[path]) === text(value),
  });
}

interface Update {
  readonly type: ResourceType;
  readonly created: JsonObject;
  readonly body: JsonObject;
  readonly changes: readonly PathValue[];
  readonly action: string;
  readonly matches: (resource: Json | undefined, path: string, value: Json) => boolean;
}

async function update(context: GalleryContext, { type, created, body, changes, action, matches: agrees }: Update): Promise<GalleryOutcome> {
  const endpoint = ENDPOINTS[type];
  const made = await context.send('POST', endpoint, created);
  const id = idIn(made);
  const path = pathOf(type, id);
  const patched = id === '' ? NO_ANSWER : await context.send('PATCH', path, body);
  const read = id === '' ? NO_ANSWER : await context.send('GET', path);
  if (id !== '') await context.send('DELETE', path);
  const compared = changes.map(([at, sent]) => ({ path: at, sent, got: seen(read.body, at), match: agrees(read.body, at, sent) }));
  const wrong = compared.filter(({ match }) => !match);
  const ok = [patched, read].every(({ status }) => status === 200 || status === 204);
  if (ok && wrong.length === 0) return passed();
  const more = errorParts(patched).join('').trim();
  return failed(`FAILED - Action: ${action} - HTTP ${patched.status}. Mismatches=${wrong.length}${more === '' ? '' : `. ${more}`}`, {
    detailedResults: compared.map((each): JsonObject => ({ ...each, got: each.got ?? '' })),
    errorDetails: {
      summary: `SCIM PATCH ${endpoint} HTTP ${patched.status}. Mismatches=${wrong.length}. Response: ${cut(patched.text, 800)}`,
    },
    ...causeOf(
      made,
      patched,
      wrong.map((each) => each.path),
    ),
  });
}

function causeOf(made: Answer, patched: Answer, wrong: readonly string[]): Pick<GalleryOutcome, 'cause'> {
  if (made.status >= 300 || made.status === 0) return { cause: `the create before it was answered ${made.status}` };
  if (patched.status >= 300) return {};
  return wrong.length === 0 ? {} : { cause: `not as they were sent: ${wrong.join(', ')}` };
}

function isWritable({ multivalued, mutability, type }: TargetAttribute): boolean {
  return !multivalued && ['readwrite', 'writeonly'].includes(mutability) && !type.includes('reference');
}

function newValue(context: GalleryContext, attribute: TargetAttribute, known: JsonObject): Json {
  const { name, type } = attribute;
  const value = known[name];
  if (value !== undefined) return allowedValue(value, attribute, 1);
  if (type === 'integer') return 1 + (Number.parseInt(context.hex(6), 16) % 99_998);
  if (type === 'boolean') return true;
  // The day of the run is not what is tested: a fixed one keeps equal seeds equal.
  if (type === 'datetime') return '2026-01-15T08:30:00.1234567Z';
  return allowedValue(`upd-${context.mark()}`, attribute, 1);
}

/** In batch an empty text becomes null, and a text of digits a number. */
function inBatch([path, value]: PathValue): PathValue {
  if (path.includes('[')) return [path, value];
  if (value === '') return [path, null];
  return typeof value === 'string' && /^\d+$/.test(value) ? [path, Number(value)] : [path, value];
}

/** As the template compares: texts, letter case counts; of a list only whether the value stands in it somewhere. */
function matches(resource: Json | undefined, path: string, value: Json): boolean {
  if (path.includes('[')) return text(seen(resource, path)).includes(text(value));
  return text(seen(resource, path)) === text(value);
}

/** What the template reads: of a path with brackets the whole list. */
function seen(resource: Json | undefined, path: string): Json | undefined {
  return seenAt(resource, path.split('[', 1)[0] ?? path);
}

function text(value: Json | undefined): string {
  return value === undefined || value === null ? '' : plainText(value);
}
