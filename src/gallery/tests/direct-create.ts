import { cut } from '../../base/cut.js';
import type { JsonObject } from '../../scim/json.js';
import { ENDPOINTS, nameAttribute, type ResourceType } from '../../scim/message.js';
import { type Answer, idIn, memberOf, pathOf } from '../answer.js';
import type { GalleryContext } from '../context.js';
import { failed, type GalleryOutcome, passed } from '../outcome.js';

/** A user is created by the template itself. */
export async function userCreate(context: GalleryContext): Promise<GalleryOutcome> {
  return await create(context, 'User', context.directUser('lascuser'));
}

/** A group is created by the template itself, without members. */
export async function groupCreate(context: GalleryContext): Promise<GalleryOutcome> {
  const body = context.groupBody(`LASCDirectGroup-${context.mark()}`);
  return await create(context, 'Group', body);
}

async function create(context: GalleryContext, type: ResourceType, body: JsonObject): Promise<GalleryOutcome> {
  const name = nameAttribute(type);
  const endpoint = ENDPOINTS[type];
  const answer = await context.send('POST', endpoint, body);
  const id = idIn(answer);
  if (id !== '') await context.send('DELETE', pathOf(type, id));
  const isNamed = memberOf(answer.body, name) === body[name];
  const isCreated = answer.status === 200 || answer.status === 201;
  if (isCreated && id !== '' && isNamed) {
    const stricter = answer.status === 201 ? [] : ['a created resource is answered with 201 (RFC 7644 §3.3), and this was 200'];
    return passed({ stricter });
  }
  const parts = [
    ...(id === '' ? [`No ${type.toLowerCase()} id returned. `] : []),
    ...(isNamed ? [] : [`Returned ${name} did not match sent ${name}. `]),
    ...errorParts(answer),
  ];
  return failed(`FAILED - Action: SCIM_Direct_Create_${type} - HTTP ${answer.status}. ${parts.join('')}`.trim(), {
    errorDetails: { summary: `SCIM POST ${endpoint} HTTP ${answer.status}. Response: ${cut(answer.text, 800)}` },
  });
}

/** What a SCIM error says of itself, as the template words it. */
export function errorParts({ body }: Answer): string[] {
  const scimType = memberOf(body, 'scimType');
  const detail = memberOf(body, 'detail');
  return [
    ...(typeof scimType === 'string' ? [`scimType=${scimType}. `] : []),
    ...(typeof detail === 'string' ? [`detail=${detail}. `] : []),
  ];
}
