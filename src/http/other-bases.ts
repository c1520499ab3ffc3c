/** What people paste besides the base URL: the path of a resource, of a document, or of an endpoint of the API around it. */
const BEYOND =
  /\/(Users|Groups|Schemas|ServiceProviderConfigs?|ResourceTypes|Bulk|Me|\.search|oauth2?|token|docs|api-docs|swagger|openapi\.json)(\/.*)?$/i;

/** Where SCIM endpoints commonly stand, below the host or below a path. */
const USUAL = ['/scim/v2', '/scim', '/v2', '/api/scim/v2', '/api/scim', '/api/v2/scim'];

/** More paths are not tried: each is a request to a server that did not ask for it. */
const MOST = 8;

/**
 * Base URLs of the same origin that may have been meant, the likeliest first.
 *
 * @param base `scheme://host[:port]/path` without a trailing slash, where no SCIM endpoint was found
 */
export function otherBases(base: string): string[] {
  const { origin } = new URL(base);
  const path = base.slice(origin.length);
  const cut = path.replace(BEYOND, '');
  const parents = cut.split('/').map((_part, index, parts) => parts.slice(0, parts.length - index).join('/'));
  const below = [cut, ...parents.slice(1)].flatMap((folder) => USUAL.map((usual) => `${folder}${usual}`));
  const likely = [
    ...(cut === path ? [] : [cut]),
    ...USUAL.map((usual) => `${cut}${usual}`).slice(0, 3),
    ...parents.slice(1).filter(Boolean),
    ...below,
  ];
  const plain = likely.map((each) => each.replace(/(\/scim)\/scim/gi, '$1').replace(/(\/v2)\/v2/gi, '$1'));
  return [...new Set(plain)]
    .filter((each) => each !== path)
    .slice(0, MOST)
    .map((each) => `${origin}${each}`);
}
