import type { Expectation, ObjectSpec } from '../../../scenario/scenario.js';
import { targetPath } from '../../mapping/mapped-rows.js';
import { PASSED, type StepContext, type StepResult } from '../step-context.js';
import { judgeStoredValues } from './expectations.js';

/** Brings an object into the directory and lets the client provision it. */
export async function create(context: StepContext, spec: ObjectSpec, expect: Expectation): Promise<StepResult> {
  const { runner, directory } = context;
  const others = [...spec.members, ...(spec.manager === undefined ? [] : [spec.manager])];
  for (const key of others) {
    const entry = context.linkedEntry(key);
    if ('status' in entry) return entry;
  }
  for (const path of Object.keys(spec.with)) runner.extraPaths.add(targetPath(path));
  const object = context.objectFor(spec);
  const outcome = await runner.hold(runner.client.create(runner.session, object));
  const id = outcome?.ok === true ? outcome.value.id : undefined;
  const own = runner.run.resources.find(spec.type, id);
  if (id === undefined || own === undefined) {
    const end = context.end(outcome);
    const failed = end.status === 'passed' ? blockedByStranger(object.key) : end;
    directory.set(spec.key, { object, spec, failed: runner.causes.length > 0 ? [...runner.causes] : [['SC9001']], deleted: false });
    return failed;
  }
  directory.set(spec.key, { object: { ...object, id }, spec, deleted: false });
  judgeStoredValues(context, own, expect);
  const end = context.end(outcome);
  return end.status === 'passed' ? PASSED : end;
}

function blockedByStranger(key: string): StepResult {
  return {
    status: 'blocked',
    reason: `the target has a resource with the name of ${key} that this run did not create; run "scim-check clean", or choose another --seed`,
  };
}
