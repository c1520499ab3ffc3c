import type { ExchangeEvent, FindingEvent } from '../../event/event.js';
import { isObject } from '../../scim/json.js';
import type { RunRecord } from '../record.js';
import { findWord } from './find-word.js';

/** A request of a script. */
export interface ReproStep {
  readonly request: ExchangeEvent['request'];
  /** Path and query below the base URL. */
  readonly path: string;
  /** `wrong`: it is sent with a made-up credential, `none`: without one. */
  readonly credential: 'right' | 'wrong' | 'none';
  /** Number of the resource that it creates, counted from 1. */
  readonly creates?: number;
  readonly role: 'before' | 'evidence' | 'read-back';
}

/** What shows a defect, with as little before it as possible. */
export interface ReproPlan {
  readonly steps: readonly ReproStep[];
  readonly created: readonly CreatedResource[];
}

/** A resource that the script creates and deletes. */
export interface CreatedResource {
  readonly number: number;
  /** As the run's target called it. */
  readonly id: string;
  /** `/Users`. */
  readonly endpoint: string;
  /** The marks that make its names unique. */
  readonly marks: readonly string[];
  /** Values by which others ask for it. */
  readonly names: readonly string[];
}

/** A list without a filter says something only where there is something to list. */
const MOST_FOR_A_LIST = 5;

/**
 * What a script has to send so that a finding is seen again: the creations and changes that its request depends on, the request, and a
 * read afterwards.
 *
 * @param run the run, with its exchanges
 * @param finding the finding with the smallest request
 * @returns undefined where no request shows it
 */
export function planOf(run: RunRecord, finding: FindingEvent): ReproPlan | undefined {
  const base = run.started?.target.replace(/\/+$/, '') ?? '';
  const evidence = run.exchanges.get(finding.exchange ?? '');
  if (evidence === undefined || !evidence.request.url.startsWith(base)) return undefined;
  const held = [...run.exchanges.values()].filter((each) => each.dialect === evidence.dialect && each.scenario === evidence.scenario);
  const earlier = held.slice(0, held.indexOf(evidence));
  const created = earlier.flatMap((each) => creationOf(each, base));
  const needed = neededFor(evidence, earlier, created);
  const resources = [...needed, ...(evidence.request.method === 'POST' ? creationOf(evidence, base) : [])].map(
    ({ exchange, ...each }, at) => ({ ...each, number: at + 1, exchange }),
  );
  const writes = earlier.filter(({ own, request }) => own !== true && request.method !== 'GET' && request.method !== 'POST');
  const before = earlier.filter(
    (each) =>
      resources.some(({ exchange }) => exchange === each) || (writes.includes(each) && needed.some(({ id }) => speaksOf(each, [id]))),
  );
  const step = (exchange: ExchangeEvent, role: ReproStep['role']): ReproStep => {
    const creates = resources.find((each) => each.exchange === exchange)?.number;
    const { request } = exchange;
    return {
      request,
      path: request.url.slice(base.length),
      credential: credentialOf(exchange),
      role,
      ...(creates === undefined ? {} : { creates }),
    };
  };
  const readBack =
    evidence.request.method === 'GET' ? [] : held.slice(held.indexOf(evidence) + 1).filter((each) => isReadOf(each, resources, evidence));
  return {
    steps: [
      ...before.map((each) => step(each, 'before')),
      step(evidence, 'evidence'),
      ...readBack.slice(0, 1).map((each) => step(each, 'read-back')),
    ],
    created: resources.map(({ exchange: _exchange, ...each }) => each),
  };
}

interface Creation extends Omit<CreatedResource, 'number'> {
  readonly exchange: ExchangeEvent;
}

function creationOf(exchange: ExchangeEvent, base: string): Creation[] {
  const { request, response } = exchange;
  const endpoint = request.url.slice(base.length).replace(/[?#].*$/, '');
  if (request.method !== 'POST' || response === undefined || response.status >= 300 || !/^\/(Users|Groups)$/.test(endpoint)) return [];
  const body = parsed(response.body);
  const id = body['id'];
  if (typeof id !== 'string' || id === '') return [];
  const sent = parsed(request.body ?? '');
  const names = [sent['userName'], sent['externalId'], sent['displayName']].filter((each) => typeof each === 'string' && each.length > 5);
  const texts = names.map(String);
  const marks = [...new Set(texts.flatMap((text) => text.match(MARK) ?? []).map((mark) => mark.toLowerCase()))];
  return [{ id, endpoint, names: texts, marks, exchange }];
}

/** What makes the names of a run unique: `scgbbg6ry`. */
const MARK = /(?<![a-z0-9])sc[a-z0-9]{7}(?![a-z0-9])/gi;

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

/** The resources that a request speaks of, and those that their own creations and changes speak of. */
function neededFor(evidence: ExchangeEvent, earlier: readonly ExchangeEvent[], created: readonly Creation[]): Creation[] {
  const isList = evidence.request.method === 'GET' && !/filter=|\/(Users|Groups)\/./.test(evidence.request.url);
  const needed = new Set(isList ? created.slice(0, MOST_FOR_A_LIST) : []);
  const look = (exchange: ExchangeEvent): void => {
    for (const each of created.filter((creation) => !needed.has(creation) && creation.exchange !== exchange)) {
      if (!speaksOf(exchange, [each.id, ...each.names])) continue;
      needed.add(each);
      look(each.exchange);
      for (const write of earlier.filter(
        ({ own, request }) => own !== true && request.method !== 'GET' && findWord(request.url, each.id) !== -1,
      ))
        look(write);
    }
  };
  look(evidence);
  return created.filter((each) => needed.has(each));
}

function speaksOf({ request }: ExchangeEvent, texts: readonly string[]): boolean {
  const said = [decoded(request.url), request.url, request.body ?? ''];
  return texts.some((text) => said.some((each) => findWord(each, text) !== -1));
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url.replaceAll('+', ' '));
  } catch {
    return url;
  }
}

function isReadOf({ request }: ExchangeEvent, resources: readonly Creation[], evidence: ExchangeEvent): boolean {
  return (
    request.method === 'GET' &&
    resources.some(({ id, exchange }) => request.url.endsWith(`/${id}`) && (exchange === evidence || speaksOf(evidence, [id])))
  );
}

function credentialOf({ purpose, request }: ExchangeEvent): ReproStep['credential'] {
  if (purpose === 'refuse') return 'wrong';
  return request.headers.some(([name]) => name.toLowerCase() === 'authorization') ? 'right' : 'none';
}
