import { expressionProblem } from './entra-export/evaluate.js';
import type { MappedAttribute, Mapping, UnsentAttribute } from './mapping.js';

/**
 * The attributes of users that a client exchanges with an app and that are never sent in a run: what their expressions make of a
 * person cannot be worked out.
 *
 * @param mapping the mapping
 */
export function unsentOf(mapping: Mapping): UnsentAttribute[] {
  const rows = mapping.users.flatMap((row): UnsentAttribute[] => {
    const reason = whyUnsent(row);
    return reason === undefined ? [] : [{ name: row.name, reason }];
  });
  return [...(mapping.unsent ?? []), ...rows];
}

/**
 * Why a row is never sent, in one clause with its place; undefined when it is.
 *
 * @param row a row of the users' table
 */
export function whyUnsent({ expression, line, type }: MappedAttribute): string | undefined {
  const problem = expression === undefined || type === 'Reference' ? undefined : expressionProblem(expression);
  if (problem === undefined) return undefined;
  const place = line === undefined ? '' : `line ${line}, `;
  return `${problem.message} (${place}character ${problem.offset + 1} of the expression)`;
}
