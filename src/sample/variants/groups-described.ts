import type { Variant } from '../defect.js';
import { DESCRIBED_GROUPS } from '../described-groups.js';

export const groupsDescribed: Variant = {
  name: 'groups-described',
  title: 'Groups have a description and labels, as /Schemas says.',
  allowedBy: 'RFC 7643 §3.3',
  schemas: [DESCRIBED_GROUPS],
  hooks: () => ({}),
};
