import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import type { Dialect } from '../../src/client/client.js';
import type { Sent, Transport } from '../../src/http/transport.js';
import { inMemory } from '../../src/sample/in-memory.js';
import { loadScenario } from '../../src/scenario/load.js';
import type { Scenario, Step } from '../../src/scenario/scenario.js';
import { getMember, isObject, type Json, type JsonObject } from '../../src/scim/json.js';
import type { ScimRequest } from '../../src/scim/message.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playAgainst, TOKEN, targetAt } from './harness.js';

// What real servers do, and what was once told of it under a wrong name: docs/servers/ has the servers.

const URL = 'http://sample.test/scim/v2';

type Answer = (request: ScimRequest, next: () => Promise<Sent>) => Promise<Sent>;

function answered(status: number, body: Json): Sent {
  const headers = [['Content-Type', 'application/scim+json']] as const;
  return { ok: true, response: { status, headers, text: JSON.stringify(body), body, milliseconds: 1, truncated: false } };
}

const error = (status: number, detail: string): Sent =>
  answered(status, { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status), detail });

/** A correct server but for some answers, of which at least one must be another than its own. */
async function found(answer: Answer, dialect: Dialect, ...scenarios: string[]) {
  const server = inMemory({ token: TOKEN }, URL);
  let others = 0;
  const transport: Transport = {
    ...server,
    async send(request, options) {
      let own: Sent | undefined;
      const sent = await answer(request, async () => {
        own = await server.send(request, options);
        return own;
      });
      if (!isDeepStrictEqual(bodyOf(sent), bodyOf(own))) others += 1;
      return sent;
    },
  };
  const target = { target: targetAt(URL), transport, clock: new VirtualClock() };
  const { findings } = await playAgainst(target, { dialects: [dialect], scenarios: scenariosNamed(...scenarios), jobs: 1 });
  expect(others).toBeGreaterThan(0);
  return findings;
}

function bodyOf(sent: Sent | undefined): unknown {
  return sent?.ok === true ? [sent.response.status, sent.response.body] : sent;
}

it('a query by POST that is taken for a create is no create that lacks something', async () => {
  const findings = await found(
    async (request, next) => (request.target.endsWith('/.search') ? error(400, 'userName or externalId is mandatory') : await next()),
    'rfc',
    'rfc/search',
  );
  expect(findings.map(({ check }) => check)).toEqual(['SC1125']);
});

it('a PUT that fails and is carried out all the same is told as that', async () => {
  const findings = await found(
    async (request, next) => {
      if (request.method !== 'PUT' || request.resourceType !== 'User') return await next();
      await next();
      return error(500, 'The index could not be written.');
    },
    'okta-oin',
    'users/mover',
  );
  expect([...new Set(findings.map(({ check }) => check))]).toEqual(['SC2146']);
});

it('a failure at a change of nothing is none that was made, where no other one was', async () => {
  const findings = await found(
    async (request, next) => (request.method === 'PATCH' && request.resourceType === 'Group' ? error(500, 'No.') : await next()),
    'okta-oin',
    'groups/created-empty',
  );
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.map(({ check }) => check)).not.toContain('SC2146');
});

it('whether a user is active is lost with the other names in capitals, and told with them', async () => {
  const server = inMemory({ token: TOKEN }, URL);
  let id: Json | undefined;
  const send: Transport['send'] = async (request, options) => {
    const { body } = request;
    if (!isObject(body) || body['UserName'] === undefined) {
      const sent = await server.send(request, options);
      if (id === undefined || !sent.ok || !request.target.endsWith(`/${String(id)}`) || !isObject(sent.response.body)) return sent;
      const { active: _active, ...shown } = sent.response.body;
      return answered(sent.response.status, shown);
    }
    const sent = await server.send({ ...request, body: { schemas: body['schemas'] ?? [], userName: body['UserName'] } }, options);
    id = sent.ok && isObject(sent.response.body) ? sent.response.body['id'] : undefined;
    return sent;
  };
  const target = { target: targetAt(URL), transport: { ...server, send }, clock: new VirtualClock() };
  const { findings } = await playAgainst(target, { dialects: ['rfc'], scenarios: scenariosNamed('rfc/attribute-names'), jobs: 1 });
  expect([...new Set(findings.map(({ check }) => check))]).toEqual(['SC1121']);
});

it('who is created by one client only is nobody to the other one', async () => {
  const server = inMemory({ token: TOKEN }, URL);
  const send: Transport['send'] = async (request, options) => {
    const isStrict = request.method === 'POST' && isObject(request.body) && request.body['groups'] !== undefined;
    return isStrict ? error(400, 'groups is not known.') : await server.send(request, options);
  };
  const target = { target: targetAt(URL), transport: { ...server, send }, clock: new VirtualClock() };
  const dialects: Dialect[] = ['entra-default', 'okta-oin'];
  const { findings } = await playAgainst(target, { dialects, scenarios: scenariosNamed('users/mover'), jobs: 1 });
  expect(findings.map(({ check, dialect, effect }) => [check, dialect, effect])).toEqual([
    ['SC1204', 'okta-oin', 'Nobody is provisioned.'],
  ]);
});

it('an empty page in place of the first one is told of the number that was asked for', async () => {
  const findings = await found(
    async (request, next) => {
      const sent = await next();
      if (!sent.ok || !/startIndex=(0|-1)/.test(request.target) || !isObject(sent.response.body)) return sent;
      return answered(200, { ...sent.response.body, startIndex: 1, itemsPerPage: 0, Resources: [] });
    },
    'rfc',
    'rfc/paging',
  );
  expect(findings.map(({ check, sent }) => [check, /startIndex=0/.test(sent ?? '')])).toEqual([['SC1405', true]]);
});

it('a list that begins with a number below 1 has integers, and does not say where it begins', async () => {
  const findings = await found(
    async (request, next) => {
      const sent = await next();
      if (!sent.ok || !/startIndex=-1/.test(request.target) || !isObject(sent.response.body)) return sent;
      expect(getMember(sent.response.body, 'startIndex')).toBe(1);
      return answered(200, { ...sent.response.body, startIndex: -1 });
    },
    'rfc',
    'rfc/paging',
  );
  expect(findings.map(({ check }) => check)).toEqual(['SC1406']);
});

it('a create that loses attributes for the case of their names has that reason', async () => {
  const findings = await found(
    async (request, next) => {
      const sent = await next();
      const isIt = request.id !== undefined && request.method === 'GET' && sent.ok && isObject(sent.response.body);
      if (!isIt || !JSON.stringify(sent.response.body).includes('"names.')) return sent;
      const { title: _title, ...rest } = sent.response.body as JsonObject;
      return answered(200, rest);
    },
    'rfc',
    'rfc/attribute-names',
    'users/joiner',
  );
  expect(findings.map(({ check }) => check)).toEqual(['SC1121']);
});

it('members that no group has shown are told once, with the create that brought the first of them', async () => {
  const findings = await found(
    async (request, next) => {
      const sent = await next();
      if (request.method === 'DELETE' || !sent.ok || !isObject(sent.response.body)) return sent;
      const { members: _members, groups: _groups, ...rest } = sent.response.body;
      return answered(sent.response.status, rest);
    },
    'okta-oin',
    'groups/lifecycle',
    'groups/push-now',
  );
  expect(findings.map(({ check, sent }) => [check, sent?.slice(0, 12)])).toEqual([['SC1205', 'POST /Groups']]);
});

it('members are judged after a removal of somebody who is none', async () => {
  const findings = await found(
    async (request, next) => {
      const sent = await next();
      if (request.resourceType !== 'Group' || request.method !== 'GET' || !sent.ok || !isObject(sent.response.body)) return sent;
      const body = sent.response.body as JsonObject;
      return body['members'] === undefined ? sent : answered(200, { ...body, members: [] });
    },
    'entra-default',
    'groups/parallel',
  );
  expect(findings.map(({ check }) => check)).toEqual(['SC2301']);
});

it('a plus for which the filter is refused was read as more than a part of the name', async () => {
  const findings = await found(
    async (request, next) =>
      request.filter?.value.includes('+') === true ? error(400, 'Invalid regular expression: Nothing to repeat') : await next(),
    'rfc',
    'users/names',
  );
  expect(findings.map(({ check }) => check)).toEqual(['SC1341']);
});

it('an element of a list that is not changed is told once, and not as damage to the list', async () => {
  const findings = await found(
    async (request, next) => {
      if (request.method !== 'PATCH' || !JSON.stringify(request.body).includes('roles[')) return await next();
      return { ok: true, response: { status: 204, headers: [], text: '', milliseconds: 1, truncated: false } };
    },
    'entra-default',
    'roles/single',
  );
  expect(findings.map(({ check }) => check)).toEqual(['SC2105']);
});

it('a display name that is made of the name does not come from somebody who was deleted', async () => {
  const withDisplayName = (body: Json | undefined): Json | undefined => {
    if (!isObject(body) || body['userName'] === undefined || body['displayName'] !== undefined || !isObject(body['name'])) return body;
    const { givenName, familyName } = body['name'];
    return { ...body, displayName: `${givenName} ${familyName}` };
  };
  const findings = await found(
    async (_request, next) => {
      const sent = await next();
      const body = sent.ok ? withDisplayName(sent.response.body) : undefined;
      return body === undefined || !sent.ok ? sent : answered(sent.response.status, body);
    },
    'entra-default',
    'membership/returned',
  );
  expect(findings.map(({ check }) => check)).toEqual([]);
});

/** The answer with its JSON read and written anew: a member for which `change` returns undefined is left out. */
const rewritten = (sent: Sent, change: (name: string, value: Json) => Json | undefined): Sent => {
  if (!sent.ok || sent.response.body === undefined) return sent;
  const text = JSON.stringify(sent.response.body, (name, value) => change(name, value as Json));
  return { ...sent, response: { ...sent.response, text, body: JSON.parse(text) as Json } };
};

it('addresses in small letters are legal, too, where /Schemas names no parts of them', async () => {
  const findings = await found(
    async (request, next) => {
      const sent = await next();
      if (request.target.startsWith('/Schemas'))
        return rewritten(sent, (_, value) => (isObject(value) && value['name'] === 'emails' ? { ...value, subAttributes: [] } : value));
      return rewritten(sent, (_, value) => (typeof value === 'string' && value.includes('@') ? value.toLowerCase() : value));
    },
    'rfc',
    'mapping/changed',
  );
  expect(findings).toEqual([]);
});

it('filters on an attribute that was not stored are not asked about', async () => {
  const findings = await found(
    async (request, next) => {
      if (/title/.test(request.target)) throw new Error('asked for titles');
      return rewritten(await next(), (name, value) => (name === 'title' ? undefined : value));
    },
    'rfc',
    'rfc/filters',
  );
  expect(findings.map(({ check }) => check)).toEqual(['SC1205']);
});

it('lists without those who are deactivated are a warning to account discovery', async () => {
  const transport = inMemory({ token: TOKEN, variants: ['inactive-not-listed'] }, URL);
  const target = { target: targetAt(URL), transport, clock: new VirtualClock() };
  const [discovery, leaver] = scenariosNamed('import/account-discovery', 'users/leaver') as [Scenario, Scenario];
  const steps = discovery.steps.flatMap((step): Step[] => {
    const off = leaver.steps.find(({ intent }) => intent.kind === 'update' && intent.set['active'] === false);
    const isAnn = step.intent.kind === 'create' && step.intent.object.key === 'ann';
    return isAnn && off?.intent.kind === 'update' ? [step, { ...off, intent: { ...off.intent, object: 'ann' } }] : [step];
  });
  const scenarios = [{ ...discovery, steps }];
  const { findings } = await playAgainst(target, { dialects: ['entra-default'], scenarios, jobs: 1 });
  expect(findings.map(({ check, severity, received }) => [check, severity, /each of them deactivated/.test(received)])).toEqual([
    ['SC1402', 'warning', true],
  ]);
});

it('an empty list of members is none that excludedAttributes should have left out', async () => {
  const findings = await found(
    async (request, next) => {
      const sent = await next();
      if (!request.target.includes('excludedAttributes=members') || request.id === undefined || !sent.ok || sent.response.status !== 200)
        return sent;
      return answered(200, { ...(sent.response.body as JsonObject), members: [] });
    },
    'entra-default',
    'groups/lifecycle',
  );
  expect(findings).toEqual([]);
});

it('whoever was deleted with success and cannot be read has the name still: a rename to it is no test of renames', async () => {
  const gone = new Set<string>();
  const answer: Answer = async (request, next) => {
    if (request.method === 'GET' && gone.has(request.target)) return error(500, 'The index is broken.');
    if (request.method !== 'DELETE' || request.purpose === 'cleanup') return await next();
    gone.add(request.target);
    return answered(204, '');
  };
  const { scenario } = loadScenario(
    `id: users/name-of-the-deleted
title: A name whose holder was deleted goes to another
steps:
  - create: { user: first, with: { userName: "first.\${random.mark}@\${run.domain}" } }
  - create: { user: second }
  - delete: first
  - update: second
    set: { userName: "first.\${random.mark}@\${run.domain}" }
`,
    'own.yaml',
  );
  if (scenario === undefined) throw new Error('the scenario is not right');
  const server = inMemory({ token: TOKEN }, URL);
  const transport: Transport = { ...server, send: (request, options) => answer(request, () => server.send(request, options)) };
  for (const dialect of ['entra-default', 'rfc'] as const) {
    const target = { target: targetAt(URL), transport, clock: new VirtualClock() };
    const { findings } = await playAgainst(target, { dialects: [dialect], scenarios: [scenario], jobs: 1 });
    expect(findings.map(({ check }) => check)).toEqual(['SC1104']);
  }
});
