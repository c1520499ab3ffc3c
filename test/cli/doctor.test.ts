import { describe, expect, it } from 'vitest';
import { untilAnswered } from '../../src/app/wait-for-target.js';
import { clockLine, discoveryLine, mediaTypeLine, refusalLine, type Seen } from '../../src/doctor/answer-lines.js';
import { connectionLine, dnsLine, tlsLine, urlLine } from '../../src/doctor/way-lines.js';
import type { TlsFacts } from '../../src/http/tls-facts.js';
import type { Sent } from '../../src/http/transport.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { inProcess } from './in-process.js';
import { inFrontOf, sampleTarget, serverTarget, TOKEN } from './target.js';

const env = { SCIM_CHECK_TOKEN: TOKEN };
const flat = (text: string): string => text.replace(/\s+/g, ' ');

async function doctor(target: string, ...more: string[]) {
  const { code, stdout, stderr } = await inProcess(['doctor', '--target', target, '--json', ...more], { env });
  expect(stderr).toBe('');
  const lines = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { name: string; status: string; text: string; advice?: string });
  return { code, lines, of: (name: string) => lines.find((line) => line.name === name) };
}

describe('doctor', () => {
  it('finds nothing to do on the sample, for people as well', async () => {
    const { code, stdout } = await inProcess(['doctor', '--target', 'sample']);
    expect(code).toBe(0);
    for (const name of ['base URL', 'DNS', 'TCP', 'credential', 'discovery', 'media type', 'clock', 'honesty', 'wrong token'])
      expect(stdout).toMatch(new RegExp(`^✓ ${name} `, 'm'));
  });

  it.each([
    ['filter-ignored', 'honesty', 'failed', 3],
    ['any-token-accepted', 'wrong token', 'failed', 3],
  ])('tells %s', async (defect, name, status, exit) => {
    const { code, stdout } = await inProcess(['doctor', '--target', 'sample', '--defect', defect, '--json']);
    const line = stdout.split('\n').find((each) => each.includes(`"name":"${name}"`));
    expect(JSON.parse(line ?? '{}')).toMatchObject({ status, advice: expect.any(String) });
    expect(code).toBe(exit);
  });

  it('tells a host that there is not, a closed port and a wrong token, each with what to do', async () => {
    expect((await doctor('http://scim-check.invalid/scim')).of('DNS')).toMatchObject({ status: 'failed', advice: expect.any(String) });
    const closed = await doctor('http://127.0.0.1:1/scim');
    expect(closed.code).toBe(3);
    expect(closed.of('TCP')).toMatchObject({ status: 'failed', text: expect.stringContaining('ECONNREFUSED') });
    const sample = await sampleTarget({ token: 'another-token' });
    expect((await doctor(sample.url)).of('credential')).toMatchObject({
      status: 'failed',
      text: expect.stringContaining('SCIM_CHECK_TOKEN'),
    });
    expect(sample.requests()).toBeLessThanOrEqual(2);
  });

  it('does not take a target that throttles for one that speaks no SCIM', async () => {
    const url = await serverTarget((_incoming, outgoing) => {
      outgoing.writeHead(429, { 'retry-after': '3600' });
      outgoing.end();
    });
    const { lines } = await doctor(`${url}/scim/v2`);
    expect(lines.find(({ name }) => name === 'target')).toMatchObject({ status: 'warning', text: expect.stringContaining('throttles') });
  });
});

describe('a base URL that is wrong, on a server that speaks SCIM', () => {
  it.each(['/Users', '/Groups/7', '/ServiceProviderConfig'])('%s too much', async (beyond) => {
    const sample = await sampleTarget();
    const { code, stdout } = await inProcess(['run', '--target', `${sample.url}${beyond}`, '--client', 'rfc', 'users/joiner'], { env });
    expect(code).toBe(3);
    expect(flat(stdout)).toContain(`Did you mean ${sample.url}?`);
    expect(stdout).not.toContain('SC1');
  });

  it('the host alone', async () => {
    const sample = await sampleTarget();
    const { code, stdout } = await inProcess(['run', '--target', new URL(sample.url).origin, '--client', 'rfc', 'users/joiner'], { env });
    expect(code).toBe(3);
    expect(flat(stdout)).toContain(`Did you mean ${sample.url}?`);
  });

  it('is not suspected where only the look-up is answered 404', async () => {
    const sample = await sampleTarget();
    const url = await inFrontOf(sample, (incoming, outgoing) => {
      const isKept = (incoming.url ?? '').includes('filter=') || /Schemas|ResourceTypes|ServiceProviderConfig/.test(incoming.url ?? '');
      if (isKept) {
        outgoing.writeHead(404, { 'content-type': 'application/scim+json' });
        outgoing.end(JSON.stringify({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '404' }));
      }
      return isKept;
    });
    const { code } = await inProcess(['run', '--target', url, '--client', 'rfc', 'users/joiner'], { env });
    expect(code).toBe(1);
  });
});

describe('--wait-for-target', () => {
  const answer = (status: number): Sent => ({ ok: true, response: { status, headers: [], text: '', milliseconds: 1, truncated: false } });
  const refused: Sent = { ok: false, failure: { kind: 'unreachable', message: '' } };
  const wrong: Sent = { ok: false, failure: { kind: 'tls', message: '' } };

  it.each([
    ['an answer at once', [answer(200)], true, 1],
    ['a server that starts', [refused, refused, answer(503), answer(401)], true, 4],
    ['a certificate that stays wrong', [wrong, answer(200)], true, 1],
    ['a server that never comes', [refused], false, 5],
  ])('%s', async (_name, answers, came, asked) => {
    let count = 0;
    const ask = async (): Promise<Sent> => {
      count += 1;
      return answers[Math.min(count, answers.length) - 1] ?? refused;
    };
    expect(await untilAnswered(ask, 5000, new VirtualClock())).toBe(came);
    expect(count).toBe(asked);
  });

  it('does not wait longer for an answer that never comes', async () => {
    const clock = new VirtualClock();
    let asked = (): void => undefined;
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const never = (isOver: AbortSignal): Promise<Sent> => {
      asked();
      return new Promise((resolve) =>
        isOver.addEventListener('abort', () => resolve({ ok: false, failure: { kind: 'aborted', message: '' } })),
      );
    };
    const came = untilAnswered(never, 5000, clock);
    await isAsked;
    clock.advance(5000);
    expect(await came).toBe(false);
  });
});

describe('the lines', () => {
  const seen = (target: string, status = 200, type = 'application/scim+json', date = 'Sat, 28 Nov 2026 12:00:00 GMT'): Seen => ({
    target,
    status,
    headers: [
      ['Content-Type', type],
      ['Date', date],
    ],
    isScim: status === 200,
  });
  const now = Date.parse('2026-11-28T12:00:30Z');
  const tls: TlsFacts = { versions: ['TLSv1.3', 'TLSv1.2'], key: { type: 'RSA', bits: 2048 } };

  it.each([
    [urlLine('https://a.example/scim/v2', undefined), 'ok'],
    [urlLine('https://a.example/scim/v2/Users', undefined), 'failed'],
    [urlLine('http://a.example', 'It is not encrypted.'), 'warning'],
    [dnsLine('a.example', { ok: true, value: ['192.0.2.1'] }), 'ok'],
    [dnsLine('a.example', { ok: false, code: 'ENOTFOUND' }), 'failed'],
    [connectionLine('a.example', { ok: false, code: 'ETIMEDOUT' }), 'failed'],
    [tlsLine(tls), 'ok'],
    [tlsLine(undefined), 'failed'],
    [tlsLine({ ...tls, fault: 'CERT_HAS_EXPIRED' }), 'failed'],
    [tlsLine({ ...tls, fault: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), 'failed'],
    [tlsLine({ ...tls, wrongHost: 'a.example' }), 'failed'],
    [tlsLine({ ...tls, trustedByOwn: true }), 'warning'],
    [tlsLine({ ...tls, versions: ['TLSv1.1'] }), 'failed'],
    [discoveryLine([seen('/Schemas'), seen('/ResourceTypes')]), 'ok'],
    [discoveryLine([seen('/Schemas', 404)]), 'warning'],
    [discoveryLine([seen('/Schemas', 429)]), 'warning'],
    [mediaTypeLine([seen('/Users')]), 'ok'],
    [mediaTypeLine([seen('/Users', 200, 'application/json; charset=utf-8')]), 'ok'],
    [mediaTypeLine([seen('/Users', 200, 'text/plain')]), 'warning'],
    [mediaTypeLine([seen('/Users', 404)]), 'skipped'],
    [clockLine([seen('/Users')], now), 'ok'],
    [clockLine([seen('/Users', 200, '', 'Sat, 28 Nov 2026 12:05:00 GMT')], now), 'warning'],
    [clockLine([seen('/Users', 200, '', 'soon')], now), 'skipped'],
    [refusalLine(401), 'ok'],
    [refusalLine(403), 'warning'],
    [refusalLine(200), 'failed'],
    [refusalLine(503), 'skipped'],
    [refusalLine(undefined), 'skipped'],
  ])('%o', (line, status) => {
    expect(line.status).toBe(status);
    if (status === 'failed' || status === 'warning') expect(line.advice).toMatch(/\.$/);
  });
});
