/** What stands in a secret's place, from the moment an answer comes in. */
export const REDACTED = '[redacted]';

/**
 * Whether a secret stood in a text that a target gave, such as an id. Nobody can go on with it: what the target meant is gone,
 * and must not come back.
 *
 * @param text as it came from the transport
 */
export function heldSecret(text: string): boolean {
  return text.includes(REDACTED);
}
