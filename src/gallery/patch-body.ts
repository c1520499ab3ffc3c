import type { Json, JsonObject } from '../scim/json.js';
import { PATCH_OP_URN } from '../scim/urn.js';

/** A new value for a target path. */
export type PathValue = readonly [path: string, value: Json];

/** How the template writes a PATCH: `batch` unless the job has the setting PatchBodyFormat. */
export type PatchFormat = 'batch' | 'verbose';

/**
 * A PATCH as the template writes it. In batch, paths with brackets are operations of their own, and all others one operation
 * without a path, with dotted names and full URNs as keys.
 *
 * @param changes what is to be replaced
 * @param format batch or verbose
 */
export function patchBody(changes: readonly PathValue[], format: PatchFormat): JsonObject {
  const single = (each: readonly PathValue[]): Json[] => each.map(([path, value]) => ({ op: 'replace', path, value }));
  if (format === 'verbose') return { schemas: [PATCH_OP_URN], Operations: single(changes) };
  const bracketed = changes.filter(([path]) => path.includes('['));
  const others = changes.filter(([path]) => !path.includes('['));
  const joined: Json[] = others.length === 0 ? [] : [{ op: 'replace', value: Object.fromEntries(others) }];
  return { schemas: [PATCH_OP_URN], Operations: [...single(bracketed), ...joined] };
}
