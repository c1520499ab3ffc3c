import { isObject, type Json, type JsonObject } from '../scim/json.js';
import type { Check } from './check.js';
import type { Answered, Example, Given, Sent, Turn } from './example.js';
import { exampleOf } from './example-of.js';
import { serviceProviderConfig } from './messages.js';

/** Longest line of JSON before it is folded. */
const WIDTH = 110;

/**
 * One side of a check's example as text: `>` is sent, `<` is answered, `#` is what else is known.
 *
 * @param check the check
 * @param side the right or the wrong one
 */
export function showExample(check: Check, side: 'good' | 'bad'): string {
  const example = exampleOf(check);
  const known = check.kind === 'step' ? [`# in the scenario ${exampleOf(check).scenario}`] : givenLines(givenOf(exampleOf(check), side));
  // What goes well either way is there for the judge's sake; the reader wants to know what differs.
  const turns = [example, ...(example.besides ?? [])].filter((turn, index) => index === 0 || turn.good !== turn.bad);
  return [...known, ...turns.flatMap((turn) => turnLines(turn, side))].join('\n');
}

function givenOf({ given, givenBad }: Example, side: 'good' | 'bad'): Given {
  return (side === 'bad' ? givenBad : undefined) ?? given ?? {};
}

function givenLines(given: Given): string[] {
  return [
    ...(given.deleted === true ? ['# the resource has been deleted'] : []),
    ...(given.shown === true ? ['# it has been read before'] : []),
    ...(given.resource === undefined || given.deleted === true ? [] : ['# before', ...json('# ', given.resource)]),
    ...(given.hits === undefined ? [] : given.hits.length === 0 ? ['# nobody fits the filter'] : ['# the target holds']),
    ...(given.hits ?? []).flatMap((hit) => json('# ', hit)),
    ...(isObject(given.config) ? ['# /ServiceProviderConfig', ...json('# ', unusual(given.config))] : []),
    ...(given.schemas ?? []).flatMap((schema) =>
      schema.attributes.flatMap(({ name, returned }) => ['# /Schemas', ...json('# ', { name, returned })]),
    ),
    ...(given.mapped ?? []).map((path) => `# the mapping has ${path}`),
    ...(given.again === true ? ['# a user of this name has been deleted'] : []),
    ...(given.renamed === true ? ['# it had another name before'] : []),
    ...(given.vacated === true ? ['# whoever had this name has taken another'] : []),
    ...(given.parallel === true ? ['# each operation is a request of its own, sent at the same moment'] : []),
  ];
}

/** What a ServiceProviderConfig says otherwise than most; where that is nothing, what it says of PATCH. */
function unusual(config: JsonObject): JsonObject {
  const usual = serviceProviderConfig();
  const own = Object.entries(config).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(usual[name]));
  return own.length > 0 ? Object.fromEntries(own) : { patch: config['patch'] ?? null };
}

function turnLines({ request, ...answers }: Turn, side: 'good' | 'bad'): string[] {
  return [...requestLines(request), ...answerLines(answers[side])];
}

function requestLines({ method, target, body, purpose, contentType }: Sent): string[] {
  return [
    ...(purpose === 'refuse' ? ['# with a wrong token'] : []),
    `> ${method} ${target}`,
    ...(contentType === undefined ? [] : [`> Content-Type: ${contentType}`]),
    ...(body === undefined ? [] : json('> ', body)),
  ];
}

function answerLines({ status, headers, body, text, excerpt, after }: Answered): string[] {
  if (status === 0) return ['< no answer until the time-out'];
  return [
    `< ${status}`,
    ...Object.entries(headers ?? {}).map(([name, value]) => `< ${name}: ${value}`),
    ...(text === undefined ? [] : [`< ${text.replace(/^\ufeff/, '\\ufeff')}`]),
    ...(body === undefined || text !== undefined ? [] : json('< ', body)),
    ...(excerpt === true ? ['< … and the rest as it should be'] : []),
    ...(after === undefined || after === body ? [] : ['# afterwards', ...json('# ', after)]),
  ];
}

/** JSON on one line where it fits, else a line for each member of the outermost value. */
function json(mark: string, value: Json): string[] {
  const text = JSON.stringify(value);
  if (text.length <= WIDTH || !isObject(value)) return [`${mark}${text}`];
  const members = Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}: ${JSON.stringify(each)}`);
  return [`${mark}{`, ...members.map((member, index) => `${mark}  ${member}${index < members.length - 1 ? ',' : ''}`), `${mark}}`];
}
