/**
 * Whether two texts are names of the same thing in a registry that has several for some: time zones of the Olson database
 * ("US/Eastern", "America/New_York"), language tags of RFC 5646 ("iw", "he"; "EN-gb", "en-GB").
 *
 * @param key the attribute, in lower case
 * @param sent the name that was sent
 * @param held the name that is there
 */
export function isSameName(key: string, sent: string, held: string): boolean {
  const canonical = CANONICAL[key];
  if (canonical === undefined) return false;
  try {
    return canonical(sent) === canonical(held);
  } catch {
    // One of them is no such name.
    return false;
  }
}

const languageOf = (tag: string): string | undefined => Intl.getCanonicalLocales(tag)[0];

/** By attribute (RFC 7643 §4.1.1). */
const CANONICAL: Readonly<Record<string, (name: string) => string | undefined>> = {
  timezone: (name) => new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone,
  locale: languageOf,
  preferredlanguage: languageOf,
};
