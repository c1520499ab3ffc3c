import { type Static, Type } from 'typebox';
import { expectation } from '../forms/expectation.js';
import { check, key } from '../forms/pieces.js';
import { inStep } from '../lint/place.js';
import { referenceProblems } from '../lint/references.js';
import type { StepType } from '../step-type.js';

/** Delete: the form in which it is written. */
export const DELETE_FORM = Type.Object(
  { delete: key, expect: expectation('delete', ['status']), check },
  {
    title: 'Delete',
    description: 'The object is removed for good. Clients that never delete skip the step.',
    additionalProperties: false,
  },
);

export const DELETE: StepType<'delete', { delete: Static<typeof DELETE_FORM> }> = {
  read: { delete: (written) => ({ kind: 'delete', object: written.delete }) },
  label: ({ object }) => `delete ${object}`,
  deletes: ({ object }) => object,
  lint: (place) => referenceProblems(place, place.step.intent.object, inStep(place, 'delete')),
};
