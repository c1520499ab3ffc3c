import { defined } from '../base/defined.js';
import type { Validator } from '../base/validator.js';
import { checkOf } from '../check/catalogue.js';
import { isCheckId } from '../check/check-id.js';
import { CHECK_IDS } from '../check/check-ids.js';
import { CAPABILITY_NAMES, type Capability } from '../event/capability.js';
import { BYSTANDERS } from '../scenario/bystanders-id.js';
import { selects } from '../scenario/select.js';
import type { Diagnostic } from '../yaml/diagnostic.js';
import { inOrder } from '../yaml/diagnostic-order.js';
import { readDocument, type YamlDocument } from '../yaml/document.js';
import { didYouMean } from '../yaml/nearest.js';
import { shapeProblems } from '../yaml/shape.js';
import type { Baseline, BaselineEntry } from './baseline.js';
import { isDay } from './day.js';
import type { WrittenBaseline } from './form.js';
import { isNeverAccepted, needsLastDay } from './match.js';
import { validatorOf } from './validators.js';

/** The names that an entry may use. */
export interface KnownNames {
  /** Ids of the scenarios that there are. */
  readonly scenarios: readonly string[];
  /** Families and dialects. */
  readonly clients: readonly string[];
}

type WrittenEntry = WrittenBaseline['findings'][number];

/**
 * Reads a baseline.
 *
 * @param text the YAML text
 * @param file its path as shown to people
 * @param names what its entries may be about
 * @returns the baseline, or everything that is wrong with the file, in the order of the text. Never throws on any text
 */
export function loadBaseline(text: string, file: string, names: KnownNames): { baseline?: Baseline; problems: Diagnostic[] } {
  const document = readDocument(text, file);
  if (document.value === undefined) return { problems: inOrder(document.problems) };
  const validate = baselineValidator();
  const written: unknown = document.value;
  if (!validate(written)) return { problems: inOrder([...document.problems, ...shapeProblems(document, validate, written, [])]) };
  const problems = [
    ...document.problems,
    ...written.findings.flatMap((entry, at) => entryProblems(document, entry, at, names)),
    ...duplicates(document, written.findings),
    ...coverageProblems(document, written, names),
  ];
  if (problems.length > 0) return { problems: inOrder(problems) };
  const entries = written.findings.map((entry, at) => entryOf(entry, document, at));
  const coverage = Object.entries(written.coverage ?? {}).map(([dialect, { scenarios, proven }]) => {
    return [dialect, { scenarios, proven: CAPABILITY_NAMES.filter((name) => proven.includes(name)) }] as const;
  });
  return { baseline: { entries, coverage: new Map(coverage) }, problems: [] };
}

/** The validator of a baseline. */
function baselineValidator(): Validator<WrittenBaseline> {
  const validator = validatorOf('baseline');
  if (validator === undefined) throw new Error('there is no validator of baselines');
  // It was made of the schema that the type was made of.
  return validator as Validator<WrittenBaseline>;
}

function entryOf(
  { scenario, check, client, reason, attribute, expires, link }: WrittenEntry,
  document: YamlDocument,
  at: number,
): BaselineEntry {
  const scenarios = scenario === undefined ? [] : [scenario].flat();
  const source = document.position(['findings', at]);
  return { check, client: client.toLowerCase(), scenarios, reason, source, ...defined({ attribute, expires, link }) };
}

function entryProblems(document: YamlDocument, entry: WrittenEntry, at: number, names: KnownNames): Diagnostic[] {
  const { check, client, scenario, expires } = entry;
  const say = (key: string, message: string, hint?: string): Diagnostic => document.problem(['findings', at, key], message, { hint });
  const problems: Diagnostic[] = [];
  if (!isCheckId(check)) problems.push(say('check', `there is no check "${check}"`, didYouMean(check, CHECK_IDS)));
  else if (isNeverAccepted(check))
    problems.push(say('check', `${check} cannot be accepted: ${checkOf(check).effect}`, 'Take the entry out, and mend the target.'));
  else if (needsLastDay(check) && expires === undefined)
    problems.push(
      say('check', `${check} lets people keep access: it is accepted until a day only`, 'Add the last day: "expires: 2027-01-31".'),
    );
  if (expires !== undefined && !isDay(expires)) problems.push(say('expires', `there is no day ${expires}`));
  if (!names.clients.some((name) => name.toLowerCase() === client.toLowerCase()))
    problems.push(say('client', `there is no client "${client}"`, didYouMean(client, names.clients)));
  for (const pattern of scenario === undefined ? [] : [scenario].flat()) {
    if ([BYSTANDERS, ...names.scenarios].some((id) => selects(pattern, id))) continue;
    const hint = didYouMean(pattern, names.scenarios) ?? 'A scenario of your own is known when the run names its file.';
    problems.push(say('scenario', `there is no scenario "${pattern}"`, hint));
  }
  return problems;
}

/** Two entries for one place: nobody could say whose reason counts. */
function duplicates(document: YamlDocument, entries: readonly WrittenEntry[]): Diagnostic[] {
  const first = new Map<string, number>();
  return entries.flatMap(({ check, client, scenario, attribute = '' }, at) => {
    const places = scenario === undefined ? [''] : [scenario].flat();
    const keys = places.map((place) => JSON.stringify([check, client.toLowerCase(), place, attribute.toLowerCase()]));
    const earlier = keys.flatMap((key) => first.get(key) ?? [])[0];
    for (const key of keys) if (!first.has(key)) first.set(key, at);
    if (earlier === undefined) return [];
    const hint = `The first one stands in line ${document.position(['findings', earlier]).line}.`;
    return [document.problem(['findings', at], `a second entry for the same finding: ${check} under ${client}`, { hint })];
  });
}

function coverageProblems(document: YamlDocument, { coverage = {} }: WrittenBaseline, names: KnownNames): Diagnostic[] {
  return Object.entries(coverage).flatMap(([dialect, { proven }]) => {
    const unknown = names.clients.includes(dialect)
      ? []
      : [
          document.problem(['coverage', dialect], `there is no client "${dialect}"`, {
            at: 'key',
            hint: didYouMean(dialect, names.clients),
          }),
        ];
    const wrong = proven.flatMap((name, at) => {
      if (isCapability(name)) return [];
      const hint = didYouMean(name, CAPABILITY_NAMES);
      return [document.problem(['coverage', dialect, 'proven', at], `there is no capability "${name}"`, { hint })];
    });
    return [...unknown, ...wrong];
  });
}

function isCapability(name: string): name is Capability {
  return CAPABILITY_NAMES.some((each) => each === name);
}
