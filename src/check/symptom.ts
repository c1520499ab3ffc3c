import type { Dialect } from '../client/client.js';
import type { ResourceType } from '../scim/message.js';
import type { Position } from '../yaml/position.js';
import type { CheckId } from './check-id.js';

/** Where something was seen. `order` makes the choice of evidence independent of timing: plan order, then order in the case. */
export interface Sighting {
  readonly dialect: Dialect;
  readonly scenario?: string;
  readonly step?: number;
  readonly label?: string;
  readonly source?: Position;
  readonly exchange?: string;
  readonly order: readonly [scenario: number, exchange: number];
}

/** Something that went wrong, with the checks that may be the reason: general ones first, the most specific last. */
export interface Symptom extends Sighting {
  /** Number within the run: what cannot be judged because of it names it. */
  readonly id: number;
  readonly candidates: readonly CheckId[];
  /** The last candidate was seen to fail itself, so that it cannot be cleared by having held elsewhere. */
  readonly direct?: boolean;
  readonly subject: string;
  /** The type of the resource that the request was about. */
  readonly resourceType?: ResourceType;
  /** The target path that differs after a write. */
  readonly path?: string;
  /** How the target answered the request that shows it. */
  readonly answer?: SymptomAnswer;
  /** In which form the target accepts a request that it refused, in words that follow "the same request is accepted". */
  readonly accepted?: string;
  /** An earlier write has shown it already: this one only brings the same value again. */
  readonly follows?: true;
  readonly expected: string;
  readonly received: string;
}

/** What was asked of the target, and how it ended. */
export interface SymptomAnswer {
  /** The method and the endpoint, ids left out: `PATCH /Users/{id}`. */
  readonly operation: string;
  readonly status: number;
}

/** A symptom before it is known where it was seen. */
export type JudgedSymptom = Omit<Symptom, keyof Sighting | 'id'>;

/** What judging one exchange or step gives. */
export interface Judgement {
  readonly symptoms: readonly JudgedSymptom[];
  readonly held: readonly CheckId[];
  /** The type of the resource that the request was about: `held` says nothing of another type. */
  readonly resourceType?: ResourceType;
}
