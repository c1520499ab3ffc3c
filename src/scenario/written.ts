import type { Family } from '../client/client.js';
import type { Variant } from '../client/variant.js';
import type { Json, JsonObject } from '../scim/json.js';
import type { Method } from '../scim/message.js';

/** A scenario as it is written, without its steps: what schemas/scenario.schema.json accepts. */
export interface WrittenHead {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly clients?: readonly string[];
  readonly needs?: readonly string[];
  readonly once?: readonly Family[];
  readonly failures?: readonly string[];
  readonly steps: readonly Json[];
}

type Values = Readonly<Record<string, Json>>;

export interface WrittenExpect {
  readonly found?: boolean;
  readonly active?: boolean;
  readonly sameId?: boolean;
  readonly status?: number | readonly number[];
  readonly attributes?: JsonObject;
  readonly members?: readonly string[];
  readonly absent?: readonly string[];
}

interface Common {
  readonly expect?: WrittenExpect;
  readonly check?: string;
}

/** Forms in which a client may have another way. */
interface Varied extends Common {
  readonly as?: Variant;
}

interface WrittenObject {
  readonly with?: Values;
  readonly without?: readonly string[];
}

/** The written form of each kind of step. */
export interface StepForms {
  connect: Common & { readonly connect: 'right' | 'wrong' | 'none' };
  createUser: Varied & {
    readonly every?: 'required';
    readonly create: WrittenObject & { readonly user: string; readonly persona?: string; readonly manager?: string };
  };
  createGroup: Varied & {
    readonly every?: 'required';
    readonly create: WrittenObject & { readonly group: string; readonly members?: readonly string[] };
  };
  match: Varied & { readonly match: string; readonly by?: string; readonly case?: 'upper' | 'lower'; readonly every?: 'filterable' };
  read: Common & { readonly read: string };
  update: Varied & {
    readonly update: string;
    readonly set?: Values;
    readonly clear?: readonly string[];
    readonly manager?: string | null;
    readonly add?: readonly string[];
    readonly remove?: readonly string[];
    readonly members?: readonly string[];
    readonly every?: 'changed' | 'cleared';
  };
  delete: Common & { readonly delete: string };
  list: Common & { readonly list: 'users' | 'groups'; readonly count?: number };
  request: Common & {
    readonly request: {
      readonly method?: Method;
      readonly path: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: Json;
      readonly capture?: Readonly<Record<string, string>>;
      readonly optional?: readonly string[];
      readonly exceed?: 'maxOperations';
      readonly times?: number;
    };
    readonly ignoringCase?: readonly string[];
  };
}
