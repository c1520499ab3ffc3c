import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchingAttribute, matchingAttributes, nameOf, textOf } from '../../src/client/conversation-helpers.js';
import { formEncode, percentEncode, quoted } from '../../src/client/encode.js';
import { placeholderPassword } from '../../src/client/values/identifier.js';
import { otherValue } from '../../src/client/values/other.js';
import { groupValues, type Identity, personValues } from '../../src/client/values/person.js';
import { PERSONAS } from '../../src/client/values/persona.js';
import { guid, pick, seededRandom, token } from '../../src/client/values/random.js';
import { DEFAULT_MAPPING } from '../../src/mapping/default.js';
import { group, mappingOf, user } from './conversation.js';

const IDENTITY: Identity = { seed: 1, dialect: 'entra-default', family: 'entra', scenario: 'users/x', key: 'ann', domain: 'example.com' };
const rows = DEFAULT_MAPPING.users;
const PREFIXES: Readonly<Record<string, string>> = { GB: '+44 ', US: '+1 ', DE: '+49 ', FR: '+33 ', AU: '+61 ', CA: '+1 ' };

describe('synthetic people', () => {
  it('are the same for the same identity, and others for another', () => {
    const values = (some: Partial<Identity>) => [...personValues({ ...IDENTITY, ...some }, rows)];
    expect(values({})).toEqual(values({}));
    for (const other of [{ seed: 2 }, { dialect: 'rfc' }, { scenario: 'users/y' }, { key: 'bob' }])
      expect(new Map(values(other)).get('userName')).not.toBe(new Map(values({})).get('userName'));
  });

  it('somebody who is asked for as plain is plain in all values, whatever the seed', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const values = personValues({ ...IDENTITY, seed, persona: 'plain' }, rows);
      const texts = [...values.values()].filter((value) => typeof value === 'string');
      expect(texts.filter((text) => /['&"\\]|[^ -~]|^0/.test(text))).toEqual([]);
    }
  });

  it.each(PERSONAS.map((persona) => persona.name))('%s has a value for everything, and an address in the given domain', (persona) => {
    const values = personValues({ ...IDENTITY, persona, domain: 'vendor.test' }, rows);
    expect(values.get('emails[type eq "work"].value')).toMatch(/@vendor\.test$/);
    const wanted = rows.filter((row) => row.type !== 'Reference' && row.sparse !== true).map((row) => row.name);
    expect([...values.keys()]).toEqual(wanted);
    expect(JSON.stringify([...values])).not.toContain('{mark}');
  });

  it('have the shapes that break servers', () => {
    expect(PERSONAS.find((persona) => persona.name === 'quotes')?.userName).toMatch(/"/);
    expect(PERSONAS.find((persona) => persona.name === 'scripts')?.familyName).toMatch(/[\u0600-\u06ff]/);
    expect(PERSONAS.find((persona) => persona.name === 'long')?.familyName.length).toBeGreaterThan(60);
  });

  it('are refused under a name that nobody has', () => {
    expect(() => personValues({ ...IDENTITY, persona: 'nobody' }, rows)).toThrow(/unknown persona "nobody"; known: plain, apostrophe/);
  });

  it.each(Array.from({ length: 30 }, (_each, index) => index))(
    'belong to one country, and stay valid when everything changes (%i)',
    (seed) => {
      const person = personValues({ ...IDENTITY, seed }, rows);
      const moved = new Map(rows.map((row) => [row.name, otherValue(row, person.get(row.name) ?? false)]));
      for (const values of [person, moved]) {
        const text = (path: string) => String(values.get(path));
        const country = text('addresses[type eq "work"].country');
        expect(text('locale').slice(-2)).toBe(country);
        expect(text('phoneNumbers[type eq "work"].value')).toContain(PREFIXES[country]);
        expect(text('phoneNumbers[type eq "mobile"].value')).toContain(PREFIXES[country]);
        expect(Intl.supportedValuesOf('timeZone')).toContain(text('timezone'));
        expect([...values.values()].filter((value) => typeof value === 'string' && value !== value.trim())).toEqual([]);
      }
      for (const row of rows) if (person.has(row.name)) expect(moved.get(row.name), row.name).not.toEqual(person.get(row.name));
    },
  );

  it('have no two elements of a list with the same value, whatever changes: a change of the wrong one would not be seen', () => {
    const paths = ['phoneNumbers', 'addresses', 'ims', 'photos'].flatMap((list) =>
      ['work', 'mobile', 'home', 'fax', 'pager', 'other'].map(
        (type) => `${list}[type eq "${type}"].${list === 'addresses' ? 'streetAddress' : 'value'}`,
      ),
    );
    const mapped = mappingOf([...paths, 'phoneNumbers[primary eq true].value'], []).users;
    for (let seed = 0; seed < 300; seed += 1) {
      let values = [...personValues({ ...IDENTITY, seed }, mapped)];
      for (const state of ['at first', 'changed', 'changed again']) {
        const texts = values.map(([path, value]) => `${/^\w+/.exec(path)?.[0]} ${value}`);
        expect(new Set(texts).size, `${state}, seed ${seed}: ${texts.join(', ')}`).toBe(mapped.length);
        values = mapped.map((row, at) => [row.name, otherValue(row, values[at]?.[1] ?? false) ?? false]);
      }
    }
  });

  it('have an externalId as their client sends it', () => {
    const externalId = (family: Identity['family']) => String(personValues({ ...IDENTITY, family }, rows).get('externalId'));
    expect(externalId('entra')).toMatch(/^[a-z]+\.[a-z]+\.sc\w{7}$/);
    expect(externalId('okta')).toMatch(/^00u[A-Za-z0-9]{17}$/);
    expect(externalId('rfc')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('have nothing that is no value: no manager in words, no flag against them', () => {
    const vendor = [
      ['urn:x:User:manager', 'String'],
      ['suspended', 'Boolean'],
      ['urn:x:User:customFieldText1', 'String'],
      ['urn:x:User:country', 'String'],
      ['emails[type eq "other"].value', 'String'],
    ].map(([name = '', type]) => ({ name, type: type as 'String', filterable: false, required: false }));
    const values = personValues({ ...IDENTITY, domain: 'vendor.test' }, vendor);
    expect(values.has('urn:x:User:manager')).toBe(false);
    expect(values.get('suspended')).toBe(false);
    expect(values.get('urn:x:User:customFieldText1')).toMatch(/^Custom field text 1 \d{6}$/);
    expect(values.get('urn:x:User:country')).toMatch(/^[A-Z]{2}$/);
    expect(values.get('emails[type eq "other"].value')).toMatch(/^other\.sc\w{7}@vendor\.test$/);
  });

  it('have an address that is selected as the primary one, and say of one element that it is primary', () => {
    const row = (name: string, type: 'String' | 'Boolean' = 'String') => ({ name, type, filterable: false, required: false });
    const selected = [
      row('emails[primary eq true].value'),
      row('emails[primary eq "False"].value'),
      row('phoneNumbers[primary eq "True"].value'),
      row('addresses[primary eq true].locality'),
      row('addresses[primary eq true].type'),
      row('phoneNumbers[type eq "work"].primary', 'Boolean'),
      row('phoneNumbers[type eq "mobile"].primary', 'Boolean'),
    ];
    const values = personValues(IDENTITY, selected);
    const whole = personValues(IDENTITY, rows);
    expect(values.get('emails[primary eq true].value')).toBe(whole.get('emails[type eq "work"].value'));
    expect(values.get('emails[primary eq "False"].value')).toMatch(/^home\.sc\w{7}@example\.com$/);
    expect(String(values.get('phoneNumbers[primary eq "True"].value')).slice(0, -2)).toBe(
      String(whole.get('phoneNumbers[type eq "work"].value')).slice(0, -2),
    );
    expect(values.get('addresses[primary eq true].locality')).toBe(whole.get('addresses[type eq "work"].locality'));
    expect([...values].slice(4)).toEqual([
      ['addresses[primary eq true].type', 'work'],
      ['phoneNumbers[type eq "work"].primary', true],
      ['phoneNumbers[type eq "mobile"].primary', false],
    ]);
    // Constants of a mapping: they stay when everything else changes.
    for (const { name, type } of selected)
      expect(otherValue(row(name, type), values.get(name) ?? '') === undefined).toBe(/\.(type|primary)$/.test(name));
  });

  it('come as groups whose name is unique, without a blank that would break every look-up at once', () => {
    expect(String(groupValues(IDENTITY, DEFAULT_MAPPING.groups ?? []).get('displayName'))).toMatch(/^[A-Z]\w+-sc\w{7}$/);
  });
});

describe('placeholder passwords', () => {
  it('have eight characters of every kind that a policy may ask for', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const password = placeholderPassword(seededRandom(String(seed)));
      expect(password).toMatch(/^(?=.*[^A-Za-z0-9])(?=.*[A-Z])(?=.*[a-z])(?=.*\d)[\x21-\x7e]{8}$/);
      expect(password).not.toMatch(/["'\\<>&]/);
    }
  });
});

describe('random values', () => {
  it('follow from the seed', () => {
    expect(token(seededRandom('a'), 12)).toBe(token(seededRandom('a'), 12));
    expect(token(seededRandom('a'), 12)).not.toBe(token(seededRandom('b'), 12));
    expect(guid(seededRandom('a'))).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(() => pick(seededRandom('a'), [])).toThrow(RangeError);
  });
});

describe('encodings of a query', () => {
  it('come back as they were, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = text.toWellFormed();
        expect(new URLSearchParams(`q=${formEncode(text)}`).get('q')).toBe(clean);
        expect(decodeURIComponent(percentEncode(text))).toBe(clean);
        expect(JSON.parse(quoted(text))).toBe(text);
      }),
    );
  });

  it('leave nothing that ends or splits a query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(formEncode(text)).toMatch(/^[A-Za-z0-9._*!()+%-]*$/);
        expect(percentEncode(text)).toMatch(/^[A-Za-z0-9._~%-]*$/);
      }),
    );
  });
});

describe('matching attributes', () => {
  it('begin with the natural key where it may be filtered on', () => {
    expect(matchingAttributes(mappingOf(['externalId', 'userName'], ['externalId', 'userName']), 'User')).toEqual([
      'userName',
      'externalId',
    ]);
    expect(matchingAttribute(mappingOf(['externalId', 'userName'], ['externalId']), 'User')).toBe('externalId');
    expect(matchingAttribute(mappingOf(['userName'], []), 'User')).toBe('userName');
    expect(matchingAttribute(mappingOf([]), 'Group')).toBe('displayName');
  });

  it('are read without regard to case, and with or without .value', () => {
    const person = user('a', [
      ['USERNAME', 'a'],
      ['emails[type eq "work"]', 'w@x'],
      ['manager', { reference: 'm' }],
      ['active', false],
    ]);
    expect(['userName', 'emails[type eq "work"].value', 'manager', 'active', 'title'].map((path) => textOf(person, path))).toEqual([
      'a',
      'w@x',
      'm',
      'false',
      undefined,
    ]);
    expect(nameOf(person)).toBe('a');
    expect(nameOf(group('team', []))).toBe('team');
  });
});
