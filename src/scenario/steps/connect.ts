import { type Static, Type } from 'typebox';
import { expectation } from '../forms/expectation.js';
import { check } from '../forms/pieces.js';
import type { StepType } from '../step-type.js';

/** Test the connection: the form in which it is written. */
export const CONNECT_FORM = Type.Object(
  {
    connect: Type.Enum(['right', 'wrong', 'none'], {
      title: 'Connect',
      description: "Which credential is used: the run's own, a made-up one, or none at all.",
    }),
    expect: expectation('connect', ['status']),
    check,
  },
  {
    title: 'Test the connection',
    description: "The client's own test of the connection, with the right credential, with a wrong one or with none.",
    additionalProperties: false,
  },
);

const LABELS = {
  right: 'test the connection',
  wrong: 'connect with a wrong credential',
  none: 'connect without a credential',
} as const;

export const CONNECT: StepType<'connect', { connect: Static<typeof CONNECT_FORM> }> = {
  read: { connect: ({ connect }) => ({ kind: 'connect', credential: connect }) },
  label: ({ credential }) => LABELS[credential],
};
