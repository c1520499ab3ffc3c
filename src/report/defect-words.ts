import type { Severity } from '../check/check.js';
import type { Family } from '../client/client.js';
import { type Defect, severityUnder } from '../event/defects.js';
import type { Style } from './layout.js';
import type { RunRecord } from './record.js';

/** As many other answers are told. */
const MOST_ANSWERS = 2;

/**
 * What other clients were told when they were refused, where it is not the same: the reason may be another one.
 *
 * @param defect the defect
 */
export function otherAnswers({ evidence, findings }: Defect): string[] {
  const said = new Map([[faceOf(evidence.received), '']]);
  for (const { dialect, received } of findings) {
    const face = faceOf(received);
    if (/^[45]\d\d\b/.test(received) && !said.has(face)) said.set(face, `${dialect}: ${received}`);
  }
  const others = [...said.values()].filter((text) => text !== '');
  return others.length > MOST_ANSWERS ? [...others.slice(0, MOST_ANSWERS), `and ${others.length - MOST_ANSWERS} other answers`] : others;
}

/** An answer without what differs from request to request: names, ids, numbers. */
function faceOf(received: string): string {
  const words = received.slice(0, 300).split(/[^\w@.+-]+/);
  return words.filter((word, at) => at === 0 || !/[@\d]/.test(word)).join(' ');
}

/**
 * How often a defect was seen: undefined for once, else `in 5 exchanges`, with the dialects where there are several.
 *
 * @param defect the defect
 */
export function seenOf({ count, findings }: Defect): string | undefined {
  if (count <= 1) return undefined;
  const counts = new Map<string, number>();
  for (const each of findings) counts.set(each.dialect, (counts.get(each.dialect) ?? 0) + each.count);
  const where = counts.size > 1 ? ` (${[...counts].map(([dialect, times]) => `${dialect} ${times}`).join(', ')})` : '';
  return `in ${count} exchanges${where}`;
}

/**
 * The families that a run plays, which are the columns of its table of defects.
 *
 * @param run the run
 */
export function familiesOf({ clients }: RunRecord): Family[] {
  return [...new Set([...clients.values()].map(({ family }) => family))];
}

/**
 * How a client meets a defect.
 *
 * @param run the run
 * @param defect the defect
 * @param family the client
 * @returns the worst of it, undefined where it was not seen; and the dialects that meet it where not all do, `default` for
 *   `entra-default`
 */
export function metBy(
  { clients }: RunRecord,
  defect: Defect,
  family: Family,
): { readonly severity?: Severity; readonly only: readonly string[] } {
  const severity = severityUnder(defect, family);
  if (severity === undefined) return { only: [] };
  const dialects = [...clients.values()].filter((each) => each.family === family).map(({ dialect }) => dialect);
  const met = dialects.filter((dialect) => severityUnder(defect, dialect) !== undefined);
  const shorten = (dialect: string): string => (dialect.startsWith(`${family}-`) ? dialect.slice(family.length + 1) : dialect);
  return { severity, only: met.length === dialects.length ? [] : met.map(shorten) };
}

/**
 * The mark of a defect in tables and headings.
 *
 * @param severity its severity
 */
export function markOf(severity: Severity): string {
  return severity === 'error' ? '✗' : '!';
}

/**
 * How that mark looks.
 *
 * @param severity its severity
 */
export function styleOf(severity: Severity): Style {
  return severity === 'error' ? 'bad' : 'warn';
}
