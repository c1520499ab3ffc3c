import type { ResourceType, ScimRequest, ScimResponse } from '../../scim/message.js';
import { nameIn } from '../exchange/creation.js';

/** Of many writes that came between, so many are named. */
const MOST_NAMED = 3;

/** So many searches in vain for an answer that was kept are enough, where none was found. */
const MOST_IN_VAIN = 3;

/** So many searches are remembered. */
const MOST_ASKED = 5000;

/** Look-ups that may have broken down with a write. */
export interface Breakdown {
  /** A look-up that was answered before: where it is still answered, nothing has broken down but this one value. */
  readonly answered: ScimRequest;
  /** When it is not answered any more: since when, in words that follow what was received. */
  readonly since: string;
}

/**
 * Since when look-ups of a type break down: one value that a server cannot handle is enough to break the look-ups of everybody.
 * What was written between the last one that was answered and the first one that was not is told. It may break creates as well, so
 * the last one that was accepted is kept.
 */
export class LookUps {
  readonly #answered = new Map<ResourceType, ScimRequest>();
  readonly #writtenSince = new Map<ResourceType, string[]>();
  readonly #brokenBy = new Map<ResourceType, readonly string[]>();
  readonly #lastCreate = new Map<ResourceType, AcceptedCreate>();
  readonly #asked = new Set<string>();
  #isKept = false;
  #inVain = 0;

  /**
   * Notes an exchange.
   *
   * @param request what was asked
   * @param response the answer
   * @returns of a look-up that broke down after a write, what may have come of it; otherwise nothing
   */
  after(request: ScimRequest, response: ScimResponse): Breakdown | undefined {
    const { resourceType: type, method, id } = request;
    if (type === undefined) return undefined;
    if (method === 'POST' && response.status < 300 && !request.target.includes('.search')) {
      const name = nameIn(request.body, type) || 'a resource without a name';
      this.#writtenSince.get(type)?.push(name);
      this.#lastCreate.set(type, { name, request });
    }
    if (method !== 'GET' || id !== undefined) return undefined;
    if (response.status < 300) {
      if (this.#asked.size < MOST_ASKED) this.#asked.add(request.target.toLowerCase());
      this.#answered.set(type, request);
      this.#writtenSince.set(type, []);
      this.#brokenBy.delete(type);
      return undefined;
    }
    const answered = this.#answered.get(type);
    if (response.status < 500 || answered === undefined) return undefined;
    // Only what was written since a look-up was answered can have changed that, and nothing that comes later.
    const suspects = this.#brokenBy.get(type) ?? [...(this.#writtenSince.get(type) ?? [])];
    this.#brokenBy.set(type, suspects);
    if (suspects.length === 0 || suspects.length > MOST_NAMED) return undefined;
    const names = suspects.map((name) => JSON.stringify(name)).join(', ');
    return { answered, since: `; look-ups were answered until ${names} ${suspects.length === 1 ? 'was' : 'were'} created` };
  }

  /**
   * Whether a search that shows an old state may show the answer that it was given before: the same was asked before, letter case aside.
   * Where that was never the reason it is not asked about for ever.
   */
  mayBeKept({ target, filter }: ScimRequest): boolean {
    return filter !== undefined && this.#asked.has(target.toLowerCase()) && (this.#isKept || this.#inVain < MOST_IN_VAIN);
  }

  /**
   * Notes whether an answer was one that had been kept.
   *
   * @param isKept the same question in other words was answered rightly
   */
  noteKept(isKept: boolean): void {
    if (isKept) this.#isKept = true;
    else this.#inVain += 1;
  }

  /** The last create of a type that was accepted. */
  lastCreate(type: ResourceType): AcceptedCreate | undefined {
    return this.#lastCreate.get(type);
  }
}

/** A create that was accepted. */
interface AcceptedCreate {
  readonly name: string;
  readonly request: ScimRequest;
}
