import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';

const BADGE_URN = 'urn:ietf:params:scim:schemas:extension:badge:2.0:User';

export const ownExtensionWrapped: Defect = {
  name: 'own-extension-wrapped',
  area: 'shape',
  title: "The values of an extension of the app's own come back wrapped in objects.",
  check: 'SC1120',
  also: { SC1130: 'The extension that it shows is not among the schemas of the user, either.' },
  mapped: [`${BADGE_URN}:colour`],
  clients: ['rfc'],
  hooks: () => ({
    accept: (next, type, body) => {
      const extension = body[BADGE_URN];
      return isObject(extension) ? { ...next(type, body), [BADGE_URN]: extension } : next(type, body);
    },
    render: (next, entry) => {
      const extension = entry.attributes[BADGE_URN];
      return isObject(extension) ? { ...next(entry), [BADGE_URN]: { colour: { value: extension['colour'] ?? null } } } : next(entry);
    },
  }),
};
