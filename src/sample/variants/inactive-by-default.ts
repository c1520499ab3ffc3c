import type { Variant } from '../defect.js';
import { putWithoutActiveDeactivates as defect } from '../defects/put/put-without-active-deactivates.js';

export const inactiveByDefault: Variant = {
  name: 'inactive-by-default',
  title: 'A PUT without active sets it to false, which is its default here.',
  allowedBy: 'RFC 7644 §3.5.1',
  clients: ['entra', 'rfc'],
  hooks: defect.hooks,
};
