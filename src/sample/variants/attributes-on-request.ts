import { isObject, type Json } from '../../scim/json.js';
import { ENTERPRISE_USER_URN } from '../../scim/urn.js';
import type { Variant } from '../defect.js';
import { redeclared } from '../redeclared.js';

const HIDDEN: Readonly<Record<string, string>> = { title: 'request', addresses: 'request', department: 'request', nickName: 'never' };

export const attributesOnRequest: Variant = {
  name: 'attributes-on-request',
  title: 'Some attributes are shown only when they are asked for by name, and one never, as /Schemas says.',
  allowedBy: 'RFC 7643 §7',
  hooks: () => ({
    schemas: (next) =>
      redeclared(next(), (each) => {
        const returned = HIDDEN[String(each['name'])];
        return returned === undefined ? each : { ...each, returned };
      }),
    render: (next, entry) => {
      const { nickName: _, ...rest } = next(entry);
      return rest;
    },
    project: (next, resource, type, query) => {
      const { [ENTERPRISE_USER_URN]: extension, ...core } = resource;
      const asked = (name: string): boolean => query.attributes.some((each) => each.toLowerCase().includes(name.toLowerCase()));
      const shown = (from: Readonly<Record<string, Json>>): Record<string, Json> =>
        Object.fromEntries(Object.entries(from).filter(([name]) => HIDDEN[name] === undefined || asked(name)));
      return next(isObject(extension) ? { ...shown(core), [ENTERPRISE_USER_URN]: shown(extension) } : shown(core), type, query);
    },
  }),
};
