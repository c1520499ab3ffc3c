import { type Static, Type } from 'typebox';
import { expectation } from '../forms/expectation.js';
import { check, key, within } from '../forms/pieces.js';
import { inStep } from '../lint/place.js';
import { memberProblems, referenceProblems } from '../lint/references.js';
import type { StepType } from '../step-type.js';

/** Read: the form in which it is written. */
export const READ_FORM = Type.Object(
  {
    read: key,
    expect: expectation('read', ['found', 'active', 'sameId', 'status', 'attributes', 'members', 'absent']),
    within,
    check,
  },
  { title: 'Read', description: 'The client reads the object by its id.', additionalProperties: false },
);

export const READ: StepType<'read', { read: Static<typeof READ_FORM> }> = {
  read: { read: ({ read }) => ({ kind: 'read', object: read }) },
  label: ({ object }) => `read ${object}`,
  lint(place) {
    const { document, objects, step } = place;
    const { object } = step.intent;
    const { members } = step.expect;
    const at = inStep(place, 'expect', 'members');
    const ofUser = members !== undefined && objects.find(object)?.type === 'User';
    return [
      ...referenceProblems(place, object, inStep(place, 'read'), { deleted: true }),
      ...(ofUser ? [document.problem(at, 'a user has no members', { at: 'key' })] : memberProblems(place, object, members ?? [], at)),
    ];
  },
};
