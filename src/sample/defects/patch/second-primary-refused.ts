import { getMember, isObject, type Json } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { badRequest } from '../../refusal.js';

export const secondPrimaryRefused: Defect = {
  name: 'second-primary-refused',
  area: 'patch',
  kind: 'lists',
  title: 'Setting primary on one value is refused while another one has it.',
  failure: 'F63',
  check: 'SC2131',
  clients: ['rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const after = next(entry, operations);
      const sets = operations
        .map(readOperation)
        .some(({ path = '', value }) => /^emails\[/.test(path) && (isObject(value) ? value['primary'] : value) === true);
      if (
        sets &&
        primaryOf(entry.attributes['emails']) !== undefined &&
        primaryOf(entry.attributes['emails']) !== primaryOf(after['emails'])
      )
        throw badRequest('invalidValue', 'Only one of the emails may be primary.');
      return after;
    },
  }),
};

function primaryOf(emails: Json | undefined): Json | undefined {
  const primary = Array.isArray(emails) ? emails.find((each) => isObject(each) && each['primary'] === true) : undefined;
  return isObject(primary) ? getMember(primary, 'value') : undefined;
}
