/** A request as the sample server sees it: read completely, nothing decoded or parsed yet. */
export interface SampleRequest {
  /** As it stands on the request line, in upper case. */
  readonly method: string;
  /** The path below the base path, still percent-encoded: `/Users/a%40b`. Undefined when the request is for something else. */
  readonly path: string | undefined;
  /** The query without its `?`, still encoded. */
  readonly query: string;
  /** Header name in lower case → value; values of repeated headers are joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Set when the body was larger than the server reads; `body` is then empty. */
  readonly tooLarge?: boolean;
}

/**
 * Splits a request target into path and query, and takes the base path off.
 *
 * @param target the request target: `/scim/v2/Users?count=1`
 * @param basePath `/scim/v2`, without a slash at the end
 */
export function splitTarget(target: string, basePath: string): Pick<SampleRequest, 'path' | 'query'> {
  const mark = target.indexOf('?');
  const whole = (mark < 0 ? target : target.slice(0, mark)).replace(/\/{2,}/g, '/');
  const query = mark < 0 ? '' : target.slice(mark + 1);
  if (whole === basePath) return { path: '/', query };
  return { path: whole.startsWith(`${basePath}/`) ? whole.slice(basePath.length) : undefined, query };
}
