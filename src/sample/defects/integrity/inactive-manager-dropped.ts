import { getMember, isObject } from '../../../scim/json.js';
import { ENTERPRISE_USER_URN } from '../../../scim/urn.js';
import type { Defect } from '../../defect.js';

export const inactiveManagerDropped: Defect = {
  name: 'inactive-manager-dropped',
  area: 'integrity',
  title: 'Whatever is changed of somebody whose manager is deactivated, the manager goes with it.',
  check: 'SC2115',
  clients: ['entra', 'okta', 'rfc'],
  hooks: ({ store }) => ({
    save: (next, type, attributes, entry) => {
      const extension = getMember(attributes, ENTERPRISE_USER_URN);
      if (entry === undefined || !isObject(extension)) return next(type, attributes, entry);
      const { manager, ...others } = extension;
      const boss = isObject(manager) ? store.get('User', String(manager['value'])) : undefined;
      const kept = boss?.attributes['active'] === false ? { ...attributes, [ENTERPRISE_USER_URN]: others } : attributes;
      return next(type, kept, entry);
    },
  }),
};
