import type { AttributePath, Filter } from './expression.js';

/**
 * Writes an attribute path.
 *
 * @param path the path
 */
export function printAttributePath(path: AttributePath): string {
  const filter = path.filter === undefined ? '' : `[${printFilterTree(path.filter)}]`;
  const sub = path.sub === undefined ? '' : `.${path.sub}`;
  return [path.urn, path.attribute].filter((part) => part !== undefined).join(':') + filter + sub;
}

/**
 * Writes a filter with only the parentheses that its tree needs.
 *
 * @param filter the tree
 */
export function printFilterTree(filter: Filter): string {
  switch (filter.kind) {
    case 'compare':
      return `${printAttributePath(filter.path)} ${filter.op} ${JSON.stringify(filter.value)}`;
    case 'present':
      return `${printAttributePath(filter.path)} pr`;
    case 'not':
      return `not (${printFilterTree(filter.filter)})`;
    case 'valuePath':
      return `${printAttributePath(filter.path)}[${printFilterTree(filter.filter)}]`;
    case 'and':
      // A chain is read from the left, so only a right-hand chain needs its parentheses.
      return `${printOperand(filter.left, ['or'])} and ${printOperand(filter.right, ['or', 'and'])}`;
    case 'or':
      return `${printOperand(filter.left, [])} or ${printOperand(filter.right, ['or'])}`;
  }
}

function printOperand(filter: Filter, grouped: readonly Filter['kind'][]): string {
  const text = printFilterTree(filter);
  return grouped.includes(filter.kind) ? `(${text})` : text;
}
