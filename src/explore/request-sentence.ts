import { plainText } from '../base/plain-text.js';
import type { IntentOf } from '../scenario/intent.js';
import { getMember, isObject, type Json, type JsonObject } from '../scim/json.js';
import { type HistoryStep, isToBeRefused } from './history-step.js';
import { listed, shortPath } from './words.js';

/**
 * A request in the history's own words, as people tell it.
 *
 * @param step the step
 * @param intent its request
 */
export function requestSentence(step: HistoryStep, { method, target, headers, body, times }: IntentOf<'request'>): string {
  const operations = isObject(body) ? getMember(body, 'Operations') : undefined;
  const [way = '', query] = target.split('?');
  const where = `${way.replaceAll(/\$\{([\w-]+)\.id\}/g, '$1').replaceAll('${random.uuid}', 'no-such-id')}${query === undefined ? '' : `?${named(readable(query))}`}`;
  const conditions = headers.map(([name, value]) => ` with ${name}: ${named(value)}`).join('');
  const content = Array.isArray(operations) ? `: ${listed(operations.map(operationWords))}` : bodyWords(body);
  const copies = times === undefined ? '' : `, ${times} times at the same moment`;
  return `${method} ${where}${conditions}${content}${copies}${isToBeRefused(step) ? ': it is to be refused' : ''}.`;
}

/** A query without its escapes. */
function readable(query: string): string {
  return decodeURIComponent(query.replaceAll('+', ' '));
}

function operationWords(operation: Json): string {
  if (!isObject(operation)) return JSON.stringify(operation);
  const { op, path, value } = operation;
  const at = typeof path === 'string' ? ` ${named(shortPath(path))}` : '';
  return `${plainText(op)}${at}${value === undefined ? '' : ` ${named(JSON.stringify(value))}`}`;
}

function bodyWords(body: Json | undefined): string {
  if (body === undefined) return '';
  if (!isObject(body)) return ` with ${JSON.stringify(body)}`;
  const { schemas: _schemas, ...attributes } = body as JsonObject;
  return ` with ${named(JSON.stringify(attributes))}`;
}

/** Ids and made-up values, in words. */
function named(text: string): string {
  return (
    text
      .replaceAll(/\$\{([\w-]+)\.id\}/g, '$1')
      .replaceAll(/\$\{(random\.uuid|run\.\w+)\}/g, '…')
      .replaceAll(/\$\{([\w-]+\.[^}]+)\}/g, '$1')
      // What an earlier answer or request had.
      .replaceAll(/\$\{([^}]+)\}/g, 'that $1')
  );
}
