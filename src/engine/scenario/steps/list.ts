import { withRoots } from '../../../check/roots.js';
import type { Intent } from '../../../scenario/scenario.js';
import { getMember, type JsonObject } from '../../../scim/json.js';
import type { StepContext, StepResult } from '../step-context.js';

/**
 * Pages through everything, as an import does. Every resource of this run must be there exactly once. A directory that others
 * write to may move between two pages, so what is wrong must be wrong twice.
 */
export async function list(context: StepContext, intent: Extract<Intent, { kind: 'list' }>): Promise<StepResult> {
  const { runner } = context;
  let outcome = await runner.hold(runner.client.list(runner.session, intent.resource, intent.count));
  let problem = outcome?.ok === true ? problemOf(context, intent, outcome.value) : undefined;
  if (problem !== undefined) {
    outcome = await runner.hold(runner.client.list(runner.session, intent.resource, intent.count));
    problem = outcome?.ok === true ? problemOf(context, intent, outcome.value) : undefined;
  }
  if (problem !== undefined) {
    if (!runner.answerIsInvalid()) runner.report(withRoots(problem.inactive ? ['SC1402', 'SC1307'] : ['SC1402']), problem);
  } else if (outcome?.ok === true) runner.confirm('SC1402');
  return context.end(outcome);
}

function problemOf(
  context: StepContext,
  intent: Extract<Intent, { kind: 'list' }>,
  found: readonly JsonObject[],
): { expected: string; received: string; subject: string; inactive: boolean } | undefined {
  const ids = found.map((resource) => String(getMember(resource, 'id')));
  const seen = new Set<string>();
  const twice = ids.filter((id) => seen.size === seen.add(id).size);
  if (twice.length > 0) {
    return {
      expected: 'every resource once',
      received: `${twice.length} resources more than once, the first of them ${twice[0]}`,
      subject: 'twice',
      inactive: false,
    };
  }
  const own = context.runner.run.resources.all().filter((each) => each.type === intent.resource && !each.deleted);
  const missing = own.filter((each) => !seen.has(each.id));
  if (missing.length === 0) return undefined;
  return {
    expected: `all ${own.length} resources of this run`,
    received: `${missing.length} of them are missing among ${ids.length}`,
    subject: 'missing',
    inactive: missing.every((each) => getMember(each.twin.resource, 'active') === false),
  };
}
