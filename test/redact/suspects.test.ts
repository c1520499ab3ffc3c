import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REDACTED } from '../../src/base/redacted.js';
import { finderOf } from '../../src/redact/finder.js';
import { formsOf } from '../../src/redact/forms.js';
import { INCOMING, OUTGOING } from '../../src/redact/needles.js';
import { redactor } from '../../src/redact/redactor.js';
import { worthOf } from '../../src/redact/runs.js';
import { Suspects } from '../../src/redact/suspects.js';
import { replace } from '../../src/redact/view.js';
import { ENCODINGS, OTHERS } from './encodings.js';

/** Passwords as a run makes them up, tokens, and anything else that somebody may take for a secret. */
const secret = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...'ABCabc019#$%*+-=?@^_!'), minLength: 1, maxLength: 10 }),
    fc.string({ unit: fc.constantFrom(...'ABCDEFabcdef0123456789-_.~+/='), minLength: 6, maxLength: 60 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.constant('urn:ietf:params:scim'),
  )
  .filter((text) => text.trim() !== '');

/** What bodies are made of: long parts without an escape, and escapes one by one, side by side and one in another. */
const LONG = [
  ',"meta":{"resourceType":"User","created":"2026-01-01T00:00:00Z","version":"W/\\"12\\"","location":"/Users/e4f1c0de-0000-4000-8000"}',
  ` "name": { "formatted": "${'Ada Lovelace, '.repeat(12)}" }, `,
  `"photo":"${'QUJDREVGR0g'.repeat(20)}\\/${'aGlqa2xtbm8'.repeat(120)}"`,
  'nothing %2541 is %u0041&amp;#x41; as \\u005cu0041 it seems, and goes on for a while without any sequence of that kind to be seen',
];

/** A secret or a part of one in some encoding, among other things. */
const written = fc
  .record({
    which: fc.nat(),
    from: fc.nat(),
    length: fc.nat(),
    beside: fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom(...LONG)),
    whole: fc.boolean(),
  })
  .chain((part) => fc.constantFrom(...Object.values({ ...ENCODINGS, ...OTHERS })).map((encode) => ({ ...part, encode })));

const KNOWN = ['example.com', 'urn:ietf:params:scim:schemas:core:2.0:User'];

describe('suspects', () => {
  it.each([
    ['outgoing', OUTGOING],
    ['incoming', INCOMING],
  ] as const)('nothing is missed that a search for all secrets would find: %s', (direction, extent) => {
    fc.assert(
      fc.property(fc.array(secret, { minLength: 1, maxLength: 6 }), fc.array(written, { maxLength: 4 }), (secrets, parts) => {
        const text = parts
          .map(({ which, from, length, beside, whole, encode }) => {
            const chosen = (secrets[which % secrets.length] ?? '').toWellFormed();
            const start = from % chosen.length;
            return beside + encode(whole ? chosen : chosen.slice(start, start + 1 + (length % chosen.length)).toWellFormed());
          })
          .join('');
        const all = [...new Set(secrets)].map((each, number) => ({ text: each, number, forms: formsOf(each) }));
        const worth = worthOf(
          all.map((each) => each.text).filter((each) => each.length >= extent.shortest),
          extent,
        );
        const searched = replace(text, finderOf(all, extent, KNOWN).find(text, worth), REDACTED);
        const hidden = redactor(secrets, KNOWN);
        expect(direction === 'outgoing' ? hidden.text(text) : hidden.incoming.text(text)).toBe(searched);
      }),
      { numRuns: 600 },
    );
  });

  it('a secret is suspected of which one character or a few are escaped or beside what has no width, in the middle of a long body or at an end of it', () => {
    const plain = fc.stringMatching(/^(?:[a-z]{1,9}[ ":,/{}]{1,2}){0,60}$/);
    const escaped = fc.constantFrom<(character: string) => string>(
      (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
      (character) => `%${character.charCodeAt(0).toString(16)}`,
      (character) => `&#${character.charCodeAt(0)};`,
      (character) => `\u200b${character}`,
      (character) => `${character}\u0301`,
    );
    const form = fc.constantFrom<(secret: string) => string>(
      (secret) => secret,
      (secret) => [...secret].reverse().join(''),
      (secret) => Buffer.from(secret).toString('base64'),
      (secret) => Buffer.from(`x${secret}`).toString('hex'),
      (secret) => [...secret].join('-'),
      (secret) => [...secret].join(' . '),
    );
    const parts = fc.record({
      secret: fc.stringMatching(/^[A-Za-z0-9]{9,40}$/),
      form,
      escaped,
      places: fc.uniqueArray(fc.nat(79), { minLength: 1, maxLength: 12 }),
      before: plain,
      behind: plain,
      shown: fc.constantFrom('whole', 'backwards', 'begin', 'end'),
    });
    fc.assert(
      fc.property(parts, ({ secret, form, escaped, places, before, behind, shown }) => {
        const cut = { begin: secret.slice(0, 6), end: secret.slice(-6) };
        const part = shown === 'begin' || shown === 'end' ? cut[shown] : form(secret);
        const text = [...part].map((each, index) => (places.includes(index) ? escaped(each) : each)).join('');
        const suspects = new Suspects();
        suspects.add('another-secret-0815');
        suspects.add(secret);
        const turned = (whole: string) => (shown === 'backwards' ? [...whole].reverse().join('') : whole);
        const body =
          shown === 'begin' ? `${before}"${text}` : shown === 'end' ? `${text}"${behind}` : turned(`${before}"${text}"${behind}`);
        expect(suspects.in(body).map(({ number }) => number)).toContain(1);
      }),
      { numRuns: 500 },
    );
  });

  it('nobody is suspected of an ordinary text', () => {
    const suspects = new Suspects();
    for (const each of ['kT7$ab^1', 'Q2x#9z=4', 'a-token-of-many-letters-4711']) suspects.add(each);
    const user = JSON.stringify({ id: 'e4f1c0de-0000-4000-8000-000000000000', meta: { version: 'W/"1"' }, userName: 'ada@example.com' });
    expect(suspects.in(user)).toEqual([]);
    expect(suspects.in(`${user} kT7$ab^1`).map(({ text }) => text)).toEqual(['kT7$ab^1']);
    expect(suspects.in(Buffer.from(`${user} Q2x#9z=4`).toString('base64')).map(({ text }) => text)).toEqual(['Q2x#9z=4']);
  });

  it('secrets that share a piece are all suspected, however many there are', () => {
    const suspects = new Suspects();
    const secrets = Array.from({ length: 400 }, (_, index) => `the-same-begin-${index}-${'x'.repeat(index % 7)}`);
    for (const each of secrets) suspects.add(each);
    expect(suspects.in('the-same-begin-')).toHaveLength(secrets.length);
  });
});
