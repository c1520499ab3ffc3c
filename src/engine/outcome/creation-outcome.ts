import type { Observation } from '../../check/context.js';
import type { Symptom } from '../../check/symptom.js';
import { succeeded } from '../../client/conversation-helpers.js';
import { locatedId } from '../../scim/address.js';
import { getMember, type JsonObject } from '../../scim/json.js';
import { nameAttribute, type ScimResponse } from '../../scim/message.js';
import { readResource } from '../../scim/read.js';
import { isAlteredText } from '../compare/altered-text.js';
import { later } from '../compare/patience.js';
import type { PlannedCreation } from '../exchange/exchanger.js';
import { isUnwanted, isWanted, type OutcomeContext } from '../judge/outcome-context.js';
import { judgeStoredState } from '../judge/stored-state.js';
import { noteWriteSymptoms } from '../judge/write-symptoms.js';
import { OwnedResource } from '../state/owned-resource.js';
import { isUsableId, ownershipOf, type Traces, tracesOf } from '../state/ownership.js';
import { twinOfCreation } from '../state/twin.js';
import { noteRefusedCreation } from './refused-creation.js';

/**
 * Judges a creation, and says in the ledger what became of it. The resource is the run's own only where the answer shows no other
 * name and a read by id shows what was sent: a target that answers with somebody else's resource must not have it overwritten.
 *
 * @param context what it is judged with
 * @param observation the creation and its answer
 * @param planned its line of the ledger
 * @param exchange number of the exchange
 */
export async function judgeCreation(
  context: OutcomeContext,
  observation: Observation,
  planned: PlannedCreation,
  exchange: string,
): Promise<void> {
  const { ledger, resources } = context.run;
  const { request, response } = observation;
  if (!succeeded(response)) {
    await noteRefusedCreation(ledger, planned.entry, response.status);
    if (isUnwanted(context.expectation, response))
      noteWriteSymptoms(context, { observation, exchange, owned: undefined, before: undefined }, []);
    return;
  }
  const shown = readResource(response.body) ?? (await located(context, planned, response));
  const id = shown?.id;
  const traces = tracesOf(request.body, planned.type);
  if (shown === undefined || id === undefined) {
    // Nothing to go on with, but enough to clean up by.
    const located = locatedId(response.headers, planned.type);
    if (located !== undefined && !resources.isStranger(planned.type, located, planned.sentAt)) await ledger.created(planned.entry, located);
    else await ledger.answered(planned.entry);
    return;
  }
  if (!isUsableId(id) || ownershipOf(shown, traces) === 'another') {
    // Whether it made a resource of its own besides is not known: the clean-up looks for the name.
    await ledger.answered(planned.entry);
    const isNew = !resources.isStranger(planned.type, id, planned.sentAt) && resources.find(planned.type, id) === undefined;
    return void noteForeign(context, traces, id, shown, exchange, isNew);
  }
  if (resources.isStranger(planned.type, id, planned.sentAt)) {
    context.log.report(['SC1207'], { expected: 'a new resource', received: `the id ${id}, which was there before` }, exchange);
    context.log.disown();
    await ledger.answered(planned.entry);
    return;
  }
  const there = resources.find(planned.type, id);
  if (there !== undefined && !there.deleted) {
    if (ownershipOf(there.twin.resource, traces) !== 'ours') {
      await ledger.answered(planned.entry);
      const cause = noteForeign(context, traces, id, there.twin.resource, exchange);
      // Whoever has not been read yet may never have had it.
      if (there.proven) resources.giveAway(there, cause);
      return;
    }
    // A second create of the same resource was answered with the first one: nothing new to clean up.
    await ledger.deleted(planned.entry);
    return;
  }
  await ledger.created(planned.entry, id);
  const twin = twinOfCreation(request.body, id);
  const owned = new OwnedResource({ key: context.log.key ?? id, type: planned.type, id, entry: planned.entry, twin, proven: false });
  resources.add(owned);
  const before = context.log.symptoms.length;
  const wanted = isWanted(context.expectation, response);
  const actual = await (wanted ? readNew(context, owned, exchange) : context.readBack.unjudged(owned));
  const ownership = actual === undefined ? 'unclear' : ownershipOf(actual, traces);
  const isMistaken = context.log.isMistaken(before);
  // Where the id does not lead to what was sent, nothing is written to it.
  if (ownership !== 'ours' || isMistaken) {
    resources.disown(owned);
    context.log.disown();
  } else owned.prove();
  if (actual === undefined || isMistaken) return;
  if (ownership === 'another') noteForeign(context, traces, id, actual, exchange, true);
  else if (wanted) await judgeStoredState(context, { observation, exchange, owned: undefined, before: undefined }, owned, twin, actual);
  // It should not be there: the expectation says that, and what it holds is nobody's promise.
  else owned.markUnknown();
}

/** A success without a body: a client of the standard finds the resource where the answer says that it is (RFC 7644 §3.3). */
async function located(
  { client, readBack, run }: OutcomeContext,
  { type, sentAt }: PlannedCreation,
  response: ScimResponse,
): Promise<ReturnType<typeof readResource>> {
  const id = client.family === 'rfc' && response.text.trim() === '' ? locatedId(response.headers, type) : undefined;
  if (id === undefined || run.resources.isStranger(type, id, sentAt)) return undefined;
  return readResource(await readBack.unjudged({ type, id }));
}

/** Reads what was just created; a target that shows it only later has that said of it, and nothing else. */
async function readNew({ log, readBack }: OutcomeContext, owned: OwnedResource, exchange: string): Promise<JsonObject | undefined> {
  const before = log.symptoms.length;
  const actual = await readBack.resource(owned);
  if (actual !== undefined || log.cut !== undefined) return actual;
  const { value, after } = await readBack.waitFor(owned);
  if (value === undefined || after === undefined) return undefined;
  log.withdraw(before);
  log.report(['SC2702'], { expected: '200 with the resource', received: `none at first; ${later(after)}` }, exchange);
  return value;
}

/** Nothing is written to a resource of another name; where only characters of the name are others, that is what is told. */
function noteForeign(
  { log }: OutcomeContext,
  traces: Traces,
  id: string,
  shown: JsonObject,
  exchange: string,
  isNew = false,
): Symptom | undefined {
  const attribute = nameAttribute(traces.type);
  const other = getMember(shown, attribute);
  const [sent = ''] = traces.names;
  const isAltered = isNew && isUsableId(id) && typeof other === 'string' && isAlteredText(sent, other);
  const received = isUsableId(id)
    ? `the resource ${id} with ${attribute} ${JSON.stringify(other)}`
    : `an id that cannot stand in a path: ${JSON.stringify(id)}`;
  log.disown();
  return log.report(
    [isAltered ? 'SC1252' : 'SC1207'],
    { expected: `a new resource with ${attribute} ${JSON.stringify(sent)}`, received },
    exchange,
  );
}
