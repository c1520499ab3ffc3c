import type { Json } from '../scim/json.js';

/** Sees each answer whole, before anything is cut from it, read out of it or kept of it. */
export interface IncomingFilter {
  text(text: string): string;
  json(value: Json): Json;
}
