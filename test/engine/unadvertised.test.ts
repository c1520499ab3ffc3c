import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../src/client/client.js';
import { verdictsOf } from '../../src/event/verdict.js';
import type { Transport } from '../../src/http/transport.js';
import type { SampleOptions } from '../../src/sample/options.js';
import { isObject, type JsonObject } from '../../src/scim/json.js';
import type { ScimRequest } from '../../src/scim/message.js';
import { ENTERPRISE_USER_URN } from '../../src/scim/urn.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';
import { playAgainst, summary, TOKEN } from './harness.js';

const CLIENTS: readonly Dialect[] = ['entra-default', 'okta-oin', 'rfc'];

/** Plays against the sample, whose /Schemas leaves out what `keeps` does not keep. */
async function playWith(
  keeps: (schema: JsonObject, attribute: JsonObject) => boolean,
  sample: Pick<SampleOptions, 'defects' | 'variants'> = {},
  dialects = CLIENTS,
  refuses: (request: ScimRequest) => boolean = () => false,
) {
  const clock = new VirtualClock();
  const server = sampleTransport({ token: TOKEN, clock, ...sample });
  const transport: Transport = {
    ...server.transport,
    async send(request, options) {
      if (refuses(request)) {
        const body = {
          schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
          status: '400',
          scimType: 'invalidSyntax',
          detail: 'unknown',
        };
        const headers = [['Content-Type', 'application/scim+json']] as const;
        return { ok: true, response: { status: 400, headers, body, text: JSON.stringify(body), milliseconds: 1, truncated: false } };
      }
      const answer = await server.transport.send(request, options);
      if (!answer.ok || request.target !== '/Schemas' || !isObject(answer.response.body)) return answer;
      const all = answer.response.body['Resources'];
      const Resources = (Array.isArray(all) ? all.filter(isObject) : []).flatMap((schema) => {
        const attributes = Array.isArray(schema['attributes']) ? schema['attributes'].filter(isObject) : [];
        const left = attributes.filter((attribute) => keeps(schema, attribute));
        return left.length === 0 ? [] : [{ ...schema, attributes: left }];
      });
      const body = { ...answer.response.body, Resources, totalResults: Resources.length, itemsPerPage: Resources.length };
      return { ok: true, response: { ...answer.response, body, text: JSON.stringify(body) } };
    },
  };
  const played = await playAgainst({ target: server.target, transport, clock }, { dialects });
  const notices = played.events.flatMap((event) => (event.type === 'notice' ? event.message : [])).join('\n');
  return { ...played, notices, verdicts: verdictsOf(played.events).map(({ verdict }) => verdict) };
}

type Keeps = Parameters<typeof playWith>[0];
const everything: Keeps = () => true;
const noExtension = (schema: JsonObject): boolean => schema['id'] !== ENTERPRISE_USER_URN;
const peopleAlone = (schema: JsonObject, { name }: JsonObject): boolean =>
  schema['name'] === 'User' && ['userName', 'name', 'emails', 'active'].includes(String(name));
const hasExtension = (request: ScimRequest): boolean =>
  (request.method === 'POST' || request.method === 'PATCH') && JSON.stringify(request.body ?? {}).includes(ENTERPRISE_USER_URN);

describe('what /Schemas does not advertise', () => {
  it('is exchanged all the same where the target keeps it, and a correct server stays ready', async () => {
    for (const keeps of [noExtension, peopleAlone]) {
      const { findings, verdicts, notices, events } = await playWith(keeps);
      expect(summary(findings)).toEqual([]);
      expect(verdicts).toEqual(['ready', 'ready', 'ready']);
      expect(notices).toContain('The target keeps what it does not advertise, so that it is exchanged as well: ');
      expect(events.find((event) => event.type === 'cleanup')?.left).toEqual([]);
    }
  });

  it.each([
    ['extension-path-dot-split', 'SC2109', noExtension],
    ['value-path-wrong-element', 'SC2104', peopleAlone],
    ['group-rename-ignored', 'SC2306', peopleAlone],
    // The client looks a group up before it creates it: that this fails does not say that there are no groups.
    ['group-filter-unsupported', 'SC1310', peopleAlone],
    ['manager-string-ignored', 'SC2111', peopleAlone],
  ] as const)('hides no %s', async (defect, check, keeps) => {
    const { findings, verdicts } = await playWith(keeps, { defects: [defect] }, ['entra-default']);
    expect(findings.map((finding) => finding.check)).toContain(check);
    expect(verdicts).toEqual(['not-ready']);
  });

  it('is no part of the app where the target neither advertises nor keeps it', async () => {
    for (const variant of ['no-enterprise-extension', 'few-attributes']) {
      const { findings, verdicts, notices } = await playWith(everything, { variants: [variant] }, ['entra-default']);
      expect(summary(findings)).toEqual([]);
      expect(verdicts).toEqual(['ready']);
      expect(notices).toContain('that the target does not advertise: ');
    }
  });

  it('is no part of the app either where the target refuses it', async () => {
    const { findings, verdicts } = await playWith(noExtension, {}, ['entra-default', 'okta-oin'], hasExtension);
    expect(summary(findings)).toEqual([]);
    expect(verdicts).toEqual(['ready', 'ready']);
  });

  it('costs nothing where all is advertised, and for a client that reads /Schemas', async () => {
    const requests = async (keeps: Keeps, dialects: readonly Dialect[]): Promise<number> =>
      (await playWith(keeps, {}, dialects)).exchanges.filter(({ scenario }) => scenario === 'unadvertised').length;
    expect([await requests(everything, CLIENTS), await requests(peopleAlone, ['rfc'])]).toEqual([0, 0]);
    expect(await requests(peopleAlone, ['entra-default'])).toBeGreaterThan(0);
  });
});
