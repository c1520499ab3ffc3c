import type { TSchema } from 'typebox';
import { FORMS } from '../steps/forms.js';
import { EACH_FORM } from './each.js';
import { DEMANDS } from './expectation.js';
import { SCENARIO_FORM } from './head.js';
import { PIECES } from './pieces.js';

/** The forms of steps by their names: `createUser`. */
export const STEP_FORMS: Readonly<Record<string, TSchema>> = Object.assign({}, ...Object.values(FORMS));

/** The name of the form of a repetition. */
export const EACH = 'each';

/** The name of a form of step among the definitions. */
export const definitionOf = (form: string): string => `${form}Step`;

/** The schema of scenario files, as it is published in schemas/scenario.schema.json. */
export function scenarioSchema(): object {
  const steps = Object.entries(STEP_FORMS).map(([form, schema]) => [definitionOf(form), schema] as const);
  const step = {
    title: 'Step',
    description: 'One intent of the directory, with what must hold afterwards; or the same steps for each item of a list.',
    oneOf: [...steps, [definitionOf(EACH)] as const].map(([name]) => ({ $ref: `#/$defs/${name}` })),
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...SCENARIO_FORM,
    $defs: { ...PIECES, ...DEMANDS, ...Object.fromEntries(steps), [definitionOf(EACH)]: EACH_FORM, step },
  };
}
