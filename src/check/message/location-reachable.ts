import { getMember, isObject } from '../../scim/json.js';
import { headerOf } from '../../scim/message.js';
import { field, must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, ok } from '../messages.js';
import { resourcesOf } from '../resources.js';

/** Names and addresses that mean something inside a network alone (RFC 6762, RFC 8375, RFC 1918, RFC 3927). */
const INTERNAL =
  /^([^.:]+|.*\.(internal|local|localhost|lan|intranet|home\.arpa|svc)|10(\.\d+){3}|127(\.\d+){3}|169\.254(\.\d+){2}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|\[::1\])$/i;

/** SC1141: another host may be an alias; one of the inside is none that a client can reach. */
export const LOCATION_REACHABLE = defineResponseCheck({
  id: 'SC1141',
  ofForm: true,
  title: 'Locations name a host that the client can reach',
  severity: 'warning',
  impact: 'noise',
  authorities: [
    must(
      '7643',
      '2.3.7',
      'An HTTP client performing a GET operation on a reference URI MUST receive the target resource or an appropriate HTTP response code.',
    ),
    field('F125'),
  ],
  clients: ['rfc'],
  effect: 'Clients that follow Location or meta.location end at a host of the inside, and strangers learn its name.',
  fix: 'Build locations from the base URL under which the target is reached (X-Forwarded-Host behind a proxy), or write them relative.',
  example: {
    request: get('/Users/u1'),
    given: { host: 'scim.example.com' },
    good: ok(exampleUser()),
    bad: ok(exampleUser({ meta: { resourceType: 'User', location: 'http://scim-backend.internal:8080/scim/v2/Users/u1' } })),
  },
  judge(observation) {
    const { host } = observation.facts;
    if (host === undefined || isInternal(host)) return 'silent';
    const metas = resourcesOf(observation).map((resource) => getMember(resource, 'meta'));
    const shown = [
      headerOf(observation.response.headers, 'location'),
      ...metas.map((meta) => (isObject(meta) ? getMember(meta, 'location') : '')),
    ];
    const hosts = shown.flatMap((each) => (typeof each === 'string' && URL.canParse(each) ? [[each, new URL(each).host] as const] : []));
    const inside = hosts.find(([, each]) => isInternal(each));
    if (inside !== undefined) return { expected: `a location at ${host}, or a relative one`, received: inside[0], subject: 'host' };
    return hosts.length === 0 ? 'silent' : 'fine';
  },
});

function isInternal(host: string): boolean {
  return INTERNAL.test(host.replace(/:\d+$/, ''));
}
