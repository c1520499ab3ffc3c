import type { AnySchemaObject, ValidateFunction } from 'ajv/dist/2020.js';
import { readPackageFile } from '../base/package-files.js';
import { newCompiler } from '../yaml/shape.js';
import type { StepForms, WrittenHead } from './written.js';

/** Compiled pieces of schemas/scenario.schema.json. Each step is checked against its own form only, so that errors are about that form. */
export interface ScenarioSchema {
  /** The file without its steps. */
  readonly head: ValidateFunction<WrittenHead>;
  readonly step: { readonly [Form in keyof StepForms]: ValidateFunction<StepForms[Form]> };
}

let compiled: ScenarioSchema | undefined;

/**
 * The scenario schema, compiled on first use.
 *
 * @throws Error when the installation is damaged
 */
export function scenarioSchema(): ScenarioSchema {
  compiled ??= compile(JSON.parse(readPackageFile('schemas/scenario.schema.json')));
  return compiled;
}

function compile(schema: AnySchemaObject): ScenarioSchema {
  const ajv = newCompiler();
  ajv.addSchema(schema, 'scenario');
  const { items: _items, ...steps } = schema['properties'].steps;
  const head: AnySchemaObject = { ...schema, properties: { ...schema['properties'], steps } };
  const form = <T>(name: string): ValidateFunction<T> => ajv.compile<T>({ $ref: `scenario#/$defs/${name}` });
  return {
    head: ajv.compile<WrittenHead>(head),
    step: {
      connect: form('connectStep'),
      createUser: form('createUserStep'),
      createGroup: form('createGroupStep'),
      match: form('matchStep'),
      read: form('readStep'),
      update: form('updateStep'),
      delete: form('deleteStep'),
      list: form('listStep'),
      request: form('requestStep'),
    },
  };
}
