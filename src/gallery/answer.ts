import { isObject, type Json } from '../scim/json.js';
import { ENDPOINTS, type ResourceType } from '../scim/message.js';

/** An answer as the template sees it. */
export interface Answer {
  /** 0: there is none. */
  readonly status: number;
  readonly body: Json | undefined;
  readonly text: string;
}

export const NO_ANSWER: Answer = { status: 0, body: undefined, text: '' };

/** The path of a resource. */
export function pathOf(type: ResourceType, id: string): string {
  return `${ENDPOINTS[type]}/${encodeURIComponent(id)}`;
}

/** Whether a status is one of success. */
export function is2xx({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

/** The resources of a list. */
export function resourcesIn({ body }: Answer): readonly Json[] {
  const list = isObject(body) ? body['Resources'] : undefined;
  return Array.isArray(list) ? list : [];
}

/** A member of the answer's object. */
export function memberOf(body: Json | undefined, name: string): Json | undefined {
  return isObject(body) ? body[name] : undefined;
}

/** What an Error says, in brackets behind its status; an empty text where it says nothing. */
export function detailOf({ body }: Answer): string {
  const detail = memberOf(body, 'detail');
  return typeof detail === 'string' && detail !== '' ? ` (${detail})` : '';
}

/** The id of the answer's resource; an empty text when there is none. */
export function idIn({ body }: Answer): string {
  const id = memberOf(body, 'id');
  return typeof id === 'string' ? id : '';
}
