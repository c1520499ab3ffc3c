import { type Static, Type } from 'typebox';
import type { StepType } from '../step-type.js';

/** Wait: the form in which it is written. */
export const WAIT_FORM = Type.Object(
  {
    wait: Type.Number({
      title: 'Wait',
      description: 'Seconds.',
      exclusiveMinimum: 0,
      maximum: 600,
      examples: [5],
    }),
  },
  {
    title: 'Wait',
    description:
      'Nothing is sent for so many seconds. Where it is not known how long the target takes, `within` at the step that looks is better.',
    additionalProperties: false,
  },
);

export const WAIT: StepType<'wait', { wait: Static<typeof WAIT_FORM> }> = {
  read: { wait: ({ wait }) => ({ kind: 'wait', seconds: wait }) },
  label: ({ seconds }) => `wait ${seconds} s`,
};
