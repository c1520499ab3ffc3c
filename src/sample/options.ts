import type { Clock } from '../base/clock.js';
import type { SchemaDefinition } from '../scim/attribute.js';
import type { JsonObject } from '../scim/json.js';
import type { ResourceType } from '../scim/message.js';
import type { SampleOAuthClient } from './oauth/client.js';

/** What a sample server is to be. */
export interface SampleOptions {
  /** The bearer token that clients must show; not empty. */
  readonly token: string;
  /** The client that the token endpoint gives access tokens to; default: none. */
  readonly oauth?: SampleOAuthClient;
  /** For `meta`, and for answers that come late; default: the machine's. */
  readonly clock?: Clock;
  /** Names of defects to switch on. */
  readonly defects?: readonly string[];
  /** Names of legal variants to switch on. */
  readonly variants?: readonly string[];
  /** How many people are there before the first request; default 3. */
  readonly users?: number;
  /** How many groups are there before the first request; default 1. */
  readonly groups?: number;
  /** Default `/scim/v2`. */
  readonly basePath?: string;
  /** Schemas beyond the standard ones, such as the custom extensions of a mapping: stored and advertised. */
  readonly extraSchemas?: readonly SchemaDefinition[];
  /** Makes the id of a new resource; default: a random UUID. */
  readonly newId?: (type: ResourceType, attributes: JsonObject) => string;
}
