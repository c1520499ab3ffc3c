import { describe, expect, it } from 'vitest';
import { REDACTED } from '../../src/base/redacted.js';
import { redactor } from '../../src/redact/redactor.js';
import { readResource } from '../../src/scim/read.js';
import { ENCODINGS, OTHERS } from '../redact/encodings.js';
import { get, reply, responseOf, TOKEN, transportTo, wire } from './wire.js';

const { secret } = TOKEN;
const incoming = redactor([secret]).incoming;

async function answered(headers: readonly string[], body: string) {
  const server = await wire(reply('200 OK', headers, body));
  return responseOf(await transportTo(server.url, { incoming }).send(get()));
}

describe('an answer loses its secrets before anything else is done with it', () => {
  it.each(Object.entries({ ...ENCODINGS, ...OTHERS }))('in text, names, values and headers: %s', async (_name, encode) => {
    const echo = encode(secret);
    const header = echo.replace(/[\r\n]/g, ' ');
    const response = await answered([`X-Echo: ${header}`], JSON.stringify({ [`x ${echo}`]: 1, list: [{ detail: `was ${echo} here` }] }));
    expect(JSON.stringify(response)).not.toContain(JSON.stringify(echo).slice(1, -1));
    expect(JSON.stringify(response.body)).toContain(REDACTED);
    expect(response.text).toContain(REDACTED);
    expect(JSON.stringify(response.headers)).toContain(REDACTED);
  });

  it('in what is cut: at the limit of what is read and of what is kept, and in the message about a body that cannot be read', async () => {
    for (let before = 99_960; before <= 100_000; before += 4) {
      const cutWhereReadingEnds = await answered([], `"${'x'.repeat(before)}${secret}"`);
      const cutWhereKeepingEnds = await answered(
        [],
        JSON.stringify(`${'x'.repeat(before - 100_000 + 65_536)}${secret} ${'y'.repeat(999)}`),
      );
      for (const { text } of [cutWhereReadingEnds, cutWhereKeepingEnds]) expect(text).not.toContain(secret.slice(0, 12));
    }
    const broken = await answered([], `{"detail":\n  ${secret}}`);
    expect(broken.parseError).toMatch(/^The body is not JSON: it cannot be read from line 2, column \d+ on\.$/);
    expect(JSON.stringify(broken)).not.toContain(secret.slice(0, 8));
    expect((await answered([], `{"detail": "${secret}`)).parseError).toBe('The body is not JSON: it ends too early.');
  });

  it('so that an id that holds one is no id', async () => {
    expect(readResource((await answered([], JSON.stringify({ id: `user-${secret}` }))).body)).toBeUndefined();
    expect(readResource((await answered([], JSON.stringify({ id: 'user-4711' }))).body)).toEqual({ id: 'user-4711' });
  });

  it('and keeps all else as it was sent', async () => {
    const body = {
      id: '1',
      active: true,
      count: 1e3,
      nothing: null,
      emails: [{ value: 'ada@example.com' }],
      detail: 'the token of the test',
    };
    expect((await answered([], JSON.stringify(body))).body).toEqual(body);
  });
});
