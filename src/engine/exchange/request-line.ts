import type { Method } from '../../scim/message.js';

/** `PATCH /Users/{id}`: what is asked, whoever it is about. */
export function operationOf(method: Method, target: string): string {
  return `${method} ${(target.split('?')[0] ?? '').replace(/(?<=^\/[^/]*\/).*/, '{id}')}`;
}

/** Of a PATCH the operations alone: the envelope is always the same. */
export function essence(body: string): string {
  const start = body.indexOf('"Operations":[');
  return start >= 0 && body.endsWith(']}') ? body.slice(start + '"Operations":['.length, -2) : body;
}
