import { plainText } from '../../../base/plain-text.js';
import type { CheckId } from '../../../check/check-id.js';
import type { JsonObject } from '../../../scim/json.js';
import type { ScimRequest } from '../../../scim/message.js';
import type { RefusalCause } from './refusal-cause.js';
import type { Trial } from './trial.js';

/** So many members are no test of anything but their number. */
const MANY = 20;

/** So much of what somebody lacks is named. */
const MOST_NAMED = 3;

/** What is needed of a trial. */
type Asking = Pick<Trial, 'accepts' | 'isExhausted' | 'person'>;

/** A write that brings members, and is refused. */
export interface MembersRefused {
  readonly refused: ScimRequest;
  readonly members: readonly JsonObject[];
  /** What says that members cannot be written so; absent: the write's own check. */
  readonly check?: CheckId;
  /** Each write adds to what is there: the last one may be refused because of all the others. */
  readonly adds?: boolean;
  /** The same write with other members. */
  with(members: readonly JsonObject[]): ScimRequest;
}

/** Whether a write is more likely refused for how many it brings than for its form. */
export function areMany(members: readonly JsonObject[], status: number | undefined): boolean {
  return members.length > MANY || status === 413;
}

/**
 * Which of several members a write is refused for, or that there are too many of them: it is sent with one half and the other, until
 * both are accepted or one member is left.
 *
 * @param trial sends the requests
 * @param write the refused write
 * @returns undefined where neither is shown
 */
export async function memberCause(trial: Asking, write: MembersRefused): Promise<RefusalCause | undefined> {
  const { members, refused, check } = write;
  if (members.length < 2) return undefined;
  let suspects = members;
  while (suspects.length > 1) {
    const middle = Math.ceil(suspects.length / 2);
    const [first, second] = [suspects.slice(0, middle), suspects.slice(middle)];
    if (!(await trial.accepts(write.with(first)))) suspects = first;
    else if (!(await trial.accepts(write.with(second)))) suspects = second;
    else if (trial.isExhausted) return undefined;
    else return { kind: 'form', refused, ...tooMany(write, suspects.length, middle) };
    if (trial.isExhausted) return undefined;
  }
  const others = members.filter((each) => !suspects.includes(each));
  if (!(await trial.accepts(write.with(others)))) return undefined;
  const [suspect = {}] = suspects;
  const lacked = lackedBy(trial, suspect, others);
  if (write.adds === true && lacked.length === 0) return undefined;
  const who = [JSON.stringify(plainText(suspect['value'])), ...(lacked.length === 0 ? [] : [`who has no ${lacked.join(', no ')}`])].join(
    ', ',
  );
  const difference = `without the member ${who}`;
  return { kind: 'form', refused, difference, ...(check === undefined ? {} : { check }) };
}

function tooMany({ members, check }: MembersRefused, refused: number, accepted: number): { difference: string; check?: CheckId } {
  const difference =
    accepted === 1
      ? 'with one member at a time'
      : `with ${accepted} members at a time in place of ${refused}: so many at once are too many`;
  const own = members.length > MANY ? 'SC2316' : check;
  return { difference, ...(own === undefined ? {} : { check: own }) };
}

/** What all other members that the run knows have and one lacks. */
function lackedBy(trial: Asking, member: JsonObject, others: readonly JsonObject[]): string[] {
  const known = others.map((each) => trial.person(plainText(each['value']))).filter((each) => each !== undefined);
  const own = trial.person(plainText(member['value']));
  const [one] = known;
  if (own === undefined || one === undefined) return [];
  const shared = Object.keys(one).filter((name) => known.every((each) => Object.hasOwn(each, name)));
  return shared.filter((name) => !Object.hasOwn(own, name)).slice(0, MOST_NAMED);
}
