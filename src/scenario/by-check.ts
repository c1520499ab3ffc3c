import { CHECKS } from '../check/catalogue.js';
import type { Check } from '../check/check.js';
import type { CheckId } from '../check/check-id.js';
import { CHECK_IDS } from '../check/check-ids.js';
import { exampleOf } from '../check/example-of.js';
import { didYouMean, nearest } from '../yaml/nearest.js';
import type { Scenario } from './scenario.js';
import type { SelectionProblem } from './select.js';

const CHECK = /^sc\d{4}$/i;
const SECTION = /^rfc ?(\d{4})(?:[/§ ]+([\d.]+))?$/i;

/**
 * Whether a pattern selects by a check or by a section of the standard: `SC2104`, `rfc7644/3.5.2`.
 *
 * @param pattern what was given
 */
export function isByCheck(pattern: string): boolean {
  return CHECK.test(pattern) || SECTION.test(pattern);
}

/**
 * The checks that a pattern names.
 *
 * @param pattern `SC2104`: that one; `rfc7644/3.5.2`: those that the section, or one below it, demands
 */
export function checksNamed(pattern: string): { readonly checks: readonly Check[]; readonly problem?: SelectionProblem } {
  const all = [...CHECKS.values()];
  if (CHECK.test(pattern)) {
    const checks = all.filter(({ id }) => id === pattern.toUpperCase());
    if (checks.length > 0) return { checks };
    const near = didYouMean(pattern.toUpperCase(), CHECK_IDS) ?? 'All checks: scim-check list checks';
    return { checks, problem: { pattern, message: `there is no check "${pattern}"`, hint: near } };
  }
  const [, number = '', section] = SECTION.exec(pattern) ?? [];
  const start = `RFC ${number} §`;
  const sections = new Set(
    all.flatMap(({ authorities }) => authorities.map(({ reference }) => reference)).filter((each) => each.startsWith(start)),
  );
  const isWanted = (reference: string): boolean => {
    const own = reference.slice(start.length);
    return reference.startsWith(start) && (section === undefined || own === section || own.startsWith(`${section}.`));
  };
  const checks = all.filter(({ authorities }) => authorities.some(({ reference }) => isWanted(reference)));
  if (checks.length > 0) return { checks };
  const near = nearest(`${start}${section ?? ''}`, sections);
  const known =
    near === undefined ? 'Sections of RFC 7643 and RFC 7644 are known.' : `Did you mean "rfc${near.slice(4).replace(' §', '/')}"?`;
  return { checks, problem: { pattern, message: `no check refers to "${pattern}"`, hint: known } };
}

/**
 * The scenarios that are about checks: those that name one, or provoke a failure that it finds.
 *
 * @param pattern see `checksNamed`
 * @param all the scenarios that there are
 * @param failuresOf numbers in docs/failures.md of what a check finds, besides those that it names itself
 */
export function scenariosAbout(
  pattern: string,
  all: readonly Scenario[],
  failuresOf: (check: CheckId) => readonly string[],
): { hits: readonly Scenario[]; problem?: SelectionProblem } {
  const { checks, problem } = checksNamed(pattern);
  if (problem !== undefined) return { hits: [], problem };
  const ids = new Set<string>(checks.map(({ id }) => id));
  const named = checks.flatMap(({ authorities }) => authorities.flatMap((each) => (each.kind === 'field' ? each.reference : [])));
  const failures = new Set([...named, ...checks.flatMap(({ id }) => failuresOf(id))]);
  const examples = new Set(checks.flatMap((check) => (check.kind === 'step' ? exampleOf(check).scenario : [])));
  const hits = all.filter((scenario) => {
    if (examples.has(scenario.id)) return true;
    const provokes = scenario.failures?.some((failure) => failures.has(failure)) === true;
    return provokes || scenario.steps.some(({ check }) => check !== undefined && ids.has(check));
  });
  if (hits.length > 0) return { hits };
  const message = `no scenario is about "${pattern}" alone: it is judged wherever such a request is sent`;
  return { hits, problem: { pattern, message, hint: 'Play all scenarios: name none.' } };
}
