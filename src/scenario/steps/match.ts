import { type Static, Type } from 'typebox';
import { defined } from '../../base/defined.js';
import { expectation } from '../forms/expectation.js';
import { as, check, described, key, path, within } from '../forms/pieces.js';
import { pathProblems } from '../lint/paths.js';
import { inStep } from '../lint/place.js';
import { referenceProblems } from '../lint/references.js';
import type { StepType } from '../step-type.js';

/** Look up: the form in which it is written. */
export const MATCH_FORM = Type.Object(
  {
    match: described(key, {
      description: 'The object to look up. It may be one that only a later step creates: then nothing may be found.',
    }),
    by: Type.Optional(described(path, { description: "The attribute to filter on. Default: the mapping's first matching attribute." })),
    case: Type.Optional(Type.Enum(['upper', 'lower'], { title: 'Letter case', description: 'Send the value in upper or lower case.' })),
    every: Type.Optional(
      Type.Enum(['filterable'], {
        title: 'Every',
        description: '`filterable`: one look-up by each attribute that the mapping marks as supported for filtering.',
      }),
    ),
    former: Type.Optional(
      Type.Literal(true, { title: 'Former name', description: 'Look up by the value that the object had before it was last changed.' }),
    ),
    as,
    expect: expectation('match', ['found', 'active', 'sameId', 'status', 'attributes', 'absent']),
    within,
    check,
  },
  { title: 'Look up', description: 'The client filters by a matching attribute.', additionalProperties: false },
);

export const MATCH: StepType<'match', { match: Static<typeof MATCH_FORM> }> = {
  read: {
    match: ({ match, by, case: letterCase, every, former }) => ({
      kind: 'match',
      object: match,
      ...defined({ by, letterCase, every, former }),
    }),
  },
  label: ({ object, by, letterCase, every, former }) =>
    [
      `match ${object}`,
      former === undefined ? '' : ' by its former name',
      every === undefined ? '' : ' by each filterable attribute',
      by === undefined ? '' : ` by ${by}`,
      letterCase === undefined ? '' : ` in ${letterCase} case`,
    ].join(''),
  lint(place) {
    const { document, objects, step } = place;
    const { object: name, by, every } = step.intent;
    const object = objects.find(name);
    const isEarly = object !== undefined && !objects.exists(object);
    return [
      ...referenceProblems(place, name, inStep(place, 'match'), { deleted: true, future: true }),
      ...(isEarly && step.expect.found === true
        ? [document.problem(inStep(place, 'expect', 'found'), `"${name}" cannot be found before a step creates it`)]
        : []),
      ...(by === undefined ? [] : pathProblems(place, inStep(place, 'by'), by, object?.type)),
      ...(by === undefined || every === undefined
        ? []
        : [document.problem(inStep(place, 'every'), '"by" names one attribute and "every" names them all', { at: 'key' })]),
    ];
  },
};
