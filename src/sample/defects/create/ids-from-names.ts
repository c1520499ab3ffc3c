import { Buffer } from 'node:buffer';
import type { Defect } from '../../defect.js';
import { nameOf } from '../looks.js';

/** Whoever is created under the former name of somebody else has that one's id, and takes that one's place. */
export const idsFromNames: Defect = {
  name: 'ids-from-names',
  area: 'create',
  title: 'The id of a resource is made of the name with which it is created.',
  check: ['SC1207', 'SC1243'],
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    newId: (_next, type, attributes) => Buffer.from(nameOf({ type, attributes })).toString('base64url'),
  }),
};
