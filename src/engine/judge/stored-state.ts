import type { CheckId } from '../../check/check-id.js';
import type { Difference } from '../../check/context.js';
import { operationsOf } from '../../check/operation.js';
import { succeeded } from '../../client/conversation-helpers.js';
import type { JsonObject } from '../../scim/json.js';
import { inheritedFrom } from '../compare/inherited.js';
import { later } from '../compare/patience.js';
import type { Permits } from '../compare/read-back.js';
import { isServerAssigned } from '../compare/server-assigned.js';
import type { Cause } from '../state/cause.js';
import type { OwnedResource } from '../state/owned-resource.js';
import type { Twin } from '../state/twin.js';
import { judgeAnswerShows } from './answer-shows.js';
import { judgeMembersOnce } from './members-once.js';
import type { OutcomeContext } from './outcome-context.js';
import { judgeTimes } from './times.js';
import { type JudgedWrite, noteWriteSymptoms } from './write-symptoms.js';

/**
 * Reads a resource back after a write, and attributes every difference to an operation. Then the server's values are taken:
 * what comes next is judged against what is really there.
 *
 * @param context what it is judged with
 * @param write the write
 * @param owned the resource
 * @param after what a correct server holds now
 * @param read the resource, where it has been read since the write
 * @returns how what is there differs; nothing where that came right after a while, or nothing can be told
 */
export async function judgeStoredState(
  context: OutcomeContext,
  write: JudgedWrite,
  owned: OwnedResource,
  after: Twin,
  read?: JsonObject,
): Promise<readonly Difference[]> {
  if (owned.contentUnknown) return [];
  owned.expect(after);
  const answeredAt = context.run.clock.now();
  const { observation, before, exchange } = write;
  const accepted = succeeded(observation.response);
  const permits = accepted ? permitsOf(write, owned, after) : () => false;
  const { reading, late } = accepted
    ? await context.readBack.comparePatiently(owned, after, before, permits, read)
    : await once(context, owned, after);
  acceptAll(owned, reading?.permitted ?? [], reading?.resource);
  if (late !== undefined) {
    const received = `${late.received}; ${later(late.after)}`;
    context.log.report(['SC2702'], { expected: late.expected, received }, exchange);
  }
  const { former } = observation;
  const inherited =
    former === undefined || before !== undefined || reading === undefined
      ? []
      : inheritedFrom(former, after.resource, reading.resource, context.rules(owned.type).paths);
  const all = [...(reading?.differences ?? []), ...inherited];
  const differences = all.filter((each) => !isWholeOfAnother(each, all));
  const symptoms = noteWriteSymptoms(context, write, differences);
  acceptAll(owned, all, reading?.resource);
  for (const [index, difference] of differences.entries()) {
    const symptom = symptoms[index];
    owned.markUnreliable(pathOf(difference), symptom);
    if (symptom !== undefined && difference.kind === 'missing' && difference.path.startsWith('members['))
      owned.noteMissingMember(difference.path, symptom);
    if (symptom !== undefined && difference.kind === 'missing' && before === undefined)
      context.run.log.noteNeverShown(observation.dialect, pathOf(difference), withoutCheck(symptom, context.expectation.check));
  }
  if (!accepted || reading === undefined || late !== undefined) return [];
  judgeMembersOnce(context, reading.resource, write);
  judgeAnswerShows(context, write, owned, reading);
  judgeTimes(context, write, owned, { after, reading, answeredAt });
  return differences;
}

/** A cause without the check that its step names, which says nothing of other steps. */
function withoutCheck(cause: Cause, named: CheckId | undefined): Cause {
  const candidates = cause.candidates.filter((check) => check !== named);
  return candidates.length === 0 ? cause : { id: cause.id, candidates };
}

/** A list differs because an element of it does, of which the difference tells more. */
function isWholeOfAnother({ path }: Difference, differences: readonly Difference[]): boolean {
  return differences.some((other) => other.path.startsWith(`${path}[`) && !path.startsWith('members'));
}

/** Takes the server's values where it differs: of a group with thousands of members too many, the members once. */
function acceptAll(owned: OwnedResource, differences: readonly Difference[], actual: JsonObject = {}): void {
  for (const path of new Set(differences.map(pathOf))) owned.acceptServerValue(path, actual);
}

async function once(
  { readBack }: OutcomeContext,
  owned: OwnedResource,
  after: Twin,
): ReturnType<OutcomeContext['readBack']['comparePatiently']> {
  const reading = await readBack.compare(owned, after);
  return reading === undefined ? {} : { reading };
}

/** What a server may set by itself in answer to a write that it accepted. */
function permitsOf({ observation, before }: JudgedWrite, owned: OwnedResource, after: Twin): Permits {
  const { request, facts } = observation;
  const operations = operationsOf(request.method, request.body, before?.resource, owned.type, facts.schemas);
  return (difference, actual) =>
    isServerAssigned(difference, { observation, operations, before: before?.resource, after: after.resource, actual });
}

/** `members[<id>]` differences concern the path `members`. */
function pathOf(difference: Difference): string {
  return difference.path.startsWith('members[') ? 'members' : difference.path;
}
