import { getMember, isObject, type JsonObject } from '../../scim/json.js';

/**
 * Whether a text is put together from the name that a resource must hold: a server that makes display names itself has not lost any
 * characters of the one that was sent.
 *
 * @param resource what must be there
 * @param received the text that is there in place of another
 */
export function isComposedName(resource: JsonObject, received: string): boolean {
  const name = getMember(resource, 'name');
  if (!isObject(name)) return false;
  const part = (key: string): string => {
    const value = getMember(name, key);
    return typeof value === 'string' ? value : '';
  };
  const [given, family] = [part('givenName'), part('familyName')];
  const texts = [part('formatted'), given, family, `${given} ${family}`, `${family} ${given}`, `${family}, ${given}`];
  return texts.includes(received) && received !== '';
}
