import type { Defect } from '../../defect.js';
import { badges } from '../badges.js';

export const listValuesMerged: Defect = {
  name: 'list-values-merged',
  area: 'shape',
  kind: 'lists',
  title: "The values of a list in an extension of the app's own come back as one text, with commas between them.",
  // A client of the standard sees in /Schemas that it is a list.
  check: ['SC1131', 'SC1117'],
  mapped: [{ name: badges.path, multiValued: true }],
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => badges.shownAs((colours) => colours.join(',')),
};
