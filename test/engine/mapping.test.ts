import { describe, expect, it } from 'vitest';
import { schemasBeyondStandard } from '../../src/config/sample-schemas.js';
import { targetPath } from '../../src/engine/mapping/mapped-rows.js';
import { verdictsOf } from '../../src/event/verdict.js';
import { findMapping } from '../../src/mapping/catalogue.js';
import { loadMapping } from '../../src/mapping/load.js';
import type { Mapping } from '../../src/mapping/mapping.js';
import { isObject, type JsonObject } from '../../src/scim/json.js';
import { valueAt } from '../../src/scim/resource.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { type Played, playSample, summary } from './harness.js';

function mappingNamed(name: string): Mapping {
  const found = findMapping(name);
  if (!found.ok) throw new Error(`no mapping ${name}`);
  return found.mapping;
}

function bodies(played: Played, method: string, path: RegExp): JsonObject[] {
  return played.exchanges
    .filter((exchange) => exchange.request.method === method && path.test(exchange.request.url) && exchange.purpose !== 'raw')
    .map((exchange) => JSON.parse(exchange.request.body ?? '{}') as JsonObject);
}

/** What Entra adds to every creation by itself. */
const ENVELOPE = new Set(['schemas', 'meta']);

describe('rows on top of the default', () => {
  const { mapping } = loadMapping(
    'extends: default\nusers:\n  - { name: "urn:acme:User:badge", type: String }\n  - { name: title, type: String, required: true }\n',
    'acme.yaml',
  );

  it('are exchanged besides it, in place of a row of the same name', async () => {
    const played = await playSample(
      { extraSchemas: schemasBeyondStandard(mapping as Mapping) },
      { ...(mapping === undefined ? {} : { mapping }), dialects: ['entra-default', 'okta-oin'] },
    );
    expect(summary(played.findings)).toEqual([]);
    const created = bodies(played, 'POST', /\/Users$/);
    expect(created.some((body) => JSON.stringify(body).includes('"badge"'))).toBe(true);
    expect(created.some((body) => JSON.stringify(body).includes('preferredLanguage'))).toBe(true);
    const notices = played.events.flatMap((event) => (event.type === 'notice' ? event.message : []));
    expect(notices.find((notice) => notice.startsWith('mapping acme: each client exchanges its own default attributes'))).toMatch(
      /, and urn:acme:User:badge, title\.$/,
    );
  });
});

describe('a mapping that selects by primary, or says which element is primary', () => {
  const { mapping } = loadMapping(
    ['userName', 'active', 'displayName', 'emails[primary eq "True"].value', 'phoneNumbers[type eq "work"].value']
      .map((name) => `  - { name: '${name}', type: String, filterable: ${name === 'userName'} }\n`)
      .concat(`  - { name: 'phoneNumbers[type eq "work"].primary', type: Boolean }\n`)
      .join('')
      .replace(/^/, 'app: Acme\nsource: a test\ncapabilities: { create: true, update: true, remove: true, groups: false }\nusers:\n'),
    'acme.yaml',
  );
  const options = {
    ...(mapping === undefined ? {} : { mapping }),
    scenarios: scenariosNamed('users/joiner', 'users/existing', 'mapping/changed'),
  };

  it('is played in its own form, and nothing is found on a correct server', async () => {
    const played = await playSample({}, { ...options, dialects: ['entra-default', 'entra-aadOptscim062020', 'okta-oin', 'rfc'] });
    expect(summary(played.findings)).toEqual([]);
    const patched = JSON.stringify(bodies(played, 'PATCH', /\/Users\//));
    expect(patched).toContain(String.raw`"op":"Replace","path":"emails[primary eq \"True\"].value"`);
    expect(patched).toContain(String.raw`"op":"Add","path":"phoneNumbers[type eq \"work\"].primary","value":"True"`);
    expect(patched).not.toMatch(/\.primary","value":("False"|false)/);
    for (const body of [...bodies(played, 'POST', /\/Users$/), ...bodies(played, 'PUT', /\/Users\//)])
      for (const list of [body['emails'], body['phoneNumbers']])
        expect(Array.isArray(list) ? list.filter((each) => isObject(each) && each['primary'] === true).length : 0).toBeLessThan(2);
  });

  it('shows a server that does not do what such a path says', async () => {
    const played = await playSample({ defects: ['bystander-written'] }, { ...options, dialects: ['entra-default'] });
    expect(summary(played.findings)).not.toEqual([]);
  });
});

describe.each(['rollbar', 'rootly', 'sentry', 'tribeloo'])('with the mapping of %s', (name) => {
  it('a correct server is ready for Entra and Okta', async () => {
    const { findings, events } = await playSample({}, { mapping: mappingNamed(name) });
    expect(summary(findings)).toEqual([]);
    expect(verdictsOf(events).map(({ client, verdict }) => `${client} ${verdict}`)).toEqual(['entra ready', 'okta ready', 'rfc ready']);
  });

  it('Entra sends the mapped attributes and no others', async () => {
    const mapping = mappingNamed(name);
    const played = await playSample({}, { mapping, dialects: ['entra-default'] });
    const created = bodies(played, 'POST', /\/Users$/);
    expect(created.length).toBeGreaterThan(3);
    const mapped = mapping.users.map((row) => targetPath(row.name));
    const roots = new Set(mapped.map((path) => path.split(/[.[]/)[0]));
    for (const body of created) {
      expect(Object.keys(body).filter((key) => !ENVELOPE.has(key) && !roots.has(key) && !key.startsWith('urn:'))).toEqual([]);
    }
    // Somebody has a value for each of them.
    for (const path of mapped)
      expect(
        created.some((body) => valueAt(body, path) !== undefined),
        path,
      ).toBe(true);
  });
});

describe('capabilities', () => {
  it('plays no groups for an app without them', async () => {
    const { events, exchanges } = await playSample({}, { mapping: mappingNamed('tribeloo') });
    expect(
      exchanges.filter(
        (exchange) => exchange.scenario !== undefined && exchange.scenario !== 'okta-spec/spec' && exchange.request.url.includes('/Groups'),
      ),
    ).toEqual([]);
    const skipped = events.filter((event) => event.type === 'scenario-finished' && event.status === 'skipped');
    expect(skipped.some((event) => event.type === 'scenario-finished' && event.reason?.includes('no groups'))).toBe(true);
  });

  it('pushes groups with Okta the way Rollbar describes it, below the base URL of its page', async () => {
    const mapping = mappingNamed('rollbar');
    expect(mapping.baseUrls?.okta).toBe('https://rollbar.com/ACCOUNT_NAME/scim/v2/okta/');
    const { findings, exchanges } = await playSample(
      { basePath: '/ACCOUNT_NAME/scim/v2/okta' },
      { mapping, dialects: ['okta-oin', 'okta-aiw'] },
    );
    expect(summary(findings)).toEqual([]);
    const pushed = exchanges.filter(
      (exchange) => exchange.request.method === 'POST' && exchange.request.url.endsWith('/ACCOUNT_NAME/scim/v2/okta/Groups'),
    );
    expect(pushed.length).toBeGreaterThan(0);
  });
});

describe('a mapped attribute that is not kept', () => {
  it('is named, under the client that sent it', async () => {
    const { findings } = await playSample({ defects: ['name-missing'] }, { mapping: mappingNamed('rootly'), dialects: ['entra-default'] });
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.some((finding) => `${finding.expected} ${finding.received}`.includes('name.'))).toBe(true);
  });

  it('is not demanded when the mapping does not have it', async () => {
    const { findings } = await playSample({ defects: ['name-missing'] }, { mapping: mappingNamed('sentry'), dialects: ['entra-default'] });
    expect(summary(findings)).toEqual([]);
  });

  it('sends all of the default mapping where the target advertises nothing', async () => {
    const { events, exchanges } = await playSample({ defects: ['schemas-missing-404'] }, { dialects: ['entra-default'] });
    const notice = events.find((event) => event.type === 'notice');
    expect(notice?.message).toContain('does not say in /Schemas what it has');
    const sent = exchanges
      .filter((exchange) => exchange.purpose === 'create')
      .map((exchange) => JSON.parse(exchange.request.body ?? '{}') as JsonObject);
    expect(sent.some((body) => isObject(body) && Object.hasOwn(body, 'phoneNumbers'))).toBe(true);
  });
});
