import { defined } from '../../../base/defined.js';
import { matchingAttribute, textOf } from '../../../client/conversation-helpers.js';
import type { IntentOf } from '../../../scenario/intent.js';
import { getMember } from '../../../scim/json.js';
import { isUnsupported } from '../../compare/unsupported-attributes.js';
import { isHidden } from '../../compare/visibility.js';
import { deniedFeatures } from '../../mapping/features.js';
import { rowPosition } from '../../mapping/row-position.js';
import { compilePath } from '../../state/compiled-path.js';
import { filterableRows } from '../attribute-sweep.js';
import type { DirectoryEntry } from '../directory.js';
import type { StepContext } from '../step-context.js';
import type { StepHandler } from '../step-handler.js';
import { NO_FILTER, PASSED, type StepResult, unreliable } from '../step-result.js';
import { judgeActive, judgeValues } from './expectations.js';
import { judgePicture } from './picture.js';

/** Looks an object up, and compares what the filter found with what must be there. */
export const MATCH: StepHandler<'match'> = { writes: false, run: match };

async function match(context: StepContext, intent: IntentOf<'match'>): Promise<StepResult> {
  const found = context.entry(intent.object);
  if (!found.ok) return found.result;
  const { entry } = found;
  if (intent.former === true) return await matchFormer(context, intent, entry);
  if (intent.every === undefined) return await matchOnce(context, intent, entry);
  const { mapping } = context.run;
  let result: StepResult = PASSED;
  for (const row of filterableRows(mapping, entry.object, context.runner.client.family)) {
    if (textOf(entry.object, row.name) === undefined) continue;
    const part = context.with(context.runner.within({ subjectRow: rowPosition(mapping, row) }));
    const one = await matchOnce(part, { ...intent, by: row.name }, entry);
    if (result.status === 'passed' || (one.status === 'failed' && result.status !== 'failed')) result = one;
  }
  return result;
}

/** Nobody has the name that the object had before its last change: whoever is found by it would be written onto. */
async function matchFormer(context: StepContext, intent: IntentOf<'match'>, entry: DirectoryEntry): Promise<StepResult> {
  const { former, object } = entry;
  const attribute = intent.by ?? matchingAttribute(context.runner.session.mapping, object.type);
  const owned = context.ownedBy(entry);
  if (owned?.isUnreliable(attribute) === true) return unreliable('the new name did not arrive', owned.reliabilityOf([attribute]).causes);
  if (former === undefined || textOf(former, attribute)?.toLowerCase() === textOf(object, attribute)?.toLowerCase())
    return { status: 'skipped', reason: `${attribute} is what it was` };
  const { id: _id, ...nobody } = former;
  return await matchOnce(context, intent, { ...entry, object: nobody });
}

async function matchOnce(context: StepContext, intent: IntentOf<'match'>, entry: DirectoryEntry): Promise<StepResult> {
  const { runner, run, log, state } = context;
  const { expect } = context.step;
  const { object } = entry;
  const noted = log.symptoms.length;
  if (expect.found === true && object.id === undefined)
    return { status: 'blocked', reason: `${intent.object} was not created`, causes: state.blockedBy };
  if (expect.found === false && object.id !== undefined && !entry.deleted)
    return { status: 'skipped', reason: `${intent.object} was not deleted` };
  if (deniedFeatures(runner.client.family, run.facts.config, ['filter']).length > 0) return NO_FILTER;
  const attribute = intent.by ?? matchingAttribute(runner.session.mapping, object.type);
  if (intent.letterCase !== undefined && context.isCaseExact(attribute, object.type))
    return { status: 'skipped', reason: `${attribute} counts with its letter case` };
  const owned = context.ownedBy(entry);
  const path = [attribute, ...(expect.active === undefined ? [] : ['active'])].find((each) => owned?.isUnreliable(each));
  if (owned !== undefined && path !== undefined) return unreliable(`${path} is not what it should be`, owned.reliabilityOf([path]).causes);
  const how = {
    ...defined({ attribute: intent.by, letterCase: intent.letterCase }),
  };
  const outcome = await runner.hold(runner.client.match(runner.session, object, how));
  if (outcome !== undefined && !outcome.ok && outcome.failure.kind === 'ambiguous' && !log.answerIsInvalid(noted))
    log.report(['SC1309'], { expected: 'at most one resource', received: outcome.failure.message });
  const match = outcome?.ok === true && outcome.value.found ? outcome.value : undefined;
  if (owned !== undefined && match?.id === owned.id && !log.answerIsInvalid(noted)) {
    const again = async () => {
      const later = await runner.hold(runner.client.match(runner.session, object, how));
      return later?.ok === true && later.value.found ? later.value.resource : undefined;
    };
    const sight = { owned, shown: match.resource, view: `filters of ${owned.type}`, again } as const;
    await judgePicture(context, { ...sight, ...(expect.active === undefined ? {} : { except: ['active'] }) });
  }
  return context.end(outcome, (found) => {
    const wanted = expect.found ?? (owned !== undefined && !owned.deleted);
    if (found.found !== wanted && !log.answerIsInvalid(noted)) {
      // A deleted resource that is still found has no filter check of its own.
      log.report([wanted ? 'SC9001' : intent.former === true ? 'SC1302' : 'SC2601'], {
        expected: wanted ? 'the resource' : 'no resource',
        received: found.found ? `the resource ${found.id}` : 'no resource',
        subject: 'list',
      });
    }
    if (!found.found) return;
    judgeValues(context, owned, found.resource, expect);
    if (owned !== undefined && found.id !== owned.id && !log.answerIsInvalid(noted))
      log.report(['SC2402'], { expected: `"id": ${JSON.stringify(owned.id)}`, received: `"id": ${JSON.stringify(found.id)}` });
    if (expect.active === undefined || isUnsupported(run, runner.client.family, object.type, 'active')) return;
    if (isHidden(compilePath(run.facts.schemas, object.type, 'active'))) return;
    if (getMember(found.resource, 'active') === expect.active) log.confirm('SC2403');
    else judgeActive(log, expect.active, found.resource, 'filter');
  });
}
