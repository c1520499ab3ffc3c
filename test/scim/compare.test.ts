import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute } from '../../src/scim/attribute.js';
import { differsOnlyInCase, holdsValue, sameValue } from '../../src/scim/compare.js';
import type { Json } from '../../src/scim/json.js';
import { STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';

const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);

describe('sameValue', () => {
  it.each<[Json | undefined, Json | undefined]>([
    [null, undefined],
    [null, []],
    [[], {}],
    [{ a: null, b: [] }, undefined],
    [
      { a: 1, B: { c: 'x' } },
      { b: { C: 'x', d: null }, A: 1 },
    ],
    [
      ['a', 'b', 'b'],
      ['b', 'a', 'b'],
    ],
    [
      [{ value: 'a' }, { value: 'b', display: null }],
      [{ value: 'b' }, { value: 'a' }],
    ],
    [['a', null], ['a']],
  ])('%j is %j', (a, b) => {
    expect(sameValue(a, b)).toBe(true);
    expect(sameValue(b, a)).toBe(true);
  });

  it.each<[Json | undefined, Json | undefined]>([
    ['', null],
    [false, null],
    [0, null],
    [0, false],
    ['a', 'A'],
    [true, 'True'],
    [1, '1'],
    ['a', ['a']],
    [
      ['a', 'a'],
      ['a', 'b'],
    ],
    [['a', 'a'], ['a']],
    [{ a: 'x' }, { a: 'x', b: 'y' }],
    ['null', null],
    ['2011-05-13T04:42:34Z', '2011-05-13T04:42:34.000Z'],
  ])('%j is not %j', (a, b) => {
    expect(sameValue(a, b)).toBe(false);
    expect(sameValue(b, a)).toBe(false);
  });

  it('compares binary data without the padding of base64, which may be omitted', () => {
    const binary = attribute('key', 'A key.', { type: 'binary' });
    expect(sameValue('TWFuIQ==', 'TWFuIQ', binary)).toBe(true);
    expect(sameValue('TWFuIQ==', 'TWFuIR', binary)).toBe(false);
    expect(sameValue('TWFuIQ==', 'TWFuIQ')).toBe(false);
  });

  it('compares a DateTime as an instant, alone and inside a complex value', () => {
    const dateTime = attribute('when', 'A time.', { type: 'dateTime' });
    expect(sameValue('2011-05-13T04:42:34Z', '2011-05-13T06:42:34.000+02:00', dateTime)).toBe(true);
    expect(sameValue('2011-05-13T04:42:34Z', '2011-05-13T04:42:35Z', dateTime)).toBe(false);
    expect(sameValue('soon', 'soon', dateTime)).toBe(true);
    const meta = STANDARD_SCHEMAS.find({ attribute: 'meta' }, 'User');
    expect(sameValue({ created: '2011-05-13T04:42:34Z' }, { Created: '2011-05-13T04:42:34.0Z' }, meta)).toBe(true);
  });

  it('is an equivalence, whatever the order', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(sameValue(a, a)).toBe(true);
        expect(sameValue(a, b)).toBe(sameValue(b, a));
        expect(sameValue([a, b], [b, a])).toBe(true);
        expect(sameValue({ x: a, y: b }, { Y: b, X: a })).toBe(true);
      }),
    );
  });

  it('does not run out of stack', () => {
    let deep: Json = 'x';
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(sameValue(deep, deep)).toBe(true);
  });
});

describe('differsOnlyInCase', () => {
  it('tells letters from content', () => {
    expect(differsOnlyInCase('a@X.com', 'A@x.com')).toBe(true);
    expect(differsOnlyInCase([{ value: 'A' }, { value: 'b' }], [{ value: 'B' }, { value: 'a' }])).toBe(true);
    expect(differsOnlyInCase('a', 'a')).toBe(false);
    expect(differsOnlyInCase('a', 'b')).toBe(false);
    expect(differsOnlyInCase('a', undefined)).toBe(false);
  });
});

describe('holdsValue', () => {
  const element = (value: string, primary?: boolean): Json => (primary === undefined ? { value } : { value, primary });

  it('a server may choose the primary element where the client has chosen none', () => {
    expect(holdsValue([element('a', false)], [element('a', true)])).toBe(true);
    expect(holdsValue([element('a'), element('b', false)], [element('a', false), element('b', true)])).toBe(true);
  });

  it('but not another one than the client', () => {
    expect(holdsValue([element('a', true), element('b', false)], [element('a', true), element('b', true)])).toBe(false);
    expect(holdsValue([element('a', true), element('b', false)], [element('a', false), element('b', true)])).toBe(false);
  });
});
