import type { IntentOf } from '../../../scenario/intent.js';
import { createdObjects } from '../../../scenario/steps/registry.js';
import { decodeSegment } from '../../../scim/address.js';
import { parseFilter, pathsIn } from '../../../scim/filter.js';
import { printPath } from '../../../scim/path.js';
import type { StepContext } from '../step-context.js';
import { type StepResult, unreliable } from '../step-result.js';

/**
 * Why a request in a scenario's own words says nothing about the target: it needs what never came about, or asks for people by what
 * the target does not hold of them.
 *
 * @param context the step
 * @param intent the request
 * @returns undefined when it can be sent
 */
export function blockedBy(context: StepContext, intent: IntentOf<'request'>): StepResult | undefined {
  const { state } = context;
  const text = JSON.stringify(intent);
  for (const { failed, spec } of state.directory.values()) {
    if (failed !== undefined && text.includes(`\${${spec.key}.`))
      return { status: 'blocked', reason: `${spec.key} was not created`, causes: failed };
  }
  for (const [, key = '', path = ''] of text.matchAll(/\$\{([\w-]+)\.([^}]+)\}/g)) {
    const entry = state.directory.get(key);
    const owned = entry === undefined ? undefined : context.ownedBy(entry);
    const wrong = [path, ...filteredBy(intent)].find((each) => owned?.isUnreliable(each) === true);
    if (owned !== undefined && wrong !== undefined)
      return unreliable(`${wrong} of ${key} is not what it should be`, owned.reliabilityOf([wrong]).causes);
  }
  // A list lacks whoever could not be created.
  const lost = isWholeList(intent) ? [...state.directory.values()].find(({ failed }) => failed !== undefined) : undefined;
  if (lost?.failed !== undefined) return { status: 'blocked', reason: `${lost.spec.key} was not created`, causes: lost.failed };
  for (const { key } of createdObjects(state.scenario)) {
    if (state.directory.has(key) || !text.includes(`\${${key}.`)) continue;
    return { status: 'blocked', reason: `${key} was not created`, causes: state.blockedBy };
  }
  // The same creation again, after the first was refused, is no second one.
  const causes = intent.method === 'POST' ? state.refused.get(JSON.stringify(intent.body)) : undefined;
  return causes === undefined ? undefined : { status: 'blocked', reason: 'the first of these creations was refused', causes };
}

function isWholeList({ method, target }: IntentOf<'request'>): boolean {
  return method === 'GET' && /^\/(Users|Groups)\/?(\?(?!.*\bfilter=)|$)/i.test(target);
}

/** The attributes that a request filters by. */
function filteredBy({ target }: IntentOf<'request'>): string[] {
  const text = /[?&]filter=([^&]*)/i.exec(target)?.[1];
  const filter = text === undefined ? undefined : parseFilter(decodeSegment(text.replaceAll('+', ' ')));
  return filter?.ok === true ? pathsIn(filter.value).map((path) => printPath(path)) : [];
}
