import type { ExpressionFunction } from '../value.js';
import { LIST_FUNCTIONS } from './list.js';
import { LOGIC_FUNCTIONS } from './logic.js';
import { REPLACE } from './replace.js';
import { ROLE_FUNCTIONS } from './roles.js';
import { TEXT_FUNCTIONS } from './text.js';

/**
 * The functions that can be evaluated, by name in lower case. Left out are those whose result depends on the moment or on
 * chance (Now, Guid, RandomString) and those about dates: nothing definite can be expected of them.
 */
export const FUNCTIONS: ReadonlyMap<string, ExpressionFunction> = new Map(
  [...TEXT_FUNCTIONS, REPLACE, ...LOGIC_FUNCTIONS, ...LIST_FUNCTIONS, ...ROLE_FUNCTIONS].map((each) => [each.name.toLowerCase(), each]),
);
