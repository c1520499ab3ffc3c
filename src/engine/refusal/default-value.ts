import type { Difference } from '../../check/context.js';
import { otherValue } from '../../client/values/other.js';
import { holdsValue } from '../../scim/compare.js';
import { isObject, type JsonObject } from '../../scim/json.js';
import type { ScimRequest } from '../../scim/message.js';
import { valueAt } from '../../scim/resource.js';
import type { Answered } from '../exchange/exchanger.js';
import type { OutcomeContext } from '../judge/outcome-context.js';
import { isOfContent } from '../judge/step-log.js';
import { rowOf } from '../mapping/mapped-rows.js';
import type { OwnedResource, Unreliable } from '../state/owned-resource.js';
import { takeStock } from './take-stock.js';
import { patchOf } from './variation/operations.js';
import { Trial } from './variation/trial.js';
import { kindOf } from './write-kind.js';

/** A write that was answered well. */
interface AnsweredWell {
  readonly answered: Answered;
  readonly owned: OwnedResource;
  /** What was unreliable before it. */
  readonly unreliable: Unreliable;
}

/**
 * A value that was taken away and is there as before may be the target's default, which by chance is what the person had (RFC 7644
 * §3.5.1: it "MAY assign a default value"). scim-check asks: it writes another value and takes that away in the same way. Where
 * the old one comes back, nothing was kept, and what was noted is withdrawn.
 *
 * @param context what the write is judged with
 * @param write the write and its answer
 * @param differences how what is there differs from what was asked for
 * @param noted how many symptoms the step had shown before the write was judged
 * @returns whether all of it was a default
 */
export async function isOnlyDefault(
  context: OutcomeContext,
  { answered: { observation }, owned, unreliable }: AnsweredWell,
  differences: readonly Difference[],
  noted: number,
): Promise<boolean> {
  const { request, response, dialect } = observation;
  const paths = differences.map(({ path }) => path);
  const isScenarios = request.purpose === 'raw' && context.run.ownWordsHold !== true;
  if (owned.type !== 'User' || isScenarios || paths.length > 4) return false;
  if (!differences.every(({ kind, path }) => kind === 'kept' && /^[A-Za-z]+$/.test(path))) return false;
  const kept = paths.map((path) => [path, valueAt(owned.twin.resource, path)] as const);
  const others = kept.flatMap(([path, value]) => {
    const row = rowOf(context.run.mapping, owned.type, path);
    const other = row === undefined || typeof value !== 'string' ? undefined : otherValue(row, value);
    return typeof other === 'string' ? [[path, other] as const] : [];
  });
  const question =
    others.length < kept.length ? undefined : context.run.trials.about(dialect, `default ${kindOf(request, response.status)}`);
  if (question === undefined) return false;
  const before = owned.twin;
  const trial = new Trial({ context, owned, question });
  const shows = async (values: readonly (readonly [string, unknown])[]): Promise<boolean> => {
    const shown = (await context.readBack.unjudged(owned)) ?? {};
    return values.every(([path, value]) => holdsValue(valueAt(shown, path), value as string));
  };
  const isDefault =
    (await trial.accepts(withValues(request, others))) && (await shows(others)) && (await trial.accepts(request)) && (await shows(kept));
  if (!isDefault) {
    question.inVain();
    await takeStock(context, owned, context.log.ofContent(noted)[0], before);
    return false;
  }
  context.log.withdraw(noted, isOfContent);
  const reading = await context.readBack.compare(owned);
  for (const { path } of [...(reading?.differences ?? []), ...(reading?.permitted ?? [])])
    owned.acceptServerValue(path, reading?.resource ?? {});
  owned.restoreUnreliable(unreliable);
  return true;
}

/** The same request, which writes values in place of taking them away. */
function withValues(request: ScimRequest, values: readonly (readonly [string, string])[]): ScimRequest {
  if (request.method === 'PATCH')
    return {
      ...request,
      body: patchOf(
        request.body,
        values.map(([path, value]): JsonObject => ({ op: 'replace', path, value })),
      ),
    };
  return { ...request, body: { ...(isObject(request.body) ? request.body : {}), ...Object.fromEntries(values) } };
}
