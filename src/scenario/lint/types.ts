import { isObject, type Json } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import type { Diagnostic } from '../../yaml/diagnostic.js';
import type { Path } from '../../yaml/document.js';
import { isReadAnew } from '../../yaml/read-anew.js';
import type { StepInPlace } from './place.js';

/**
 * Checks a value against the type that its attribute has (RFC 7643 §2.3): YAML reads `7` as a number and `true` as a truth value,
 * and a server that wants text would be blamed for it. That some clients send `active` as text is the client's business.
 *
 * @param place the step
 * @param path a target path
 * @param value its value
 * @param type the resource type, where it is known
 * @param at where the value stands
 */
export function typeProblems(place: StepInPlace, path: string, value: Json, type: ResourceType | undefined, at: Path): Diagnostic[] {
  const { attributes, document } = place;
  const parsed = attributes.parse(path);
  if (!parsed.ok) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => elementProblems(place, path, item, type, [...at, index]));
  switch (attributes.valueType(parsed.value, type ?? 'User')) {
    case 'text': {
      const source = document.source(at) ?? String(value);
      // What YAML reads otherwise than it is written is told by who reads the file.
      if ((typeof value !== 'number' && typeof value !== 'boolean') || isReadAnew(source)) return [];
      const hint = `Put it in quotes: "${source}".`;
      return [
        document.problem(at, `"${path}" is text, and ${String(value)} is ${typeof value === 'number' ? 'a number' : 'a truth value'}`, {
          hint,
        }),
      ];
    }
    case 'boolean':
      if (typeof value === 'boolean') return [];
      return [
        document.problem(at, `"${path}" must be true or false`, { hint: 'Write it without quotes; the client puts it into its own form.' }),
      ];
    case 'number':
      if (typeof value !== 'string' || value.includes('${')) return [];
      return [document.problem(at, `"${path}" must be a number`, { hint: 'Write it without quotes.' })];
    default:
      return [];
  }
}

/** The members of an element of a list are parts of its attribute. */
function elementProblems(place: StepInPlace, path: string, item: Json, type: ResourceType | undefined, at: Path): Diagnostic[] {
  if (!isObject(item) || path.includes('[') || path.includes('.')) return [];
  return Object.keys(item).flatMap((name) => {
    const parsed = place.attributes.parse(`${path}.${name}`);
    const misnomer = parsed.ok ? place.attributes.misnomer(parsed.value, [type ?? 'User']) : undefined;
    return misnomer?.slip === true ? [place.document.problem([...at, name], misnomer.message, { hint: misnomer.hint, at: 'key' })] : [];
  });
}
