import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';

const BADGE_URN = 'urn:ietf:params:scim:schemas:extension:badge:2.0:User';

export const ownExtensionWrapped: Defect = {
  name: 'own-extension-wrapped',
  area: 'shape',
  title: "The values of an extension of the app's own come back wrapped in objects.",
  // A client of the standard sees in /Schemas that it is a text.
  check: ['SC1120', 'SC1117'],
  mapped: [`${BADGE_URN}:colour`],
  clients: ['rfc'],
  hooks: () => ({
    render: (next, entry) => {
      const extension = entry.attributes[BADGE_URN];
      return isObject(extension) ? { ...next(entry), [BADGE_URN]: { colour: { value: extension['colour'] ?? null } } } : next(entry);
    },
  }),
};
