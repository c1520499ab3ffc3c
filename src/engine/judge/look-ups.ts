import { getMember, isObject } from '../../scim/json.js';
import type { ResourceType, ScimRequest, ScimResponse } from '../../scim/message.js';

/** Of many writes that came between, so many are named. */
const MOST_NAMED = 3;

/**
 * Since when look-ups of a type break down: one value that a server cannot handle is enough to break the look-ups of everybody.
 * What was written between the last one that was answered and the first one that was not is told.
 */
export class LookUps {
  readonly #writtenSince = new Map<ResourceType, string[]>();
  readonly #brokenBy = new Map<ResourceType, readonly string[]>();

  /**
   * Notes an exchange.
   *
   * @param request what was asked
   * @param response the answer
   * @returns of a look-up that broke down, since when look-ups do, in words that follow what was received; otherwise nothing
   */
  after(request: ScimRequest, response: ScimResponse): string {
    const { resourceType: type, method, id } = request;
    if (type === undefined) return '';
    if (method === 'POST' && response.status < 300 && !request.target.includes('.search'))
      this.#writtenSince.get(type)?.push(nameIn(request));
    if (method !== 'GET' || id !== undefined) return '';
    if (response.status < 300) {
      this.#writtenSince.set(type, []);
      this.#brokenBy.delete(type);
      return '';
    }
    if (response.status < 500) return '';
    // Only what was written since a look-up was answered can have changed that.
    const written = this.#writtenSince.get(type) ?? [];
    const suspects = this.#brokenBy.get(type) ?? written;
    this.#brokenBy.set(type, suspects);
    if (suspects.length === 0 || suspects.length > MOST_NAMED) return '';
    return `; look-ups were answered until ${suspects.map((name) => JSON.stringify(name)).join(', ')} ${suspects.length === 1 ? 'was' : 'were'} created`;
  }
}

function nameIn({ body }: ScimRequest): string {
  const name = isObject(body) ? (getMember(body, 'userName') ?? getMember(body, 'displayName')) : undefined;
  return typeof name === 'string' ? name : 'a resource without a name';
}
