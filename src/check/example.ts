import type { Family } from '../client/client.js';
import type { SchemaDefinition } from '../scim/attribute.js';
import type { Json, JsonObject } from '../scim/json.js';
import type { Method, Purpose } from '../scim/message.js';

/** A request as an example shows it. In targets and bodies `u1`, `u2` … are ids of users, `g1` … of groups. */
export interface Sent {
  readonly method: Method;
  /** Path and query below the base URL, encoded as they are sent. */
  readonly target: string;
  readonly body?: Json;
  /** Absent: `application/scim+json`. */
  readonly contentType?: string;
  /** Why it is sent, where method and target do not tell. */
  readonly purpose?: Purpose;
  /** The filter's value is written in another case than the resource has it. */
  readonly otherCase?: true;
  /** The client asks by this attribute only where an administrator has chosen so. */
  readonly byChoice?: true;
}

/** An answer as an example shows it. Status 0: none came. */
export interface Answered {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Json;
  /** A body that is no JSON, or `body` as it goes over the wire, where that shows the fault. */
  readonly text?: string;
  /** `body` is a part of what comes; the rest is as it should be. */
  readonly excerpt?: true;
  /** An error, in answer to what is done all the same. */
  readonly done?: true;
  /** What a read of the resource shows afterwards; absent: what `given` says. */
  readonly after?: JsonObject;
}

/** What is known before the exchange. */
export interface Given {
  /** The host by which the target is reached. */
  readonly host?: string;
  /** The resource that the request addresses. */
  readonly resource?: JsonObject;
  /** It has been deleted. */
  readonly deleted?: true;
  /** It has been read before. */
  readonly shown?: true;
  /** It had another name before. */
  readonly renamed?: true;
  /** The resources that the filter describes. */
  readonly hits?: readonly JsonObject[];
  /** The target's ServiceProviderConfig. */
  readonly config?: Json;
  /** What the target's /Schemas describes; absent: the schemas of the standard. */
  readonly schemas?: readonly SchemaDefinition[];
  /** Target paths that the mapping has on top of the default. */
  readonly mapped?: readonly string[];
  /** Statuses that the scenario asks for. */
  readonly wanted?: readonly number[];
  /** A user with the name that the request brings has been deleted. */
  readonly again?: true;
  /** That user, as it was. */
  readonly former?: JsonObject;
  /** Whoever had the name that the request brings has taken another. */
  readonly vacated?: true;
  /** The request stands for several that were sent at the same moment. */
  readonly parallel?: true;
}

/** One request with the answer that is right and the one that is wrong. */
export interface Turn {
  readonly request: Sent;
  readonly good: Answered;
  readonly bad: Answered;
}

/** An exchange from which the judge finds the check to hold, and one from which it finds it broken. A test feeds both to it. */
export interface Example extends Turn {
  /** Who sends it; absent: the first client of the check. */
  readonly client?: Family;
  readonly given?: Given;
  /** What is known before the wrong exchange, where it differs. */
  readonly givenBad?: Given;
  /** Further writes on the same resource, without which the judge could not tell the reason. */
  readonly besides?: readonly Turn[];
}

/** A scenario in which the engine finds the check to hold with one answer and broken with the other. A test plays both. */
export interface ScenarioExample extends Turn {
  readonly client?: Family;
  /** Id of the built-in scenario in which the request is sent; `u1`, `u2` … are its users in the order in which they are created. */
  readonly scenario: string;
  /** Which of several equal requests is meant, from 1; absent: all of them. */
  readonly nth?: number;
  /** It is meant with all that follow. */
  readonly onwards?: true;
  /** Answers to other requests of the scenario, right and wrong. */
  readonly besides?: readonly (Turn & { readonly nth?: number })[];
}
