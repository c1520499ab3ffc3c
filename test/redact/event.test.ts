import { describe, expect, it } from 'vitest';
import { REDACTED } from '../../src/base/redacted.js';
import type { ExchangeEvent, FindingEvent } from '../../src/event/event.js';
import { redactor } from '../../src/redact/redactor.js';

const secret = 's3cr3t-t0ken';

const exchange: ExchangeEvent = {
  type: 'exchange',
  id: 'E1',
  dialect: 'rfc',
  purpose: 'read',
  request: {
    method: 'GET',
    url: `https://h/Users?t=${secret}`,
    headers: [['Authorization', `Bearer ${secret}`]],
    body: `{"a":"${secret}"}`,
  },
  response: {
    status: 200,
    headers: [[`X-${secret}`, secret]],
    body: Buffer.from(`:${secret}`).toString('base64'),
    truncated: false,
    milliseconds: 1,
  },
  failure: { kind: 'reset', message: `for ${secret}` },
  time: '2026-01-01T00:00:00Z',
};

const finding: FindingEvent = {
  type: 'finding',
  id: 'F1',
  check: 'SC1000',
  title: 't',
  severity: 'error',
  impact: 'noise',
  authorities: [],
  client: 'rfc',
  dialect: 'rfc',
  expected: 'e',
  received: secret,
  effect: 'e',
  fix: 'f',
  count: 1,
  blocks: [`users/${secret}:1`],
  details: { [secret]: [secret, { [`a${secret}`]: 1234567890, [`b${secret}`]: null }], [secret.toUpperCase()]: true },
};

describe('redactor.event', () => {
  it('takes the secret out of every member, however deep, and out of names', () => {
    const { event } = redactor([secret]);
    for (const original of [exchange, finding]) {
      const before = structuredClone(original);
      const copy = JSON.stringify(event(original));
      expect(copy).not.toContain(secret);
      expect(copy).not.toContain('M2NyM3QtdDBrZW');
      expect(original).toEqual(before);
    }
    expect(event(exchange)).toMatchObject({
      response: { status: 200, headers: [[`X-${REDACTED}`, REDACTED]] },
      request: { headers: [['Authorization', `Bearer ${REDACTED}`]] },
    });
  });

  it('keeps everything else', () => {
    expect(redactor(['something else']).event(finding)).toEqual(finding);
    expect(redactor([]).event(exchange)).toEqual(exchange);
  });

  it('keeps apart names that become the same', () => {
    const details = { 'a-s3cr3t-t0ken': 1, 'a-czNjcjN0LXQwa2Vu': 2 };
    expect(redactor([secret]).event({ ...finding, details })).toMatchObject({ details: { [`a-${REDACTED}`]: 1, [`a-${REDACTED} 2`]: 2 } });
  });

  it('does not break the format for a secret that is one of its words', () => {
    const copy = redactor(['exchange', 'request', 'method', 'read', 'reset']).event(exchange);
    expect(copy).toMatchObject({ type: 'exchange', purpose: 'read', request: { method: 'GET' }, failure: { kind: 'reset' } });
  });

  it('takes a number that is the secret out of free-form details', () => {
    expect(redactor(['1234567890']).event(finding)).toMatchObject({ details: { [secret]: [secret, { [`a${secret}`]: REDACTED }] } });
  });
});
