import type { GalleryRequirementEvent, GalleryTestEvent } from '../../event/event.js';
import { isObject } from '../../scim/json.js';
import { type Answer, type GalleryContext, memberOf, pathOf, resourcesIn } from '../context.js';
import type { TlsProbe } from '../settings.js';
import { change, createPhase } from '../tests/phases.js';
import { measureRate, type RateResult, STALL_MS, WANTED_RATE } from './rate.js';

type Requirement = Omit<GalleryRequirementEvent, 'type'>;
type Shown = Pick<Requirement, 'status' | 'evidence'>;

/** What no wire can show: a person fills it in. */
const FOR_A_PERSON: readonly (readonly [name: string, title: string])[] = [
  ['secret-rotation', 'Client secrets expire after one to three years and can be rotated'],
  ['expired-token', 'An expired access token is refused with 401'],
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
  const required = (name: string, title: string, shown: Shown): Requirement => ({ name, title, need: 'required', ...shown });
  yield required('users', 'Users are provisioned', fromTest(tests, 'Create_User_Test'));
  yield required('groups', 'Groups are provisioned', fromTest(tests, 'Create_Group_Test'));
  yield required('no-match', 'A look-up that finds nobody is answered 200 with an empty list', await noMatch(context));
  yield required('delete', 'People are disabled or deleted', either(tests, 'Disable_User_Test', 'Delete_User_Test'));
  yield required('schemas', '/Schemas describes the schemas', await schemas(context));
  yield { ...(await severalMembers(context)), name: 'several-members', title: 'Several members fit into one PATCH', need: 'recommended' };
  yield { ...bulk(context), name: 'bulk', title: 'Bulk operations are offered', need: 'recommended' };
  yield required('token-lifetime', 'An access token is good for 60 minutes to 6 hours', fromTest(tests, 'Validate_Credentials_Test'));
  yield required('wrong-credentials', 'A wrong access token, and none, are refused', await wrongCredentials(context));
  yield required('tls', 'TLS 1.2, a strong cipher and key, and a certificate that is trusted', await tls(context.settings.tls));
  if (context.settings.rateSeconds > 0)
    yield required('rate', `${WANTED_RATE} requests a second are served`, rated(await measureRate(context, context.settings.rateSeconds)));
  else yield required('rate', `${WANTED_RATE} requests a second are served`, notTested('switched off with --no-rate'));
  for (const [name, title] of FOR_A_PERSON) yield { name, title, need: 'required', status: 'person', evidence: '' };
}

function fromTest(tests: readonly GalleryTestEvent[], name: string): Shown {
  const test = tests.find((each) => each.name === name);
  if (test === undefined) return notTested(`${name} was not played`);
  if (test.overallResult === 'SKIPPED') return notTested(test.result);
  return { status: test.overallResult === 'PASSED' ? 'proven' : 'failed', evidence: `${name}: ${test.cause ?? test.result}` };
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

async function wrongCredentials(context: GalleryContext): Promise<Shown> {
  const wrong = await context.sendWithToken('/Users?startIndex=1&count=1', `wrong-${context.guid()}`);
  const none = await context.sendWithToken('/Users?startIndex=1&count=1', undefined);
  const isRefused = [wrong, none].every(({ status }) => status === 401 || status === 403);
  const evidence = `a wrong one is answered ${wrong.status}, none ${none.status}`;
  if (wrong.status === 0 || none.status === 0) return notTested('no answer came');
  return { status: isRefused ? 'proven' : 'failed', evidence };
}

async function tls(probe: TlsProbe | undefined): Promise<Shown> {
  if (probe === undefined) return notTested('the target is reached over http:// or through a proxy');
  const facts = await probe();
  if (facts === undefined) return { status: 'failed', evidence: 'no connection with TLS 1.2 came about' };
  const { cipher, key, fault, protocol } = facts;
  const isStrong = /^ECDHE-.*AES.*/.test(cipher);
  const isLong = key.type === 'RSA' ? key.bits >= 2048 : key.bits >= 256;
  const evidence = `${protocol}, ${cipher}, ${key.type} key of ${key.bits} bits${fault === undefined ? '' : `, certificate: ${fault}`}`;
  return { status: isStrong && isLong && fault === undefined ? 'proven' : 'failed', evidence };
}

/** A rate counts as held when at most two of a hundred seconds are lost. */
const NEAR = 0.98;

function rated(result: RateResult | undefined): Shown {
  if (result === undefined) return notTested('nobody could be created');
  const { requests, rate, failures, latency } = result;
  const bad = Object.entries(failures).map(([status, count]) => `${count} answered ${status === '0' ? 'not at all' : status}`);
  const times = `median ${latency.p50} ms, 95 % ${latency.p95} ms, 99 % ${latency.p99} ms, slowest ${latency.max} ms`;
  const stall = latency.max >= STALL_MS ? `; it stopped for ${(latency.max / 1000).toFixed(1)} s` : '';
  const evidence = `${requests} requests at ${rate.toFixed(1)} a second, ${times}${bad.length === 0 ? '' : `; ${bad.join(', ')}`}${stall}`;
  return { status: rate >= WANTED_RATE * NEAR && bad.length === 0 && stall === '' ? 'proven' : 'failed', evidence };
}

function notTested(why: string): Shown {
  return { status: 'not-tested', evidence: why };
}
