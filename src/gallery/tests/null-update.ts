import { isObject, type Json, type JsonObject } from '../../scim/json.js';
import { CORE_URNS, ENTERPRISE_USER_URN } from '../../scim/urn.js';
import { allowedValue } from '../allowed-values.js';
import { type Answer, detailOf, idIn, is2xx, pathOf, resourcesIn } from '../answer.js';
import { place, schemasOf, seenAt } from '../body.js';
import type { GalleryContext } from '../context.js';
import { failed, type GalleryOutcome, passed } from '../outcome.js';
import { profileValue } from '../parameters.js';
import { type PathValue, patchBody } from '../patch-body.js';
import type { LookupRow } from '../target-schema.js';
import { valueByName } from '../values.js';

const NEVER: ReadonlySet<string> = new Set(['userName', 'active', 'externalId', 'roles']);

/** Attributes that are not required are emptied: with an empty text, then with null. */
export async function nullUpdate(context: GalleryContext): Promise<GalleryOutcome> {
  const { schema, format } = context.settings;
  const stop = (action: string): GalleryOutcome =>
    failed(`FAILED - Action: ${action}`, { errorDetails: `Scope execution failed at action: ${action}` });
  const created = await context.send('POST', '/Users', bodyFor(context));
  const id = idIn(created);
  const path = pathOf('User', id);
  try {
    if (!is2xx(created)) return stop('SCIM_Create_Null_Test_User');
    if (id === '' || !is2xx(await context.send('GET', path))) return stop('SCIM_Get_User_Before_Null_Update');
    const schemas = await context.send('GET', '/Schemas');
    if (!is2xx(schemas))
      return { ...stop('SCIM_Get_Schemas_For_Null_Test'), cause: `GET /Schemas was answered ${schemas.status}: the test needs it` };
    const rows = eligible(schema.rows, resourcesIn(schemas).filter(isObject));
    const write = (value: Json) =>
      context.send(
        'PATCH',
        path,
        patchBody(
          rows.map(({ target }): PathValue => [target, value]),
          format,
        ),
      );
    const emptied = await write('');
    if (!is2xx(emptied)) return { ...stop('SCIM_Patch_Null_Update'), cause: refused('""', emptied, rows) };
    const first = await context.send('GET', path);
    if (!is2xx(first)) return stop('SCIM_Get_User_After_Null_Update');
    const nulled = await write(null);
    if (!is2xx(nulled)) return { ...stop('SCIM_Patch_Null_Update_Phase2'), cause: refused('null', nulled, rows) };
    const second = await context.send('GET', path);
    if (!is2xx(second)) return stop('SCIM_Get_User_After_Null_Phase2');
    return verdict(rows, first.body, second.body, [emptied.status, nulled.status]);
  } finally {
    if (id !== '') await context.send('DELETE', path);
  }
}

function verdict(
  rows: readonly LookupRow[],
  first: Json | undefined,
  second: Json | undefined,
  statuses: readonly number[],
): GalleryOutcome {
  const stay = (resource: Json | undefined, isEmpty: (value: Json | undefined) => boolean): LookupRow[] =>
    rows.filter(({ target }) => !target.includes('[primary eq') && !isEmpty(seenAt(resource, target)));
  const phase1 = stay(first, (value) => value === undefined || value === null || value === '');
  // What stands in brackets passes the second phase whatever it holds.
  const unset = stay(second, (value) => value === undefined || value === null);
  const phase2 = unset.filter(({ target }) => !target.includes('['));
  const bracketed = unset.filter(({ target }) => target.includes('['));
  const stricter =
    bracketed.length === 0 ? [] : [`after null these still have a value, which the template does not look at: ${targets(bracketed)}`];
  const isOk = statuses.every((status) => status === 200 || status === 204);
  if (isOk && phase1.length === 0 && phase2.length === 0) return passed({ stricter });
  const details = (failing: readonly LookupRow[], resource: Json | undefined): JsonObject[] =>
    failing.map(({ source, target }) => ({
      sourceAttribute: source,
      targetAttribute: target,
      actualValueAfterNull: seenAt(resource, target) ?? null,
      isNullOrEmpty: false,
      passed: false,
    }));
  return failed(
    `FAILED - Action: Compose_SCIM_Null_Update_Summary - null update verification failed. Passed: ${rows.length - phase1.length}/${rows.length} attributes`,
    {
      stricter,
      errorDetails: `Failed null verification on ${phase1.length} attributes. See action Compose_SCIM_Null_Update_Summary`,
      detailedResults: [...details(phase1, first), ...details(phase2, second)],
      cause: [
        ...(phase1.length === 0 ? [] : [`after "" these still have a value: ${targets(phase1)}`]),
        ...(phase2.length === 0 ? [] : [`after null these are not gone: ${targets(phase2)}`]),
      ].join('; '),
    },
  );
}

/** A body of the test's own: each mapped row has a value, so that there is something to take away. */
function bodyFor(context: GalleryContext): JsonObject {
  const { schema, values } = context.settings;
  const body: JsonObject = {
    schemas: schemasOf(schema.users),
    userName: `scnull-${context.mark()}@${context.domain}`,
    active: true,
    // The template sends an empty text where externalId is no attribute of the app.
    externalId: context.mentionsExternalId('users') ? context.guid() : '',
  };
  for (const row of schema.rows) {
    if (row.source === 'manager' || row.type === 'reference' || NEVER.has(row.target)) continue;
    const own = { domain: context.domain, mark: () => context.mark(), hex: (length: number) => context.hex(length) };
    const value = profileValue(values.directory[0], row.source) ?? valueByName(row.target, own);
    const attribute = schema.users.find(({ name }) => name === row.target) ?? { canonicalValues: [] };
    place(body, row.target, row.type === 'boolean' ? true : allowedValue(value, attribute, 0));
  }
  return body;
}

/** What may be emptied: mapped, no key, no reference, and not required by /Schemas, in a search for its name as text. */
function eligible(rows: readonly LookupRow[], schemas: readonly JsonObject[]): LookupRow[] {
  const required = (urn: string): string => {
    const attributes = schemas.find(({ id }) => id === urn)?.['attributes'];
    return JSON.stringify(Array.isArray(attributes) ? attributes.filter((each) => isObject(each) && each['required'] === true) : []);
  };
  const core = required(CORE_URNS.User);
  const enterprise = required(ENTERPRISE_USER_URN);
  return rows.filter(({ target, matchingPrecedence, type }) => {
    if (matchingPrecedence !== 0 || type.includes('reference') || NEVER.has(target)) return false;
    const isExtension = target.startsWith('urn:');
    const name = isExtension ? target.slice(target.lastIndexOf(':') + 1) : target.split(/[[.]/, 1)[0];
    return !(isExtension ? enterprise : core).includes(`"name":"${name}"`);
  });
}

/** The answer stands first: the list may be long, and is cut. */
function refused(value: string, answer: Answer, rows: readonly LookupRow[]): string {
  return `the PATCH that sets all to ${value} was answered ${answer.status}${detailOf(answer)}: ${targets(rows)}`;
}

function targets(rows: readonly LookupRow[]): string {
  return rows.map(({ target }) => target).join(', ');
}
