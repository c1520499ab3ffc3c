import type { Validator } from '../base/validator.js';
import { validatorOf } from './validators.js';
import type { StepForms, WrittenHead } from './written.js';

/** Pieces of schemas/scenario.schema.json. Each step is checked against its own form only, so that errors are about that form. */
export interface ScenarioSchema {
  /** The file without its steps. */
  readonly head: Validator<WrittenHead>;
  readonly step: { readonly [Form in keyof StepForms]: Validator<StepForms[Form]> };
}

let schema: ScenarioSchema | undefined;

/**
 * The validators of scenario files, put together on first use.
 *
 * @throws Error when the installation is damaged
 */
export function scenarioSchema(): ScenarioSchema {
  schema ??= {
    head: piece<WrittenHead>('head'),
    step: {
      connect: piece<StepForms['connect']>('connect'),
      createUser: piece<StepForms['createUser']>('createUser'),
      createGroup: piece<StepForms['createGroup']>('createGroup'),
      match: piece<StepForms['match']>('match'),
      read: piece<StepForms['read']>('read'),
      update: piece<StepForms['update']>('update'),
      delete: piece<StepForms['delete']>('delete'),
      list: piece<StepForms['list']>('list'),
      request: piece<StepForms['request']>('request'),
    },
  };
  return schema;
}

/** What a piece accepts is of the type that written.ts describes: a test holds the two together. */
function piece<T>(name: string): Validator<T> {
  const validator = validatorOf(name);
  if (validator === undefined) throw new Error(`schemas/scenario.schema.json has no ${name}`);
  return validator as Validator<T>;
}
