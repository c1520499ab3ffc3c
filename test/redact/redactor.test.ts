import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REDACTED } from '../../src/base/redacted.js';
import { secretsOf } from '../../src/http/credential.js';
import { curlOf } from '../../src/http/curl.js';
import { redactor } from '../../src/redact/redactor.js';
import { base64, ENCODINGS, OTHERS } from './encodings.js';

/** Tokens as services give them out. */
const tokens = fc
  .string({ unit: fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789-_.~+/='), minLength: 24, maxLength: 80 })
  .filter((s) => /^[A-Za-z0-9].*[A-Za-z0-9]$/.test(s) && (s.match(/[A-Za-z0-9]/g)?.length ?? 0) >= 20);

/** Whether a text holds eight characters of a secret in a row, as they are. */
function holdsPiece(secret: string, text: string): boolean {
  const dense = (all: string) => all.toLowerCase().replace(/[^a-z0-9]/g, '');
  return [...dense(secret)].some((_letter, at) => {
    const piece = dense(secret).slice(at, at + 8);
    return piece.length === 8 && dense(text).includes(piece);
  });
}

/** Secrets as people have them: printable, at least four characters, none that the mark itself would hold. */
const printable = fc.string({ unit: 'grapheme-ascii', minLength: 4, maxLength: 60 });
const unicode = fc.string({ unit: 'grapheme', minLength: 4, maxLength: 30 });
const secrets = fc
  .oneof(printable, unicode, fc.string({ unit: fc.constantFrom(...'\\"\'/&%<+=- a'), minLength: 8, maxLength: 12 }))
  .filter(
    (secret) =>
      secret.trim() !== '' && secret.length >= 4 && !REDACTED.includes(secret.slice(0, 2)) && !REDACTED.includes(secret.slice(-2)),
  );

describe('redactor', () => {
  it.each(Object.entries(ENCODINGS))('leaves nothing of a secret: %s', (_name, encode) => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const written = encode(secret);
        const result = redactor([secret]).text(`<<${written}>>`);
        expect(result).toContain(REDACTED);
        expect(result.replaceAll(REDACTED, '').length).toBeLessThanOrEqual(
          '<<>>'.length + '%3D%3D'.length + (secret.includes('\\') ? 8 : 0),
        );
        expect(result).not.toContain(written);
      }),
      { numRuns: 60 },
    );
  });

  it.each(['\n', '\r\n', ' ', ' . ', '\u200b', '\u00ad', '\u2060\ufeff', '&#8203;', '\\u200b', '%E2%80%8B', '\u0301'])(
    'finds it whatever stands between its letters: %j',
    (between) => {
      fc.assert(
        fc.property(tokens, fc.boolean(), (token, backwards) => {
          const letters = backwards ? [...token].reverse() : [...token];
          const hidden = redactor([token]);
          for (const text of [hidden.text(letters.join(between)), hidden.incoming.text(letters.join(between))])
            expect(holdsPiece(letters.join(''), text.replaceAll(between, '')), text).toBe(false);
        }),
        { numRuns: 30 },
      );
    },
  );

  it('finds it in base64 wherever it stands in the encoded text', () => {
    fc.assert(
      fc.property(secrets, fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), fc.boolean(), (secret, before, after, url) => {
        const written = Buffer.from(before + secret + after).toString(url ? 'base64url' : 'base64');
        const result = redactor([secret]).text(written);
        expect(result).toContain(REDACTED);
        // What is left are the neighbours: base64 of them alone, but for the characters that carry bits of the secret, too.
        const kept = result.split(REDACTED);
        const [from, to] = [Buffer.byteLength(before), Buffer.byteLength(before + secret)];
        const outside = `${written.slice(0, Math.floor((from * 8) / 6))}${written.slice(Math.ceil((to * 8) / 6))}`;
        expect(kept.join('').length).toBeLessThanOrEqual(outside.length);
        expect(written.startsWith(kept[0] ?? '')).toBe(true);
        expect(written.endsWith(kept.at(-1) ?? '')).toBe(true);
      }),
    );
  });

  it('finds user:secret and Bearer secret in base64', () => {
    const secret = 's3cr3t-t0ken';
    for (const text of [`user:${secret}`, `Bearer ${secret}`, `u:${secret}\n`]) {
      expect(Buffer.from(redactor([secret]).text(base64(text)).replaceAll(REDACTED, ''), 'base64').toString()).not.toMatch(/s3c|k3n/);
    }
  });

  it('finds every secret of a Basic credential', () => {
    const credential = { scheme: 'Basic', secret: 'alice:correct horse' } as const;
    const { text } = redactor(secretsOf(credential));
    expect(text(`Authorization: Basic ${base64(credential.secret)}`)).toBe(`Authorization: Basic ${REDACTED}`);
    expect(text('password "correct horse"')).toBe(`password "${REDACTED}"`);
    expect(text('alice')).toBe('alice');
  });

  it('finds it in a curl command', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const body = JSON.stringify({ detail: secret });
        const command = curlOf({ method: 'POST', url: `https://h/${encodeURIComponent(secret)}`, headers: [['X', `a${secret}b`]], body });
        const result = redactor([secret]).text(command);
        expect(result.match(/\[redacted\]/g)?.length).toBeGreaterThanOrEqual(3);
        expect(result).not.toContain(secret);
      }),
    );
  });

  it('finds secrets that overlap', () => {
    expect(redactor(['abcdef', 'defghi']).text('xabcdefghix')).toBe(`x${REDACTED}x`);
    expect(redactor(['abcd', 'abcdefgh']).text('abcdefgh')).toBe(REDACTED);
    expect(redactor(['redacted']).text('abcredactedabc')).toBe(`abc${REDACTED}abc`);
  });

  it('finds a part where the text was cut', () => {
    const secret = 'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.payload.signature';
    const { text } = redactor([secret]);
    expect(text(`the token ${secret.slice(0, 20)}`)).toBe(`the token ${REDACTED}`);
    expect(text(`"the token ${secret.slice(0, 20)}…"`)).toBe(`"the token ${REDACTED}…"`);
    expect(text(`"${secret.slice(0, 20)}..."`)).toBe(`"${REDACTED}..."`);
    expect(text(`…${secret.slice(-20)} was wrong`)).toBe(`…${REDACTED} was wrong`);
    expect(text(`${secret.slice(20, 40)}`)).toBe(REDACTED);
    expect(text(`${secret.slice(0, 20)} amid words`)).toBe(`${REDACTED} amid words`);
  });

  it.each(Object.entries({ ...ENCODINGS, ...OTHERS }))('leaves a few characters of what was cut: %s', (_name, encode) => {
    fc.assert(
      fc.property(tokens, fc.nat(), fc.nat(), fc.boolean(), (secret, from, length, closed) => {
        const written = encode(secret);
        const start = from % written.length;
        const part = written.slice(start, start + 1 + (length % (written.length - start)));
        const result = redactor([secret]).text(`detail: ${part}${closed ? '…"' : ''}`);
        for (const left of result.split(REDACTED)) expect(holdsPiece(secret, left)).toBe(false);
        // At most seven characters at either end, in whatever they are written; of encodings in which a piece takes twelve, ten bytes.
        const each = Math.ceil(written.length / secret.length);
        expect(result.replaceAll(REDACTED, '').length).toBeLessThanOrEqual('detail: …"'.length + 2 * 10 * each);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves no eight characters of base64 that begins within a group of four', () => {
    const secret = 'q8ZrT5nLw2XcVb7MhJ4kPs9DfG3aYu6EtRiOo1Ql';
    const written = base64(secret).replace(/=+$/, '');
    const SYMBOLS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const { text } = redactor([secret]);
    for (let from = 0; from < written.length; from++)
      for (let to = from + 1; to <= written.length; to++) {
        const left = text(written.slice(from, to)).replaceAll(REDACTED, '');
        const bits = [...left].map((symbol) => SYMBOLS.indexOf(symbol).toString(2).padStart(6, '0')).join('');
        for (const skipped of [0, 2, 4, 6]) {
          const bytes = bits.slice(skipped).match(/.{8}/g) ?? [];
          const decoded = String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 2)));
          expect(holdsPiece(secret, decoded), `${from} to ${to}: ${left}`).toBe(false);
        }
      }
  });

  it('finds combinations of any two encodings', () => {
    // Those that are combinations themselves are left out.
    const first = Object.entries({ ...ENCODINGS, ...OTHERS }).filter(
      ([name]) => !/twice|three times|of base64|UTF-16|in json in|, then/.test(name),
    );
    // What changes the case of another encoding may destroy it for everybody, decimal codes and spaced letters are looked for of the secret alone.
    const second = first.filter(([name]) => !/case$|decimal codes|one character/.test(name) || name === '\\uXXXX, upper case');
    fc.assert(
      fc.property(tokens, fc.constantFrom(...first), fc.constantFrom(...second), (secret, [inner, encode], [outer, again]) => {
        const written = again(encode(secret));
        const result = redactor([secret]).text(`<<${written}>>`);
        expect(result, `${inner}, then ${outer}`).toContain(REDACTED);
        // What an encoding puts around the secret stays, and the characters that it shares with the secret.
        const around = again(encode('')).length + 12;
        expect(result.replaceAll(REDACTED, '').replace(/%(25)*3d|\\+[rn]/gi, '').length, `${inner}, then ${outer}: ${result}`).toBeLessThan(
          Math.max(written.length / 3, around),
        );
      }),
      { numRuns: 1500 },
    );
  });

  it('leaves what is known to everybody', () => {
    const { text, incoming } = redactor(['example.com-4711-AbCdEfGh'], ['example.com']);
    expect(text('ada@example.com')).toBe('ada@example.com');
    expect(text('example.com-4711-AbCdEfGh')).toBe(REDACTED);
    expect(incoming.text('example.com-4711-AbCd')).toBe(`${REDACTED}`);
  });

  it('leaves in what comes from a target whatever could be there by chance', () => {
    const { incoming } = redactor(['test', 'secret-token-of-the-test-4711']);
    expect(incoming.text('{"displayName":"test secret-token"}')).toBe('{"displayName":"test secret-token"}');
    expect(incoming.json({ id: 'secret-token-of-the-test-4711', n: [1, true, null, 'secret_token_of_x'] })).toEqual({
      id: REDACTED,
      n: [1, true, null, `${REDACTED}_x`],
    });
  });

  it('leaves text without a secret as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme-ascii', minLength: 12 }), (text, secret) => {
        fc.pre(!text.includes(secret) && secret.trim() !== '');
        expect(redactor([secret]).text(text)).toBe(text);
      }),
    );
    const text = '{"id":"9","emails":[{"value":"a%40b.c","type":"work"}],"note":"&lt;&#39;\\u0041\\\\"}';
    expect(redactor(['s3cr3t-t0ken', '', ' ']).text(text)).toBe(text);
  });

  it('replaces a short secret as a whole word only', () => {
    const { text } = redactor(['abc']);
    expect(text('abc "abc" x-abc-y token=abc&z %61bc')).toBe(`${REDACTED} "${REDACTED}" x-${REDACTED}-y token=${REDACTED}&z ${REDACTED}`);
    expect(text('abcd xabc abc1 _abc')).toBe('abcd xabc abc1 _abc');
  });

  it.each([['e'], ['e', 'a-longer-secret-4711']])(
    'leaves words alone that hold %s when they are read as base64 or hexadecimal',
    (...secrets) => {
      const plain = 'RFC 7644: a mapping exchanges them all, People & Culture, callum.whitfield, 948d54f5-d021-48e9-9377-cfc301bd29eb';
      const { text } = redactor(secrets);
      expect(text(plain)).toBe(plain);
      expect(text('the token e, \\u0065 and %65')).toBe(`the token ${REDACTED}, ${REDACTED} and ${REDACTED}`);
    },
  );

  it('learns secrets during the run', () => {
    const { text, add } = redactor([]);
    expect(text('fetched-token')).toBe('fetched-token');
    add('fetched-token');
    expect(text('fetched-token')).toBe(REDACTED);
  });

  it('copes with long secrets and hostile texts without backtracking', () => {
    const token = `eyJ${'aB3-_'.repeat(600)}`;
    const { text } = redactor([token, `${'a'.repeat(40)}b`, '\\\\\\"\\\\x', '%25%25%25%25x', '&amp;&amp;x']);
    expect(text(`<${token}>`)).toBe(`<${REDACTED}>`);
    expect(text(`<${encodeURIComponent(base64(token))}>`).length).toBeLessThan(20);
    for (const flood of ['a', '\\', '%25', '&amp;', '\\u005c', '"', "'"]) {
      const long = flood.repeat(Math.floor(300_000 / flood.length));
      // Many times eight letters a are a piece of one of the secrets; the end may be the begin of another.
      if (flood === 'a') expect(text(`${long}#`)).toBe(`${REDACTED}#`);
      else expect(text(`${long} words`)).toBe(`${long} words`);
    }
  });
});

it('leaves a sentence alone that happens to hold eight letters of the base64 of a short password', () => {
  const { text, incoming } = redactor(['Ggu+h8@7']);
  for (const redact of [text, incoming.text]) expect(redact('the filter ends too early')).toBe('the filter ends too early');
  expect(incoming.text(Buffer.from('user:Ggu+h8@7').toString('base64'))).toContain(REDACTED);
});
