import { describe, expect, it } from 'vitest';
import type { NoticeEvent } from '../../src/event/event.js';
import { findMapping } from '../../src/mapping/catalogue.js';
import type { Mapping } from '../../src/mapping/mapping.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playFaulty } from './faulty.js';
import { playSample, summary } from './harness.js';

function mappingNamed(name: string): Mapping {
  const found = findMapping(name);
  if (!found.ok) throw new Error(found.message);
  return found.mapping;
}

const notices = (events: readonly { readonly type: string }[]): string[] =>
  events.filter((event): event is NoticeEvent => event.type === 'notice').map((event) => event.message);

describe('a create without an attribute that the mapping marks as required', () => {
  const mapping = mappingNamed('airtable');
  const required = mapping.users.filter((row) => row.required && row.name !== 'userName');
  const row = required.find(({ name }) => name === 'name.familyName');
  const claim = `name.familyName is marked as required (mapping airtable, row of line ${row?.line})`;

  it('is told beside what the table claims, when the target accepts it', async () => {
    const scenarios = scenariosNamed('mapping/required');
    const { events, findings } = await playSample({}, { mapping, scenarios, dialects: ['entra-default'] });
    expect(summary(findings)).toEqual([]);
    expect(notices(events).filter((message) => message.includes('is marked as required'))).toHaveLength(required.length);
    expect(notices(events)).toContain(`${claim}, but the target accepts a user without it (201).`);
  });

  it.each([400, 409, 422])('is told, and is no finding, when the target refuses it with %d', async (status) => {
    const scenarios = scenariosNamed('mapping/required');
    const fault = { name: '', missing: { path: 'name.familyName', status } };
    const { events, findings } = await playFaulty(mapping, 'name.familyName', fault, {
      scenarios,
      dialects: ['entra-default', 'okta-oin'],
    });
    expect(findings).toEqual([]);
    const told = notices(events).filter((message) => message === `${claim}, and the target refuses a user without it (${status}).`);
    expect(told).toHaveLength(2);
  });

  it('is a finding that names the row, when the target fails on it', async () => {
    const scenarios = scenariosNamed('mapping/required');
    const fault = { name: '', missing: { path: 'name.familyName', status: 500 } };
    const { findings } = await playFaulty(mapping, 'name.familyName', fault, { scenarios, dialects: ['entra-default'] });
    expect(findings.map(({ check, expected }) => ({ check, expected }))).toEqual([
      { check: 'SC1104', expected: `a success, or a 4xx with a SCIM Error (name.familyName, mapping airtable, row of line ${row?.line})` },
    ]);
  });

  it('is not played where the mapping marks nothing but what a client matches on', async () => {
    const scenarios = scenariosNamed('mapping/required', 'mapping/required-of-groups');
    const { exchanges } = await playSample(
      {},
      { mapping: mappingNamed('default'), scenarios, dialects: ['entra-default', 'okta-oin', 'rfc'] },
    );
    expect(exchanges.filter((each) => each.scenario?.startsWith('mapping/'))).toEqual([]);
  });

  it('is played for groups as well', async () => {
    const scenarios = scenariosNamed('mapping/required-of-groups');
    const groups = (mapping.groups ?? []).concat({ name: 'externalId', type: 'String', filterable: false, required: true, line: 75 });
    const { events, findings } = await playSample({}, { mapping: { ...mapping, groups }, scenarios, dialects: ['entra-default', 'rfc'] });
    expect(summary(findings)).toEqual([]);
    const told = 'externalId is marked as required (mapping airtable, row of line 75), but the target accepts a group without it (201).';
    expect(notices(events).filter((message) => message === told)).toHaveLength(2);
  });
});
