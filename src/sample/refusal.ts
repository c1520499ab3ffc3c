import type { Header } from '../scim/message.js';

/** Ends the handling of a request with a SCIM error (RFC 7644 §3.12). */
export class Refusal extends Error {
  readonly status: number;
  readonly scimType: string | undefined;
  readonly headers: readonly Header[];

  /**
   * @param status the HTTP status code
   * @param detail a sentence for people; it goes into the answer
   * @param scimType a keyword of RFC 7644 §3.12, where one fits
   * @param headers header lines that the answer must have, such as Allow
   */
  constructor(status: number, detail: string, scimType?: string, headers: readonly Header[] = []) {
    super(detail);
    this.status = status;
    this.scimType = scimType;
    this.headers = headers;
  }
}

/**
 * A 400 with its keyword.
 *
 * @param scimType a keyword of RFC 7644 §3.12
 * @param detail a sentence for people
 */
export function badRequest(scimType: string, detail: string): Refusal {
  return new Refusal(400, detail, scimType);
}

/**
 * The 404 for a resource that does not exist (RFC 7644 §3.12).
 *
 * @param what what was asked for, as the client wrote it
 */
export function notFound(what: string): Refusal {
  return new Refusal(404, `${what} does not exist.`);
}

/**
 * The 405 of RFC 9110 §15.5.6, which must name the methods that are allowed.
 *
 * @param method the method refused
 * @param allowed the methods that the path has
 */
export function notAllowed(method: string, allowed: readonly string[]): Refusal {
  return new Refusal(405, `The method ${method} is not supported here.`, undefined, [['Allow', allowed.join(', ')]]);
}
