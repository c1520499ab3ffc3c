import { CREDENTIAL, type Header } from '../../scim/message.js';

/**
 * A request that was sent with a made-up credential, as it has to be repeated: with another made-up one, not with the right one.
 *
 * @param request as it was recorded
 */
export function withWrongCredential<R extends { readonly headers: readonly Header[] }>(request: R): R {
  const headers = request.headers.map(([name, value]): Header => [name, value.includes(CREDENTIAL) ? 'Bearer a-wrong-token' : value]);
  return { ...request, headers };
}
