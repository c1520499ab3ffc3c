import { ENTERPRISE_USER_URN } from '../../../scim/urn.js';
import type { Defect } from '../../defect.js';
import { enterpriseOf, isManagerYounger } from '../common.js';

export const youngerManagerDropped: Defect = {
  name: 'younger-manager-dropped',
  area: 'integrity',
  title: 'A manager who was created after those who report to them is not kept.',
  check: ['SC2113', 'SC2202'],
  clients: ['entra', 'okta', 'rfc'],
  hooks: (world) => ({
    save: (next, type, attributes, entry) => {
      if (!isManagerYounger(world, attributes, entry)) return next(type, attributes, entry);
      const { manager: _manager, ...others } = enterpriseOf(attributes);
      return next(type, { ...attributes, [ENTERPRISE_USER_URN]: others }, entry);
    },
  }),
};
