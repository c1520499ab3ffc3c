/**
 * An access token with one letter changed: in the last part of a JWT, which is its signature, or else in the middle. The ends stay, since the
 * last letter of Base64 has bits that do not count.
 *
 * @param token the token
 * @returns undefined where it has no letter and no digit
 */
export function tampered(token: string): string | undefined {
  const start = token.lastIndexOf('.') + 1;
  const isParted = token.split('.').length >= 3 && token.length - start > 4;
  const from = isParted ? start : 0;
  const middle = from + Math.floor((token.length - from) / 2);
  const places = Array.from({ length: token.length - from }, (_none, at) => from + at);
  const place = places
    .sort((one, other) => Math.abs(one - middle) - Math.abs(other - middle))
    .find((at) => /[A-Za-z0-9]/.test(token.charAt(at)));
  return place === undefined ? undefined : token.slice(0, place) + anotherThan(token.charAt(place)) + token.slice(place + 1);
}

/** Of the same kind, so that the token looks as before; not the same letter in the other case. */
function anotherThan(letter: string): string {
  const [first, last] = /\d/.test(letter) ? ['0', '9'] : /[a-z]/.test(letter) ? ['a', 'z'] : ['A', 'Z'];
  return letter === last ? String(first) : String.fromCharCode(letter.charCodeAt(0) + 1);
}
