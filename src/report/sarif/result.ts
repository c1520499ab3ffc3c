import { createHash } from 'node:crypto';
import type { Defect } from '../../event/defects.js';
import type { ExchangeEvent, FindingEvent } from '../../event/event.js';
import type { JsonObject } from '../../scim/json.js';
import type { Header } from '../../scim/message.js';
import { replayCommand } from '../command.js';
import { isKnown, knownOf } from '../known.js';
import { shorten } from '../layout.js';
import type { RunRecord } from '../record.js';
import type { Repository } from '../reporter.js';
import { userPlace } from '../user-files.js';

const LONGEST = 1000;
const LONGEST_BODY = 10_000;

/**
 * A defect as a SARIF result.
 *
 * @param run the run
 * @param found one of its defects, what it is known by, and the place of its check among the rules
 * @param repository where the run was made
 */
export function resultOf(
  run: RunRecord,
  { cause, defect, ruleIndex }: { readonly cause: string; readonly defect: Defect; readonly ruleIndex: number },
  repository: Repository | undefined,
): JsonObject {
  const { check, severity, evidence, count } = defect;
  const { effect, expected, received, fix } = evidence;
  const exchange = run.exchanges.get(evidence.exchange ?? '');
  const replay = replayCommand(run.started, evidence);
  const lines = [
    effect,
    `Expected: ${expected}`,
    `Received: ${received}`,
    `Fix: ${fix}`,
    ...(replay === undefined ? [] : [`Replay: ${replay}`]),
  ];
  return {
    ruleId: shorten(check, 100),
    ruleIndex,
    level: severity,
    message: { text: lines.map((text) => shorten(text, LONGEST)).join('\n') },
    locations: [locationOf(run, evidence, repository)],
    partialFingerprints: { 'scimCheckDefect/v1': fingerprintOf(cause) },
    occurrenceCount: count,
    ...(isKnown(run, defect) ? { suppressions: suppressionsOf(run, defect) } : {}),
    ...(exchange === undefined ? {} : messagesOf(exchange)),
  };
}

/** What a baseline accepts. */
function suppressionsOf(run: RunRecord, { findings }: Defect): JsonObject[] {
  const reasons = new Set(findings.flatMap(({ id }) => knownOf(run, id)?.reason ?? []));
  return [...reasons].map((reason) => ({ kind: 'external', justification: shorten(reason, LONGEST) }));
}

/** The same in each run, whatever its seed, by what `report --against` knows a defect. */
function fingerprintOf(cause: string): string {
  return createHash('sha256').update(cause).digest('hex');
}

/**
 * A place in a file that is there: the scenario where it is the user's own, else the workflow that made the run. Code scanning shows
 * nothing that stands in no file.
 */
function locationOf(run: RunRecord, { source, scenario, step, dialect }: FindingEvent, repository: Repository | undefined): JsonObject {
  const place = userPlace(run, source, repository);
  const where = [dialect, scenario, step].filter((each) => each !== undefined).join('/');
  const logicalLocations = [{ fullyQualifiedName: shorten(where, LONGEST) }];
  if (place !== undefined) return { logicalLocations, physicalLocation: physical(place.file, place.line, place.column) };
  if (repository?.workflow === undefined) return { logicalLocations };
  return { logicalLocations, physicalLocation: physical(repository.workflow, 1, 1) };
}

function physical(file: string, startLine: number, startColumn: number): JsonObject {
  const uri = shorten(file, LONGEST).split('/').map(encodeURIComponent).join('/');
  return { artifactLocation: { uri, uriBaseId: '%SRCROOT%' }, region: { startLine, startColumn } };
}

function messagesOf({ request, response }: ExchangeEvent): JsonObject {
  const { method, url, headers, body } = request;
  return {
    webRequest: { protocol: 'HTTP', version: '1.1', target: shorten(url, LONGEST), method, headers: headersOf(headers), ...bodyOf(body) },
    ...(response === undefined
      ? {}
      : {
          webResponse: {
            protocol: 'HTTP',
            version: '1.1',
            statusCode: response.status,
            headers: headersOf(response.headers),
            ...bodyOf(response.body),
          },
        }),
  };
}

/** SARIF holds each name once; a header that came several times has its values joined, as RFC 9110 §5.3 joins them. */
function headersOf(headers: readonly Header[]): JsonObject {
  const joined = new Map<string, string>();
  for (const [name, value] of headers) joined.set(name, joined.has(name) ? `${joined.get(name)}, ${value}` : value);
  return Object.fromEntries([...joined].map(([name, value]) => [shorten(name, LONGEST), shorten(value, LONGEST)]));
}

function bodyOf(body: string | undefined): JsonObject {
  return body === undefined || body === '' ? {} : { body: { text: shorten(body, LONGEST_BODY) } };
}
