import { isObject, type Json, type JsonObject } from '../scim/json.js';
import { type HistoryStep, isToBeRefused } from './history-step.js';

/**
 * A request as if an object had never been: nothing is left of it where it is about that object, or changes nothing without it.
 *
 * @param step a request in the history's own words
 * @param key the object
 */
export function withoutKey(step: HistoryStep, key: string): readonly HistoryStep[] {
  const { intent } = step;
  if (intent.kind !== 'request' || !names(intent, key)) return [step];
  if (names(intent.target, key)) return [];
  const body = withoutItems(intent.body ?? null, (item) => names(item, key));
  const operations = isObject(body) ? body['Operations'] : undefined;
  return names(body, key) || (Array.isArray(operations) && operations.length === 0) ? [] : [{ ...step, intent: { ...intent, body } }];
}

function names(part: unknown, key: string): boolean {
  return JSON.stringify(part).includes(`\${${key}.`);
}

/** A body without the innermost items of lists that meet a condition, nor operations that have no value left by that. */
function withoutItems(value: Json, isGone: (item: Json) => boolean): Json {
  if (Array.isArray(value))
    return value.map((item) => withoutItems(item, isGone)).filter((item, at) => !isGone(item) && !isEmptied(value[at], item));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withoutItems(item, isGone)]));
}

function isEmptied(before: Json | undefined, after: Json): boolean {
  const length = (item: Json | undefined): number | undefined =>
    isObject(item) && Array.isArray(item['value']) ? item['value'].length : undefined;
  return (length(before) ?? 0) > 0 && length(after) === 0;
}

/**
 * The same request with one operation less, one value of a list less, or one attribute less; with one copy of what is sent at once.
 *
 * @param step a request in the history's own words
 */
export function* simplerRequests(step: HistoryStep): Generator<HistoryStep> {
  const { intent } = step;
  if (intent.kind !== 'request' || !isObject(intent.body) || isWrongInItself(step)) return;
  const { body } = intent;
  const operations = body['Operations'];
  if (Array.isArray(operations)) {
    if (operations.length > 1)
      for (let at = 0; at < operations.length; at += 1)
        yield { ...step, intent: { ...intent, body: { ...body, Operations: operations.filter((_, index) => index !== at) } } };
    for (const [at, operation] of operations.entries())
      for (const simpler of isObject(operation) ? simplerOperations(operation) : [])
        yield {
          ...step,
          intent: { ...intent, body: { ...body, Operations: operations.map((each, index) => (index === at ? simpler : each)) } },
        };
    return;
  }
  const expected = Object.keys(step.demands?.expect.attributes ?? {}).map((path) => path.toLowerCase());
  for (const name of Object.keys(body)) {
    if (NEEDED.has(name.toLowerCase()) || expected.includes(name.toLowerCase())) continue;
    const { [name]: _gone, ...rest } = body;
    yield { ...step, intent: { ...intent, body: rest, capture: withoutSent(intent.capture, name) } };
  }
}

/** Whether what is wrong with a request stands in it, and not in whom it names: made simpler it might be right. */
function isWrongInItself(step: HistoryStep): boolean {
  return isToBeRefused(step) && step.intent.kind === 'request' && !/\$\{(?!random|run)/.test(JSON.stringify(step.intent.body ?? null));
}

/** What is captured of the request, without what it does not send any more. */
function withoutSent(capture: Readonly<Record<string, string>>, name: string): Readonly<Record<string, string>> {
  const isGone = (place: string): boolean => place === `sent:/${name}` || place.startsWith(`sent:/${name}/`);
  return Object.fromEntries(Object.entries(capture).filter(([, place]) => !isGone(place)));
}

/** What makes a resource. */
const NEEDED: ReadonlySet<string> = new Set(['schemas', 'username', 'displayname']);

function* simplerOperations(operation: JsonObject): Generator<JsonObject> {
  const { value, path } = operation;
  if (Array.isArray(value) && value.length > 1)
    for (let at = 0; at < value.length; at += 1) yield { ...operation, value: value.filter((_, index) => index !== at) };
  if (!isObject(value)) return;
  const entries = Object.entries(value);
  if (path === undefined && entries.length > 1)
    for (const [name] of entries) yield { ...operation, value: Object.fromEntries(entries.filter(([other]) => other !== name)) };
  for (const [name, list] of entries)
    if (Array.isArray(list) && list.length > 1)
      for (let at = 0; at < list.length; at += 1)
        yield { ...operation, value: { ...value, [name]: list.filter((_, index) => index !== at) } };
}
