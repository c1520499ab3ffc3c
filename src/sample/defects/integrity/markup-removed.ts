import type { Defect } from '../../defect.js';
import { eachText } from '../texts.js';

export const markupRemoved: Defect = {
  name: 'markup-removed',
  area: 'integrity',
  title: 'What stands between < and > is taken out of texts.',
  check: 'SC1205',
  also: {
    SC1207: 'Okta sends of a group its name alone: where that comes back otherwise, nothing tells that the group is the one that was sent.',
  },
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({ accept: (next, type, body) => eachText(next(type, body), (text) => text.replaceAll(/<[^>]*>/g, '')) }),
};
