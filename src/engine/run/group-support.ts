import { showResponse } from '../../check/show.js';
import type { Client, Dialect } from '../../client/client.js';
import { resourcePath } from '../../client/encode.js';
import { ownRequest } from '../../client/own.js';
import type { Capability } from '../../event/capability.js';
import type { NotProvisioned } from '../../event/event.js';
import { BYSTANDERS } from '../../scenario/bystanders-id.js';
import type { ScimResponse } from '../../scim/message.js';
import { readResource } from '../../scim/read.js';
import { GROUP_URN } from '../../scim/urn.js';
import { memberIds } from '../compare/comparison.js';
import type { RunContext } from '../scenario/run-context.js';
import type { ScenarioSession } from '../scenario/scenario-session.js';
import { FIRST_GROUP } from './bystanders.js';

/** Statuses by which a target says that it does not have something, or does not let it be written. */
const DENIED: ReadonlySet<number> = new Set([403, 404, 405, 501]);

/** Whether a target answers by this status that it does not have something, or does not let it be written. */
export function isDenied(status: number): boolean {
  return DENIED.has(status);
}

/** Said where the target advertises no groups to begin with. */
const UNLISTED = 'the target does not list groups in /ResourceTypes and /Schemas';

/** The check that says so. */
export const GROUPS = 'SC2807';

/**
 * Whether a target has no groups, or lets no client write them, as the first group of a client has shown: what else the refusal
 * was taken for is withdrawn, and it is said once, with the target's words.
 *
 * @param session the client, and where its findings go
 * @returns why no group is provisioned; undefined where groups can be
 */
export async function deniedGroups(session: ScenarioSession): Promise<string | undefined> {
  const { run, client } = session;
  const noted = symptomsOfGroup(run, client.dialect);
  const fixed = await fixedMembers(run, client.dialect);
  if (fixed !== undefined) {
    run.log.withdraw(noted);
    const received = fixed;
    session.step({}).log.report([GROUPS], { expected: 'groups whose members clients can change', received });
    return `no client can change the members of groups: ${received}`;
  }
  // Whoever makes every group empty makes none.
  if (noted.some(({ candidates }) => candidates.includes('SC2808')))
    return 'this client creates groups without members, and the target refuses that';
  // A tenant that has no room for another group has groups.
  if (noted.length === 0 || noted.some(({ candidates }) => candidates.includes('SC2801'))) return undefined;
  const list = await readGroups(run, client.dialect);
  if (list === undefined) return undefined;
  const isAbsent = isDenied(list.response.status);
  // What is accepted later can be created.
  const creation = noted.find(({ exchange = '', candidates }) => {
    if (candidates.includes('SC2704')) return false;
    const answer = run.wire.answerOf(exchange);
    return answer?.operation === 'POST /Groups' && isDenied(answer.status);
  });
  if (!isAbsent && creation === undefined) return undefined;
  run.log.withdraw(noted);
  const received = isAbsent || creation === undefined ? showResponse(list.response) : creation.received;
  const { log } = session.step({});
  log.report([GROUPS], { expected: 'groups can be created', received }, isAbsent ? list.exchange : creation?.exchange);
  // The finding has the whole answer: a reason is repeated for each client, and wherever scenarios are skipped.
  if (isAbsent || creation === undefined) return `the target has no groups: GET /Groups is answered ${list.response.status}`;
  return `the target lets no client create groups: POST /Groups is answered ${run.wire.answerOf(creation.exchange ?? '')?.status}`;
}

/**
 * Why no client can put anybody into a group: what /Schemas says of members. A target that says nothing of them may have them all
 * the same: that nobody is in the first group shows that it does not.
 */
async function fixedMembers({ facts: { advertised }, resources, wire }: RunContext, dialect: Dialect): Promise<string | undefined> {
  const declared = advertised?.find({ attribute: 'members' }, 'Group');
  if (declared?.mutability === 'readOnly') return '/Schemas declares the members of groups readOnly';
  if (declared !== undefined || (advertised?.schema(GROUP_URN)?.attributes ?? []).length === 0) return undefined;
  const first = resources.all().findLast(({ key }) => key.endsWith(` ${FIRST_GROUP}`));
  if (first === undefined) return undefined;
  const target = resourcePath('Group', first.id);
  const answer = await wire.send(ownRequest({ method: 'GET', target, purpose: 'discover', resourceType: 'Group', id: first.id }), {
    dialect,
  });
  const shown = answer.ok && answer.response.status === 200 ? readResource(answer.response.body) : undefined;
  return shown === undefined || memberIds(shown).size > 0 ? undefined : '/Schemas declares no members of groups, and none are kept';
}

/**
 * What a client does without where it provisions no groups. What a mapping file demands is missed all the same.
 *
 * @param client the client
 * @param reason why; absent: the target advertises none
 * @param isDemanded a mapping file has groups
 * @param scenarios how many scenarios of the plan are not played for it
 */
export function groupsNotProvisioned(
  { dialect, family }: Client,
  reason: string | undefined,
  isDemanded: boolean,
  scenarios: number,
): NotProvisioned {
  // Okta deletes groups, and no people.
  const capabilities: readonly Capability[] = ['groups', 'members', 'rename-group', ...(family === 'okta' ? (['delete'] as const) : [])];
  return {
    type: 'not-provisioned',
    dialect,
    capabilities: isDemanded ? [] : capabilities,
    scenarios,
    reason: reason ?? UNLISTED,
    advice: 'Tell customers to assign people, not to push groups; or let clients create groups.',
  };
}

/** What went wrong with the first group, but for what concerns its members. */
function symptomsOfGroup({ log }: RunContext, dialect: Dialect) {
  return log.symptoms.filter(
    (symptom) =>
      symptom.dialect === dialect && symptom.scenario === BYSTANDERS && symptom.resourceType !== 'User' && symptom.step === GROUP_STEP,
  );
}

/** The third step of the bystanders makes the group. */
const GROUP_STEP = 3;

/** One page of groups; undefined where that was not answered. */
async function readGroups({ wire }: RunContext, dialect: Dialect): Promise<{ exchange: string; response: ScimResponse } | undefined> {
  const answer = await wire.send(ownRequest({ method: 'GET', target: '/Groups?count=1', purpose: 'discover', resourceType: 'Group' }), {
    dialect,
  });
  return answer.ok ? answer : undefined;
}
