import type { Client, DirectoryObject } from '../../client/client.js';
import { placeholderPassword } from '../../client/values/identifier.js';
import { guid, ownMark, runMark, seededRandom } from '../../client/values/random.js';
import { digits } from '../../client/values/vendor.js';
import type { ObjectSpec } from '../../scenario/intent.js';
import type { Scenario, Step } from '../../scenario/scenario.js';
import { fillText, fillValue, type Variable, variablesIn } from '../../scenario/template.js';
import type { Json } from '../../scim/json.js';
import type { Unserved } from '../exchange/throttle.js';
import type { Cause } from '../state/cause.js';
import { buildDirectoryObject, type DirectoryEntry, textOf, variableOf } from './directory.js';
import type { RunContext, RunIdentity } from './run-context.js';

/** What the steps of a scenario hand on to one another: the directory, and what they captured. */
export class ScenarioState {
  readonly scenario: Scenario;
  readonly identity: RunIdentity;
  readonly directory = new Map<string, DirectoryEntry>();
  readonly captured = new Map<string, string>();
  /** Names under which nothing could be captured, and why. */
  readonly missing = new Map<string, readonly Cause[]>();
  /** Names under which nothing was captured because the answer may lack it. */
  readonly uncaptured = new Set<string>();
  /** Bodies of creations that were refused though they should not have been, and why. */
  readonly refused = new Map<string, readonly Cause[]>();
  /** What kept the last creation from being played: what needs its object is blocked by the same. */
  blockedBy: readonly Cause[] = [];
  /** Why an earlier write was not served: what comes after it cannot be judged. */
  unserved: Unserved | undefined;
  readonly #run: RunContext;
  readonly #client: Client;
  readonly #random: () => number;
  readonly #digits: string;
  readonly #mark: string;

  constructor(scenario: Scenario, run: RunContext, client: Client, identity: RunIdentity) {
    this.scenario = scenario;
    this.identity = identity;
    this.#run = run;
    this.#client = client;
    this.#random = seededRandom([identity.seed, client.dialect, scenario.id, 'made up'].join('|'));
    this.#digits = digits(seededRandom([identity.seed, client.dialect, scenario.id, 'digits'].join('|')), 6);
    this.#mark = ownMark(seededRandom([identity.seed, client.dialect, scenario.id, 'mark'].join('|')));
  }

  /** A GUID that no resource has; requests that address it are allowed. */
  madeUpId(): string {
    const id = guid(this.#random);
    this.#run.madeUpIds.add(id);
    return id;
  }

  /** What the texts of a step ask an object for that exists and has no such value: `ann.nickName`. */
  lacking(step: Step): Extract<Variable, { kind: 'object' }> | undefined {
    return variablesIn(step).find((variable): variable is Extract<Variable, { kind: 'object' }> => {
      const entry = variable.kind === 'object' ? this.directory.get(variable.object) : undefined;
      if (entry === undefined || entry.failed !== undefined || variable.kind !== 'object') return false;
      return variable.path !== 'id' && variableOf(entry, variable.path) === undefined;
    });
  }

  /** Fills the variables of a scenario's text, percent-encoding their values when told how. */
  text(template: string, encode?: (value: string) => string): string {
    return fillText(template, (variable) => this.#valueOf(variable), encode);
  }

  /** Fills the variables in all texts of a value. */
  value(value: Json): Json {
    return fillValue(value, (variable) => this.#valueOf(variable));
  }

  /** The directory's object for a spec, with the values that this scenario's people have. */
  objectFor(spec: ObjectSpec): DirectoryObject {
    const { seed, domain } = this.identity;
    return buildDirectoryObject(spec, this.directory, {
      seed,
      domain,
      dialect: this.#client.dialect,
      family: this.#client.family,
      scenario: this.scenario.id,
      mapping: this.#run.mapping,
      password: (key) => this.password(key),
      fill: (value, own) =>
        fillValue(value, (variable) => {
          const isOwn = variable.kind === 'object' && variable.object === spec.key;
          return isOwn ? (textOf(own, variable.path) ?? '') : this.#valueOf(variable);
        }),
    });
  }

  /** A made-up password for somebody, which no report shows. */
  password(key: string): string {
    const made = placeholderPassword(seededRandom([this.identity.seed, this.#client.dialect, this.scenario.id, key, 'password'].join('|')));
    this.#run.onSecret(made);
    return made;
  }

  #valueOf(variable: Variable): string {
    switch (variable.kind) {
      case 'run-id':
        return runMark(this.identity.seed);
      case 'run-domain':
        return this.identity.domain;
      case 'run-time': {
        const moment = new Date(this.#run.startedAt + variable.offset).toISOString();
        return variable.form === 'date' ? moment.slice(0, 10) : `${moment.slice(0, 19)}Z`;
      }
      case 'random-uuid':
        return this.madeUpId();
      case 'random-digits':
        return this.#digits;
      case 'random-mark':
        return this.#mark;
      case 'captured':
        return this.captured.get(variable.name) ?? '';
      case 'each':
        // None is left in a step that is played.
        return '';
      case 'object': {
        const entry = this.directory.get(variable.object);
        return (entry === undefined ? undefined : variableOf(entry, variable.path)) ?? '';
      }
    }
  }
}
