import type { ExpressionFunction } from '../value.js';
import { CHANCE_FUNCTIONS } from './chance.js';
import { DATE_FUNCTIONS } from './date.js';
import { LIST_FUNCTIONS } from './list.js';
import { LOGIC_FUNCTIONS } from './logic.js';
import { REPLACE } from './replace.js';
import { ROLE_FUNCTIONS } from './roles.js';
import { TEXT_FUNCTIONS } from './text.js';

/** The functions that can be evaluated, by name in lower case: all of Microsoft's reference. */
export const FUNCTIONS: ReadonlyMap<string, ExpressionFunction> = new Map(
  [...TEXT_FUNCTIONS, REPLACE, ...LOGIC_FUNCTIONS, ...LIST_FUNCTIONS, ...ROLE_FUNCTIONS, ...DATE_FUNCTIONS, ...CHANCE_FUNCTIONS].map(
    (each) => [each.name.toLowerCase(), each],
  ),
);
