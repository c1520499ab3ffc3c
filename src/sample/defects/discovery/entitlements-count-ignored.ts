import type { Defect } from '../../defect.js';
import { entitlementHooks } from '../../entitlements.js';

export const entitlementsCountIgnored: Defect = {
  name: 'entitlements-count-ignored',
  area: 'discovery',
  title: 'Entitlements are advertised, and each page of them holds all, whatever count says.',
  check: 'SC1608',
  clients: ['okta'],
  hooks: () => entitlementHooks(false),
};
