import { parseTarget } from '../../http/target.js';

/** Why a target cannot be used; undefined: it can. */
export function whyNot(value: string): string | undefined {
  if (value === '' || value === 'sample') return undefined;
  const parsed = parseTarget(value);
  return parsed.ok ? undefined : parsed.message;
}
