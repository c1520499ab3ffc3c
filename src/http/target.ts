/** The endpoint under test, taken apart once so that no request has to guess. */
export interface Target {
  /** `scheme://host[:port]/path` without a trailing slash. */
  readonly base: string;
  /** What the base URL's own query keeps on every request, without `?`; empty when there is none. */
  readonly query: string;
  /** Feature flags of Entra's tenant URL. They speak to Entra, so they never go over the wire. */
  readonly flags: readonly string[];
  /** Safe to print: no credentials, and the values of the query hidden. */
  readonly display: string;
  /** Something the reader should know although the run can go on. */
  readonly warning?: string;
}

export type ParsedTarget = { readonly ok: true; readonly target: Target } | { readonly ok: false; readonly message: string };

/** Query parameters that Entra reads off the tenant URL and does not send. */
const FLAGS: readonly string[] = ['aadOptscim062020', 'AzureAdScimPatch2017'];

/**
 * Reads a base URL as people type it.
 *
 * @param text such as `https://example.com/scim/v2/?aadOptscim062020`
 * @returns the target, or one sentence that says what is wrong and what to do
 * @see RFC 7644 §1.3: the base URL MUST NOT contain a query, but Okta documents one (`?connection=…`), so it is kept
 */
export function parseTarget(text: string): ParsedTarget {
  const trimmed = text.trim();
  const url = URL.canParse(trimmed) ? new URL(trimmed) : undefined;
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed);
  if (url === undefined || !hasScheme) return refuse(withoutScheme(trimmed, hasScheme));
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return refuse(`The target's scheme is ${url.protocol.slice(0, -1)}; SCIM is spoken over https:// (or http:// on this machine).`);
  }
  if (url.username !== '' || url.password !== '') {
    return refuse('The target contains a user name or password. Take it out of the URL and pass the credential in SCIM_CHECK_TOKEN.');
  }
  if (trimmed.includes('#')) return refuse('The target contains a fragment (#…), which is never sent. Remove it.');
  if (url.hostname === 'http' || url.hostname === 'https') {
    return refuse('The target has its scheme twice. Write it once, such as https://example.com/scim/v2.');
  }
  return { ok: true, target: targetOf(url) };
}

/**
 * The URL of a request: the path is built before the `?`, and the base URL's own query comes first.
 *
 * @param target the target
 * @param requestTarget path and query below the base URL, already encoded: `/Users?filter=…`. It is used as it stands
 */
export function targetUrl(target: Target, requestTarget: string): string {
  const mark = requestTarget.indexOf('?');
  const path = mark < 0 ? requestTarget : requestTarget.slice(0, mark);
  const own = mark < 0 ? undefined : requestTarget.slice(mark + 1);
  const queries = [target.query === '' ? undefined : target.query, own].filter((query) => query !== undefined);
  const slash = path === '' || path.startsWith('/') ? '' : '/';
  return `${target.base}${slash}${path}${queries.length === 0 ? '' : `?${queries.join('&')}`}`;
}

/**
 * The URL of a request for everybody to read: what the base URL's own query holds is hidden, as in `display`.
 *
 * @param target the target
 * @param requestTarget as for `targetUrl`
 */
export function shownUrl(target: Target, requestTarget: string): string {
  return targetUrl({ ...target, query: target.display.slice(target.base.length + 1) }, requestTarget);
}

/**
 * The values in the base URL's own query that a target must not give back. Those that could be there by chance are left out:
 * short words and numbers, dates, and what stands in the base URL as well. Hiding "main" would spoil every sentence that has it;
 * letters and digits mixed are no word.
 *
 * @param target the target
 * @param known texts that are no secret, such as the mail domain
 */
export function querySecrets(target: Target, known: readonly string[]): string[] {
  const texts = [target.base, ...known].map((text) => text.toLowerCase());
  const values = target.query.split('&').map((parameter) => parameter.slice(parameter.indexOf('=') + 1));
  return [...new Set(values.flatMap((value) => [value, decoded(value)]))].filter(
    (value) => isConfidential(value) && !texts.some((text) => text.includes(value.toLowerCase())),
  );
}

function isConfidential(value: string): boolean {
  if (/^\d+$/.test(value)) return value.length >= 10;
  return /[a-z]/i.test(value) && value.length >= (/\d/.test(value) ? 4 : 8);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/**
 * Tells whether a host name means this machine.
 *
 * @param hostname as in `URL.hostname`, IPv6 addresses in brackets
 */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function targetOf(url: URL): Target {
  const parameters = url.search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '');
  const flags = new Set<string>();
  const kept = parameters.filter((parameter) => {
    const name = nameOf(parameter).toLowerCase();
    const flag = FLAGS.find((each) => each.toLowerCase() === name);
    if (flag !== undefined) flags.add(flag);
    return flag === undefined;
  });
  const base = `${url.origin}${url.pathname}`.replace(/\/+$/, '');
  const hidden = kept.map((parameter) => (parameter.includes('=') ? `${nameOf(parameter)}=…` : '…')).join('&');
  const display = hidden === '' ? base : `${base}?${hidden}`;
  const clear = url.protocol === 'http:' && !isLoopback(url.hostname);
  const warning = `The target is reached over http:// and is not on this machine: the token crosses the network in clear. Use https://.`;
  return { base, query: kept.join('&'), flags: [...flags], display, ...(clear ? { warning } : {}) };
}

function nameOf(parameter: string): string {
  return parameter.split('=', 1)[0] ?? '';
}

/** The text itself is shown only when it is a plain host and path: it might hold a password or control characters. */
function withoutScheme(text: string, hasScheme: boolean): string {
  if (text === '') return 'The target is empty. Give the base URL of the SCIM endpoint, such as https://example.com/scim/v2.';
  const plain = /^(?:\/\/)?([\w-]+(?:\.[\w-]+)*(?::\d{1,5})?(?:\/[\w./-]*)?)$/.exec(text)?.[1];
  if (hasScheme || plain === undefined) {
    return 'The target is not a URL. Give the base URL of the SCIM endpoint, such as https://example.com/scim/v2.';
  }
  const scheme = /^(localhost|127\.)/.test(plain) ? 'http' : 'https';
  return `The target has no scheme. Did you mean ${scheme}://${plain} ?`;
}

function refuse(message: string): ParsedTarget {
  return { ok: false, message };
}
