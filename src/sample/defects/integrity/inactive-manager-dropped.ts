import { isObject } from '../../../scim/json.js';
import { ENTERPRISE_USER_URN } from '../../../scim/urn.js';
import type { Defect } from '../../defect.js';
import { enterpriseOf } from '../common.js';

export const inactiveManagerDropped: Defect = {
  name: 'inactive-manager-dropped',
  area: 'integrity',
  title: 'Whatever is changed of somebody whose manager is deactivated, the manager goes with it.',
  check: 'SC2115',
  clients: ['entra', 'okta', 'rfc'],
  hooks: ({ store }) => ({
    save: (next, type, attributes, entry) => {
      const { manager, ...others } = enterpriseOf(attributes);
      const boss = entry !== undefined && isObject(manager) ? store.get('User', String(manager['value'])) : undefined;
      const kept = boss?.attributes['active'] === false ? { ...attributes, [ENTERPRISE_USER_URN]: others } : attributes;
      return next(type, kept, entry);
    },
  }),
};
