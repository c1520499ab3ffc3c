import type { Client } from '../client/client.js';
import type { Mapping } from '../mapping/mapping.js';
import type { Scenario } from '../scenario/scenario.js';
import { offers } from './paths.js';

/**
 * Why a client does not play a scenario.
 *
 * @param scenario the scenario
 * @param client who would play it
 * @param mapping what the app exchanges
 * @param earlier the clients of the run that come before it: where dialects do not differ, the first one speaks for its family
 * @returns undefined when it is played
 */
export function skipReason(scenario: Scenario, client: Client, mapping: Mapping, earlier: readonly Client[] = []): string | undefined {
  const unfit = unfitness(scenario, client, mapping);
  if (unfit !== undefined || scenario.once?.includes(client.family) !== true) return unfit;
  const same = earlier.find((other) => other.family === client.family && unfitness(scenario, other, mapping) === undefined);
  return same === undefined ? undefined : `${same.title} plays it, in the same words`;
}

function unfitness(scenario: Scenario, client: Client, mapping: Mapping): string | undefined {
  const named = scenario.clients;
  if (named !== undefined && !named.includes(client.family) && !named.includes(client.dialect)) return `it is for ${named.join(', ')}`;
  if (client.family !== 'rfc' && mapping.clients !== undefined && !mapping.clients.includes(client.family)) {
    return `${mapping.app} documents no provisioning by ${client.family === 'entra' ? 'Entra' : 'Okta'}`;
  }
  const missing = scenario.needs.filter((need) => !offers(mapping, need));
  if (missing.length > 0) return `the mapping has no ${missing.join(', no ')}`;
  const groups = scenario.steps.some(
    ({ intent }) => (intent.kind === 'create' && intent.object.type === 'Group') || (intent.kind === 'list' && intent.resource === 'Group'),
  );
  return groups && !offers(mapping, 'groups') ? 'the mapping has no groups' : undefined;
}

/** Listing everything makes sense only while nobody else creates and deletes. */
export function isExclusive(scenario: Scenario): boolean {
  return scenario.steps.some(({ intent }) => intent.kind === 'list');
}
