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

/** A secret or a part of one in some encoding, among other things. */
const written = fc
  .record({ which: fc.nat(), from: fc.nat(), length: fc.nat(), beside: fc.string({ maxLength: 12 }), whole: fc.boolean() })
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
