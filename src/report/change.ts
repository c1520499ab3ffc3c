import type { ExchangeEvent } from '../event/event.js';
import { isObject, type Json } from '../scim/json.js';
import type { RunRecord } from './record.js';

/** Two states of a resource, which shall be compared. */
export interface Change {
  readonly kind: 'before-after' | 'sent-stored' | 'sent-answered';
  readonly left: Json;
  readonly right: Json;
}

/** Larger or deeper bodies are shown as they are. */
const LONGEST = 16_000;
const DEEPEST = 30;

/**
 * What a write has done, as far as the run has seen it: a PATCH is told by the resource before and after; what a POST or PUT has sent,
 * by what was then read.
 *
 * @param run the run, with its exchanges
 * @param exchange the exchange that shows a defect
 * @returns undefined for reads, for writes that were refused, and where nothing can be compared
 */
export function changeOf(run: RunRecord, exchange: ExchangeEvent): Change | undefined {
  const { method, body = '' } = exchange.request;
  const status = exchange.response?.status ?? 0;
  if ((method !== 'POST' && method !== 'PUT' && method !== 'PATCH') || status < 200 || status > 299) return undefined;
  const answer = resourceIn(exchange.response?.body);
  const path = method === 'POST' ? pathOfCreated(exchange, answer) : pathOf(exchange.request.url);
  const all = [...run.exchanges.values()].filter(({ dialect }) => dialect === exchange.dialect);
  const at = all.indexOf(exchange);
  const touches = (each: ExchangeEvent): boolean => pathOf(each.request.url) === path;
  const later = all.slice(at + 1).filter((each) => touches(each) && each.scenario === exchange.scenario && each.step === exchange.step);
  const next = later.findIndex((each) => each.own !== true);
  const after = stateIn((next === -1 ? later : later.slice(0, next)).toReversed());
  if (method === 'PATCH') {
    const before = stateIn(all.slice(0, at).filter(touches).toReversed());
    const now = after ?? answer;
    return before === undefined || now === undefined ? undefined : { kind: 'before-after', left: before, right: now };
  }
  const sent = resourceIn(body);
  if (sent === undefined) return undefined;
  if (after !== undefined) return { kind: 'sent-stored', left: sent, right: after };
  return answer === undefined ? undefined : { kind: 'sent-answered', left: sent, right: answer };
}

/** The first of these that shows the whole resource. */
function stateIn(exchanges: readonly ExchangeEvent[]): Json | undefined {
  for (const { request, response } of exchanges) {
    if (request.method === 'DELETE' || request.url.includes('?') || response === undefined || response.status > 299) continue;
    const state = resourceIn(response.body);
    if (state !== undefined) return state;
  }
  return undefined;
}

function pathOfCreated({ request }: ExchangeEvent, answer: Json | undefined): string | undefined {
  const id = isObject(answer) ? answer['id'] : undefined;
  return typeof id === 'string' ? `${pathOf(request.url)}/${encodeURIComponent(id)}` : undefined;
}

function pathOf(url: string): string {
  return url.replace(/[?#].*$/s, '');
}

function resourceIn(body: string | undefined): Json | undefined {
  if (body === undefined || body.length > LONGEST) return undefined;
  try {
    const value: Json = JSON.parse(body);
    return isObject(value) && depthOf(value) <= DEEPEST ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Counted no further than it matters. */
function depthOf(value: Json, depth = 0): number {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return depth;
  return Math.max(depth, ...Object.values(value).map((each) => depthOf(each, depth + 1)));
}
