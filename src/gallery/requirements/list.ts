import type { GalleryTestEvent } from '../../event/event.js';
import { isObject } from '../../scim/json.js';
import { type Answer, memberOf, pathOf, resourcesIn } from '../answer.js';
import type { GalleryContext } from '../context.js';
import { change, createPhase } from '../tests/phases.js';
import { expiredToken, tokenLifetime, wrongClient, wrongToken } from './credentials.js';
import { rate, WANTED_RATE } from './rate.js';
import { fromTest, notTested, type Requirement, required, type Shown } from './requirement.js';
import { tlsRequirements } from './tls.js';

/** What no wire can show: a person fills it in. */
const FOR_A_PERSON: readonly (readonly [name: string, title: string])[] = [
  ['secret-rotation', 'Client secrets expire after one to three years and can be rotated'],
  ['contacts', 'Contacts for engineering and support are named'],
  ['documentation', 'The set-up is documented in public'],
  ['customers', '100 customers are shared with Microsoft, or the app is in the gallery for single sign-on already'],
  ['sovereign-clouds', 'What is needed for other clouds is said'],
];

/**
 * The gallery's requirements, each proven, failed, not tested, or for a person to fill in.
 *
 * @param context sends what the tests have not shown
 * @param tests what the tests have shown
 * @returns one by one, in the order of the list
 * @see Microsoft, "Submit a request to publish your application in the Entra application gallery"
 */
export async function* requirements(context: GalleryContext, tests: readonly GalleryTestEvent[]): AsyncGenerator<Requirement> {
  yield required('users', 'Users are provisioned', fromTest(tests, 'Create_User_Test'));
  yield required('groups', 'Groups are provisioned', fromTest(tests, 'Create_Group_Test'));
  yield required('no-match', 'A look-up that finds nobody is answered 200 with an empty list', await noMatch(context));
  yield required('delete', 'People are disabled or deleted', either(tests, 'Disable_User_Test', 'Delete_User_Test'));
  yield required('schemas', '/Schemas describes the schemas', await schemas(context));
  yield { ...(await severalMembers(context)), name: 'several-members', title: 'Several members fit into one PATCH', need: 'recommended' };
  yield { ...bulk(context), name: 'bulk', title: 'Bulk operations are offered', need: 'recommended' };
  yield required('token-lifetime', 'An access token is good for 60 minutes to 6 hours', await tokenLifetime(context, tests));
  yield required('wrong-credentials', 'A wrong access token, a tampered one, and none are refused', await wrongToken(context));
  yield required('wrong-client', 'The token endpoint refuses a wrong client secret or signature', await wrongClient(context));
  yield required('expired-token', 'An access token is refused when its time is up', await expiredToken(context));
  yield* await tlsRequirements(context.settings.tls);
  yield required('rate', `${WANTED_RATE} requests a second are served`, await rate(context));
  for (const [name, title] of FOR_A_PERSON) yield { name, title, need: 'required', status: 'person', evidence: '' };
}

function either(tests: readonly GalleryTestEvent[], ...names: readonly string[]): Shown {
  const all = names.map((name) => fromTest(tests, name));
  return all.find(({ status }) => status === 'proven') ?? all.find(({ status }) => status === 'failed') ?? all[0] ?? notTested('');
}

async function noMatch(context: GalleryContext): Promise<Shown> {
  const answer = await context.filter('User', `lanobody-${context.mark()}@${context.domain}`);
  const isRight = answer.status === 200 && resourcesIn(answer).length === 0;
  return { status: isRight ? 'proven' : 'failed', evidence: `answered ${answer.status} with ${resourcesIn(answer).length} resources` };
}

async function schemas(context: GalleryContext): Promise<Shown> {
  const answer = await context.send('GET', '/Schemas');
  const count = resourcesIn(answer).length;
  return { status: answer.status === 200 && count > 0 ? 'proven' : 'failed', evidence: `answered ${answer.status} with ${count} schemas` };
}

async function severalMembers(context: GalleryContext): Promise<Shown> {
  if (!context.settings.schema.groupSupported) return notTested('groups are not mapped');
  const group = await createPhase(context, 'Group', `LASeveral-${context.mark()}`);
  const first = await createPhase(context, 'User', `laseveral1-${context.mark()}@${context.domain}`);
  const second = await createPhase(context, 'User', `laseveral2-${context.mark()}@${context.domain}`);
  if (!group.ok || !first.ok || !second.ok) return notTested('a group and two users could not be created');
  const outcome = await change(context, group.object, { add: [first.object, second.object] });
  if (!outcome.ok) return { status: 'failed', evidence: outcome.failure.message };
  const path = pathOf('Group', group.id);
  const members = (answer: Answer): string => JSON.stringify(memberOf(answer.body, 'members') ?? []);
  const isWhole = (answer: Answer): boolean => [first.id, second.id].every((id) => members(answer).includes(id));
  const read = await context.poll(() => context.send('GET', path), isWhole);
  if (isWhole(read)) return { status: 'proven', evidence: 'both members are there' };
  // RFC 7643 §7: an attribute may be returned on request only, and then nothing was shown.
  return memberOf(read.body, 'members') === undefined
    ? notTested('the group shows no members')
    : { status: 'failed', evidence: `the group has ${members(read)}` };
}

function bulk(context: GalleryContext): Shown {
  const supported = memberOf(memberOf(context.config, 'bulk'), 'supported');
  if (!isObject(context.config)) return notTested('there is no /ServiceProviderConfig');
  return {
    status: supported === true ? 'proven' : 'failed',
    evidence: `bulk.supported is ${JSON.stringify(supported ?? null)} in /ServiceProviderConfig`,
  };
}
