import type { Clock } from '../base/clock.js';
import type { JsonObject } from '../scim/json.js';
import type { ResourceType } from '../scim/message.js';
import type { Catalogue } from './catalogue.js';
import type { IssuedTokens } from './oauth/issued-tokens.js';
import type { Stages } from './stage.js';
import type { Store } from './store.js';

/** What the stages and hooks of one sample server share. */
export interface World {
  /** The bearer token that is always accepted. */
  readonly token: string;
  /** Those of the token endpoint, which are accepted for a time. */
  readonly tokens: IssuedTokens;
  readonly catalogue: Catalogue;
  readonly store: Store;
  /** The composed stages, hooks included. */
  readonly stages: Stages;
  /** The base URL without a slash at the end: `http://127.0.0.1:8080/scim/v2`. */
  baseUrl(): string;
  readonly clock: Clock;
  /** Makes the id of a new resource. */
  newId(type: ResourceType, attributes: JsonObject): string;
}
