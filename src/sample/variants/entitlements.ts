import type { Variant } from '../defect.js';
import { entitlementHooks } from '../entitlements.js';

export const entitlements: Variant = {
  name: 'entitlements',
  title: "Entitlements and roles are advertised and listed, as Okta's governance discovers them.",
  allowedBy: 'RFC 7643 §6',
  hooks: () => entitlementHooks(true),
};
