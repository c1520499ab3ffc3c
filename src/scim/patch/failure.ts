import type { ScimType } from '../error.js';

/** Why an operation cannot be applied. It never leaves the patch: `applyPatch` turns it into a failed result. */
export class PatchFailure extends Error {
  readonly scimType: ScimType;

  constructor(scimType: ScimType, detail: string) {
    super(detail);
    this.scimType = scimType;
  }
}

/**
 * Ends the patch.
 *
 * @param scimType the keyword of RFC 7644 §3.12
 * @param detail a sentence for people
 * @throws PatchFailure always
 */
export function refuse(scimType: ScimType, detail: string): never {
  throw new PatchFailure(scimType, detail);
}
