import { matchingAttribute, textOf } from '../../../client/conversation-helpers.js';
import type { Expectation, Intent } from '../../../scenario/scenario.js';
import { getMember } from '../../../scim/json.js';
import { isUnsupported } from '../../compare/unsupported-attributes.js';
import { deniedFeatures } from '../../mapping/features.js';
import { rowPosition } from '../../mapping/row-position.js';
import { causesFor } from '../../state/owned-resources.js';
import { filterableRows } from '../attribute-sweep.js';
import type { DirectoryEntry } from '../directory.js';
import { NO_FILTER, PASSED, type StepContext, type StepResult } from '../step-context.js';
import { judgeValues } from './expectations.js';

type Match = Extract<Intent, { kind: 'match' }>;

/** Looks an object up, and compares what the filter found with what must be there. */
export async function match(context: StepContext, intent: Match, expect: Expectation): Promise<StepResult> {
  const { runner } = context;
  const entry = context.entry(intent.object);
  if ('status' in entry) return entry;
  if (intent.every === undefined) return await matchOnce(context, intent, entry, expect);
  const { mapping } = runner.run;
  let end: StepResult = PASSED;
  for (const row of filterableRows(mapping, entry.object, runner.client.family)) {
    if (textOf(entry.object, row.name) === undefined) continue;
    runner.subjectRow = rowPosition(mapping, row);
    const one = await matchOnce(context, { ...intent, by: row.name }, entry, expect);
    runner.subjectRow = undefined;
    if (end.status === 'passed' || (one.status === 'failed' && end.status !== 'failed')) end = one;
  }
  return end;
}

async function matchOnce(context: StepContext, intent: Match, entry: DirectoryEntry, expect: Expectation): Promise<StepResult> {
  const { runner } = context;
  const noted = runner.causes.length;
  if (expect.found === true && entry.object.id === undefined)
    return { status: 'blocked', reason: `${intent.object} was not created`, causes: context.blockedBy };
  if (expect.found === false && entry.object.id !== undefined && !entry.deleted)
    return { status: 'skipped', reason: `${intent.object} was not deleted` };
  if (deniedFeatures(runner.client.family, runner.run.facts.config, ['filter']).length > 0) return NO_FILTER;
  const own = runner.run.resources.find(entry.object.type, entry.object.id);
  const how = {
    ...(intent.by === undefined ? {} : { attribute: intent.by }),
    ...(intent.letterCase === undefined ? {} : { letterCase: intent.letterCase }),
  };
  const attribute = how.attribute ?? matchingAttribute(runner.session.mapping, entry.object.type);
  if (intent.letterCase !== undefined && context.isCaseExact(attribute, entry.object.type)) {
    return { status: 'skipped', reason: `${attribute} counts with its letter case` };
  }
  const unreliable = [attribute, ...(expect.active === undefined ? [] : ['active'])].find((path) =>
    own?.unreliablePaths.has(path.toLowerCase()),
  );
  if (unreliable !== undefined)
    return { status: 'blocked', reason: `${unreliable} is not what it should be`, causes: causesFor(own, [unreliable]) };
  const outcome = await runner.hold(runner.client.match(runner.session, entry.object, how));
  if (outcome !== undefined && !outcome.ok && outcome.failure.kind === 'ambiguous' && !runner.answerIsInvalid(noted)) {
    runner.report(['SC1309'], { expected: 'at most one resource', received: outcome.failure.message });
  }
  return context.end(outcome, (found) => {
    const wanted = expect.found ?? (own !== undefined && !own.deleted);
    if (found.found !== wanted && !runner.answerIsInvalid(noted)) {
      // A deleted resource that is still found has no filter check of its own.
      runner.report([wanted ? 'SC9001' : 'SC2601'], {
        expected: wanted ? 'the resource' : 'no resource',
        received: found.found ? `the resource ${found.id}` : 'no resource',
        subject: 'list',
      });
    }
    if (!found.found) return;
    judgeValues(context, own, found.resource, expect);
    if (own !== undefined && found.id !== own.id && !runner.answerIsInvalid(noted)) {
      runner.report(['SC2402'], { expected: `"id": ${JSON.stringify(own.id)}`, received: `"id": ${JSON.stringify(found.id)}` });
    }
    if (expect.active === undefined || isUnsupported(runner.run, runner.client.family, entry.object.type, 'active')) return;
    const active = getMember(found.resource, 'active');
    if (active !== expect.active) {
      runner.report(['SC2403'], {
        expected: `"active": ${expect.active}`,
        received: `"active": ${JSON.stringify(active) ?? 'no value'}`,
        subject: 'filter',
      });
    } else runner.confirm('SC2403');
  });
}
