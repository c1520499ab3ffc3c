import type { applyPatch } from '../scim/patch.js';

/** How the operations of a PATCH are applied, apart from the schemas. */
export type PatchRules = Omit<Parameters<typeof applyPatch>[2], 'schemas' | 'type'>;
