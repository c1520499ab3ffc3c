import type { Variant } from '../defect.js';
import { redeclared } from '../redeclared.js';

const ALWAYS = ['userName', 'displayName'];

export const alwaysReturned: Variant = {
  name: 'always-returned',
  title: 'Names are part of every answer, whatever was asked for, as /Schemas says.',
  allowedBy: 'RFC 7643 §7',
  hooks: () => ({
    schemas: (next) => redeclared(next(), (each) => (ALWAYS.includes(String(each['name'])) ? { ...each, returned: 'always' } : each)),
    project: (next, resource, type, query) => ({
      ...Object.fromEntries(Object.entries(resource).filter(([name]) => ALWAYS.includes(name))),
      ...next(resource, type, query),
    }),
  }),
};
