import { type Document, isAlias, isMap, isPair, isScalar, isSeq, type Node } from 'yaml';
import { isReadAnew } from './read-anew.js';

/** Something that YAML allows and these files do not. */
export interface StructureProblem {
  readonly offset: number;
  readonly message: string;
  readonly hint?: string;
  /** Offset of an earlier occurrence. */
  readonly first?: number;
  /** The rest of the file can be judged all the same. */
  readonly isLocal?: true;
}

const MOST_ALIASES = 100;

/**
 * Finds what YAML allows and JSON does not: duplicate keys, values such as `.nan`, aliases without an anchor or inside their own anchor.
 *
 * @param document a document without syntax errors, of bounded depth
 */
export function structureProblems(document: Document): StructureProblem[] {
  const problems: StructureProblem[] = [];
  let aliases = 0;
  if (document.directives?.yaml.version === '1.1')
    problems.push({ offset: 0, message: 'YAML 1.1 is not supported', hint: 'Remove the %YAML line.' });
  visit(document.contents, new Set());
  return problems;

  function visit(node: unknown, around: ReadonlySet<string>): void {
    if (isPair(node)) {
      visit(node.value, around);
    } else if (isAlias(node)) {
      const offset = node.range?.[0] ?? 0;
      aliases += 1;
      if (aliases > MOST_ALIASES) {
        // Resolving an alias reads the whole document: without a limit, many of them would take quadratic time.
        if (aliases === MOST_ALIASES + 1) problems.push({ offset, message: `the file has more than ${MOST_ALIASES} aliases` });
      } else if (around.has(node.source)) problems.push({ offset, message: `the alias "${node.source}" stands inside its own anchor` });
      else if (node.resolve(document) === undefined) problems.push({ offset, message: `there is no anchor "${node.source}" above` });
    } else if (isScalar(node)) {
      const problem = scalarProblem(node.value, node.source);
      if (problem !== undefined) problems.push({ offset: node.range?.[0] ?? 0, ...problem });
    } else if (isMap(node) || isSeq(node)) {
      const within = node.anchor === undefined ? around : new Set([...around, node.anchor]);
      if (isMap(node)) duplicateKeys(node.items.map((item) => item.key));
      for (const item of node.items) visit(item, within);
    }
  }

  function duplicateKeys(keys: readonly unknown[]): void {
    const seen = new Map<string, number>();
    for (const key of keys) {
      const offset = (key as Node | null)?.range?.[0] ?? 0;
      if (isAlias(key)) problems.push({ offset, message: 'an alias cannot be a key' });
      if (!isScalar(key)) continue;
      const name = String(key.value);
      const first = seen.get(name);
      if (first === undefined) seen.set(name, offset);
      else problems.push({ offset, message: `duplicate key "${name}"`, first, isLocal: true });
    }
  }
}

/** Why a scalar is no JSON value that survives the way to a server unchanged. */
function scalarProblem(value: unknown, source = ''): Omit<StructureProblem, 'offset'> | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value !== 'number') return { message: 'this kind of value has no JSON form' };
  if (!Number.isFinite(value)) return { message: 'JSON has no such number' };
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return { message: 'this number is too large to be kept exactly', hint: 'Put it in quotes if it is an identifier.' };
  }
  if (isReadAnew(source))
    return { message: `YAML reads ${source} as the number ${value}`, hint: `Put it in quotes if it is text: "${source}".`, isLocal: true };
  return undefined;
}
