import { defined } from '../../base/defined.js';
import type { Sighting } from '../../check/symptom.js';
import type { Client, Session } from '../../client/client.js';
import type { Variant } from '../../client/variant.js';
import { ComparedPaths } from '../compare/compared-paths.js';
import { Exchanger } from '../exchange/exchanger.js';
import type { Unserved } from '../exchange/throttle.js';
import type { StepExpectation } from '../judge/outcome-context.js';
import { StepLog } from '../judge/step-log.js';
import { ConversationRunner } from './conversation-runner.js';
import type { RunContext } from './run-context.js';

/** Where a step stands in its scenario, and what it asks for. */
export interface StepSetup {
  /** Where its symptoms are seen. */
  readonly place?: Omit<Sighting, 'order' | 'exchange' | 'dialect'>;
  /** A documented alternative of the client. */
  readonly variant?: Variant | undefined;
  readonly expectation?: StepExpectation;
  /** Is told why a write was not served. */
  readonly unserved?: (why: Unserved) => void;
}

/** What the steps of one scenario under one client have in common: the way to the target, and the paths that are compared. */
export class ScenarioSession {
  readonly run: RunContext;
  readonly client: Client;
  readonly #session: Session;
  readonly #order: number;
  readonly #exchanger: Exchanger;
  readonly #comparedPaths: ComparedPaths;

  /**
   * @param run what all scenarios share
   * @param client who plays
   * @param session what its conversations need to know
   * @param order place of the scenario in the plan
   */
  constructor(run: RunContext, client: Client, session: Session, order: number) {
    this.run = run;
    this.client = client;
    this.#session = session;
    this.#order = order;
    this.#exchanger = new Exchanger(run, client);
    this.#comparedPaths = new ComparedPaths(run, client.family);
  }

  /** What the client's conversations need to know. */
  get data(): Session {
    return this.#session;
  }

  /** The runner for one step, with a log of its own. */
  step({ place = {}, variant, expectation = {}, unserved = () => undefined }: StepSetup): ConversationRunner {
    const { run, client } = this;
    const { dialect } = client;
    const { scenario, step } = place;
    const log = new StepLog(run.log, {
      client,
      sighting: { dialect, ...place },
      order: () => [this.#order, this.#exchanger.count],
    });
    return new ConversationRunner({
      run,
      client,
      session: variant === undefined ? this.#session : { ...this.#session, variant },
      exchanger: this.#exchanger,
      comparedPaths: this.#comparedPaths,
      at: { dialect, ...defined({ scenario, step }) },
      log,
      expectation,
      unserved,
    });
  }
}
