import { isObject, type Json } from '../../scim/json.js';

/** Schemas nest less deeply by far; what is deeper is left as it is. */
const DEEPEST = 40;

/**
 * Parses an exported file.
 *
 * @param text the file
 * @returns the document, or why it is none and where
 */
export function parseJson(text: string): { readonly document: Json } | { readonly message: string; readonly line: number } {
  try {
    return { document: JSON.parse(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : '';
    const cut = /unexpected end|unterminated/i.test(reason) ? '; the file ends in the middle: export it again' : '';
    return { line: lineOfJsonError(text, reason), message: `this is no JSON: ${reason.replace(/\s+/g, ' ')}${cut}` };
  }
}

/**
 * The document with the names of members as Graph writes them. PowerShell's modules write `SynchronizationRules`.
 *
 * @param document the export
 * @param depth for nested values
 */
export function inCamelCase(document: Json, depth = 0): Json {
  if (depth > DEEPEST) return document;
  if (Array.isArray(document)) return document.map((each) => inCamelCase(each, depth + 1));
  if (!isObject(document)) return document;
  return Object.fromEntries(
    Object.entries(document).map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), inCamelCase(value, depth + 1)]),
  );
}

/** Members that hold objects, and what PowerShell writes in their place below the depth that it was told. */
const NESTED = /^(?:synchronizationRules|objectMappings|attributeMappings|source|directories|objects)$/;
const CUT = /^(?:@\{|System\.|Microsoft\.)/;

/**
 * Whether an export was cut off: `ConvertTo-Json` writes the name of a type, or `@{…}`, for what nests too deeply for it.
 *
 * @param document the export, see `inCamelCase`
 * @param depth for nested values
 * @returns what stands there, and what to do
 */
export function cutOffIn(document: Json, depth = 0): { readonly text: string; readonly message: string } | undefined {
  if (depth > DEEPEST || typeof document !== 'object' || document === null) return undefined;
  for (const [name, value] of Object.entries(document)) {
    const texts = NESTED.test(name) ? [value].flat().filter((each) => typeof each === 'string') : [];
    const text = texts.find((each) => CUT.test(each));
    if (text !== undefined) {
      const message = `this export was cut off: "${name}" holds ${JSON.stringify(text.slice(0, 60))} where objects should stand; export it again with more depth (ConvertTo-Json -Depth 20)`;
      return { text, message };
    }
    const found = cutOffIn(value, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The line on which a text stands.
 *
 * @param text the whole file
 * @param part what is looked for
 * @returns counted from 1; 1 where it is not found as it is
 */
export function lineHolding(text: string, part: string): number {
  const at = text.indexOf(JSON.stringify(part));
  return at === -1 ? 1 : text.slice(0, at).split('\n').length;
}

/** V8 says where: "… at position 17" or "… (line 2 column 5)". */
function lineOfJsonError(text: string, reason: string): number {
  const line = /\(line (\d+) column/.exec(reason)?.[1];
  if (line !== undefined) return Number(line);
  const position = /at position (\d+)/.exec(reason)?.[1];
  return position === undefined ? 1 : text.slice(0, Number(position)).split('\n').length;
}
