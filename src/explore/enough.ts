/** A target that keeps so many resources from being removed gets no more. */
const MOST_LEFT = 20;

/** A target at which so many histories in a row cannot be played to their end gets no more. */
const MOST_CUT = 20;

/** What a run remembers of its requests fills the memory. */
const MOST_REQUESTS = 300_000;

/** How it stands with an exploration. */
export interface Standing {
  /** Resources that could not be removed. */
  readonly left: number;
  /** Histories that could not be played to their end since the last that could. */
  readonly cutInARow: number;
  /** Requests of the run. */
  readonly requests: number;
}

/** Why a target gets no more histories. */
export interface Enough {
  readonly reason: string;
  /** Less was tested than was asked for. */
  readonly isEarly: boolean;
  /** It keeps what is removed: one more history shows it best, in which somebody is created and deleted. */
  readonly keeps: boolean;
}

/** That a target has kept resources from being removed. */
export function keptReason(left: number): string {
  return `The target has kept ${left} ${left === 1 ? 'resource' : 'resources'} from being removed`;
}

/**
 * Why a target gets no more histories, whatever time is left.
 *
 * @param standing how it stands
 * @returns undefined where it gets more
 */
export function enoughOf({ left, cutInARow, requests }: Standing): Enough | undefined {
  if (left > MOST_LEFT) return { reason: keptReason(left), isEarly: true, keeps: true };
  if (cutInARow >= MOST_CUT)
    return { reason: `${cutInARow} histories in a row could not be played to their end`, isEarly: true, keeps: false };
  if (requests <= MOST_REQUESTS) return undefined;
  return { reason: `The run has sent ${MOST_REQUESTS} requests, all of which it remembers`, isEarly: false, keeps: false };
}
