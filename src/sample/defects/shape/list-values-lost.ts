import type { Defect } from '../../defect.js';
import { badges } from '../badges.js';

export const listValuesLost: Defect = {
  name: 'list-values-lost',
  area: 'shape',
  kind: 'lists',
  title: "Of the values of a list in an extension of the app's own only the first comes back.",
  check: 'SC1131',
  mapped: [{ name: badges.path, multiValued: true }],
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => badges.shownAs((colours) => colours.slice(0, 1)),
};
