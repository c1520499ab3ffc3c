import type { Variant } from '../defect.js';
import { Refusal } from '../refusal.js';

export const errorsWithoutScimType: Variant = {
  name: 'errors-without-scim-type',
  title: 'Errors have a scimType only where the standard demands one.',
  allowedBy: 'RFC 7644 §3.12',
  hooks: () => ({
    failure: (next, refusal, request) =>
      next(refusal.status === 409 ? refusal : new Refusal(refusal.status, refusal.message, undefined, refusal.headers), request),
  }),
};
