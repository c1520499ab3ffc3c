import compiled from 'compiled:baseline';
import type { Validator } from '../base/validator.js';

/** The validator of a piece, compiled by the build. */
export const validatorOf = (name: string): Validator | undefined => (Object.hasOwn(compiled, name) ? compiled[name] : undefined);
