import { type Static, Type } from 'typebox';
import { defined } from '../../base/defined.js';
import { expectation } from '../forms/expectation.js';
import { check } from '../forms/pieces.js';
import type { StepType } from '../step-type.js';

/** List: the form in which it is written. */
export const LIST_FORM = Type.Object(
  {
    list: Type.Enum(['users', 'groups'], { title: 'Resources', description: 'What to list.' }),
    count: Type.Optional(
      Type.Integer({
        title: 'Page size',
        description: "Resources per page. Default: the client's own page size.",
        minimum: 1,
        maximum: 1000,
      }),
    ),
    expect: expectation('list', ['status']),
    check,
  },
  { title: 'List', description: 'The client pages through all resources, as an import does.', additionalProperties: false },
);

export const LIST: StepType<'list', { list: Static<typeof LIST_FORM> }> = {
  read: { list: ({ list, count }) => ({ kind: 'list', resource: list === 'users' ? 'User' : 'Group', ...defined({ count }) }) },
  label: ({ resource, count }) => `list ${resource === 'User' ? 'users' : 'groups'}${count === undefined ? '' : `, ${count} a page`}`,
  resourceType: ({ resource }) => resource,
  exclusive: true,
};
