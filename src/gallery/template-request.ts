import { defined } from '../base/defined.js';
import type { JsonObject } from '../scim/json.js';
import { CREDENTIAL, type Method, type ResourceType, type ScimRequest, type ScimResponse } from '../scim/message.js';
import { type Answer, NO_ANSWER } from './answer.js';

export const MEDIA_TYPE = 'application/scim+json';

/**
 * A request in the manner of the template.
 *
 * @param method the method
 * @param target path and query, as the template writes them
 * @param body of a POST or PATCH
 */
export function requestOf(method: Method, target: string, body: JsonObject | undefined): ScimRequest {
  const [, collection = '', id] = (target.split('?')[0] ?? '').split('/');
  const resourceType = TYPES[collection];
  return {
    method,
    target,
    // In the order of the template's actions.
    headers:
      body === undefined
        ? [
            ['Authorization', CREDENTIAL],
            ['Accept', MEDIA_TYPE],
          ]
        : [
            ['Authorization', CREDENTIAL],
            ['Content-Type', MEDIA_TYPE],
            ['Accept', MEDIA_TYPE],
          ],
    ...defined({ body }),
    purpose: 'raw',
    ...defined({ resourceType }),
    ...(id === undefined ? {} : { id: decodeURIComponent(id) }),
  };
}

/** A response as the template sees it. */
export function answerOf(response: ScimResponse | undefined): Answer {
  return response === undefined ? NO_ANSWER : { ...response, body: response.body };
}

const TYPES: Readonly<Record<string, ResourceType>> = { Users: 'User', Groups: 'Group' };

/** The template encodes nothing; what cannot stand in a URL at all has to be. */
export function inUrl(value: string): string {
  return value.replace(/[\s"#%<>\\^`{|}]/g, (mark) => encodeURIComponent(mark));
}
