import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { rewrite } from '../../operation.js';
import { hasNoElement } from '../common.js';

/** `addresses[type eq "work"].locality`: the list, the value of the filter, and the part. */
const PART = /^(\w+)\[type eq ("[^"]*")\]\.(\w+)$/i;

export const valuePathClearsElement: Defect = {
  name: 'value-path-clears-element',
  area: 'patch',
  title: 'A write to one part of an address through a value path puts a new address in its place, with that part alone.',
  check: 'SC2142',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      // One operation after the other: each forgets what the one before has written.
      let attributes = entry.attributes;
      for (const operation of rewrite(operations, () => undefined)) {
        const path = isObject(operation) ? String(operation['path']) : '';
        const [, list = '', type = '', part = ''] = PART.exec(path) ?? [];
        const isPart = /^addresses$/i.test(list) && !hasNoElement(attributes, path);
        const cleared = isPart && isObject(operation) && String(operation['op']).toLowerCase() !== 'remove';
        const elements = attributes[list];
        const held = cleared && Array.isArray(elements) ? elements : [];
        const wanted: unknown = cleared ? JSON.parse(type) : undefined;
        const emptied = held.map((each) => (isObject(each) && each['type'] === wanted ? { type: each['type'] ?? null, [part]: '' } : each));
        attributes = next({ ...entry, attributes: cleared ? { ...attributes, [list]: emptied } : attributes }, [operation]);
      }
      return attributes;
    },
  }),
};
