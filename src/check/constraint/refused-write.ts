import type { ScimRequest, ScimResponse } from '../../scim/message.js';
import type { SchemaSet } from '../../scim/schema-set.js';

/** A write that was refused. */
export interface RefusedWrite {
  readonly request: Pick<ScimRequest, 'method' | 'body' | 'resourceType' | 'headers'>;
  readonly response: Pick<ScimResponse, 'status' | 'body' | 'text'>;
  readonly facts: { readonly schemas: SchemaSet };
}
