/**
 * What a measure has shown.
 *
 * @typedef {object} Measured
 * @property {string} name what was measured
 * @property {number[]} ours one value a round
 * @property {string} [otherName]
 * @property {number[]} [others] what `ours` is held against, round by round; absent: the goal is a value of its own
 * @property {number} goal the greatest ratio (or value) that is good
 * @property {string} [unit] default: ms
 * @property {string} [skipped] why it could not be measured here
 */

/**
 * Prints a measure.
 *
 * @param {Measured} measured
 * @returns {boolean} whether the goal is met; a measure that was skipped is no goal missed
 */
export function tell({ name, ours, otherName, others, goal, unit = 'ms', skipped }) {
  if (skipped !== undefined) {
    process.stdout.write(`${name}\n  skipped: ${skipped}\n\n`);
    return true;
  }
  const value = others === undefined ? median(ours) : median(ours) / median(others);
  const met = value <= goal;
  const lines = [name, `  ${show(ours, unit)}  scim-check`];
  if (others !== undefined) lines.push(`  ${show(others, unit)}  ${otherName}`);
  const shown = others === undefined ? `${value.toFixed(0)} ${unit}` : `ratio ${value.toFixed(2)}`;
  lines.push(`  ${shown}, goal ${goal}${others === undefined ? ` ${unit}` : ''}: ${met ? 'met' : 'NOT met'}`);
  process.stdout.write(`${lines.join('\n')}\n\n`);
  return met;
}

/** @param {readonly number[]} values @returns {number} */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function show(values, unit) {
  const digits = median(values) < 20 ? 2 : 0;
  const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)].map((value) => value.toFixed(digits));
  return `${middle} ${unit} (${least} to ${most})`;
}
