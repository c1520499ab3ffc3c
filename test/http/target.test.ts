import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTarget, querySecrets, targetUrl } from '../../src/http/target.js';
import { targetOf } from './wire.js';

function refusal(text: string): string {
  const parsed = parseTarget(text);
  if (parsed.ok) throw new Error(`accepted: ${parsed.target.base}`);
  return parsed.message;
}

describe('parseTarget', () => {
  it.each([
    ['https://example.com', 'https://example.com', '', []],
    ['https://example.com/', 'https://example.com', '', []],
    ['  https://EXAMPLE.com:443/scim/v2///  ', 'https://example.com/scim/v2', '', []],
    ['https://example.com:8443/SCIM/a%2Fb', 'https://example.com:8443/SCIM/a%2Fb', '', []],
    ['https://example.com/scim/?aadOptscim062020', 'https://example.com/scim', '', ['aadOptscim062020']],
    ['https://example.com/scim?aadOptscim062020', 'https://example.com/scim', '', ['aadOptscim062020']],
    ['https://example.com/scim?AADOPTSCIM062020=', 'https://example.com/scim', '', ['aadOptscim062020']],
    [
      'https://example.com/scim?AzureAdScimPatch2017&connection=a+b%20c',
      'https://example.com/scim',
      'connection=a+b%20c',
      ['AzureAdScimPatch2017'],
    ],
    ['https://example.com/scim?a=1&&aadOptscim062020&b=2&', 'https://example.com/scim', 'a=1&b=2', ['aadOptscim062020']],
    ['http://[::1]:8080/scim', 'http://[::1]:8080/scim', '', []],
  ])('reads %s', (text, base, query, flags) => {
    expect(targetOf(text)).toMatchObject({ base, query, flags });
    expect(targetOf(text)).not.toHaveProperty('warning');
  });

  it('shows no value of the query', () => {
    expect(targetOf('https://example.com/scim?connection=s3cret&x&aadOptscim062020').display).toBe(
      'https://example.com/scim?connection=…&…',
    );
  });

  it.each([
    ['', /empty/],
    ['   ', /empty/],
    ['example.com/scim', /Did you mean https:\/\/example\.com\/scim \?/],
    ['//example.com/scim', /Did you mean https:\/\/example\.com\/scim \?/],
    ['example.com:8080/scim', /Did you mean https:\/\/example\.com:8080\/scim \?/],
    ['localhost:8080/scim', /Did you mean http:\/\/localhost:8080\/scim \?/],
    ['https://', /not a URL/],
    ['https://exa mple.com', /not a URL/],
    ['not a url', /not a URL/],
    ['ftp://example.com/', /scheme is ftp.*https:/],
    ['file:///etc/passwd', /scheme is file/],
    ['https://example.com/scim#top', /fragment/],
    ['https://example.com/scim#', /fragment/],
    ['https://https://example.com', /scheme twice/],
  ])('refuses %j', (text, message) => {
    expect(refusal(text)).toMatch(message);
  });

  it.each([
    'https://bob:hunter2@example.com/',
    'https://hunter2@example.com/',
    'bob:hunter2@example.com',
    '//bob:hunter2@example.com',
    'https://bob:hunter2@',
  ])('never repeats a password: %s', (text) => {
    expect(refusal(text)).not.toContain('hunter2');
  });

  it('warns of a token in clear, but not on this machine', () => {
    expect(targetOf('http://example.com').warning).toMatch(/crosses the network in clear/);
    for (const host of ['localhost', 'a.localhost', '127.0.0.1', '127.1.2.3', '[::1]'])
      expect(targetOf(`http://${host}:80/`)).not.toHaveProperty('warning');
    for (const host of ['127.0.0.1.example.com', 'notlocalhost', '10.0.0.1']) expect(targetOf(`http://${host}/`)).toHaveProperty('warning');
  });

  it('never throws, and what it shows fits on a line', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true, withFragments: true })), (text) => {
        const parsed = parseTarget(text);
        expect(parsed.ok ? parsed.target.display : parsed.message).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      }),
    );
  });
});

describe('targetUrl', () => {
  it.each([
    ['https://h/scim', '/Users', 'https://h/scim/Users'],
    ['https://h/scim', 'Users', 'https://h/scim/Users'],
    ['https://h/scim', '', 'https://h/scim'],
    ['https://h/scim?c=1', '/Users', 'https://h/scim/Users?c=1'],
    ['https://h/scim?c=1', '/Users?filter=a?b', 'https://h/scim/Users?c=1&filter=a?b'],
    ['https://h/scim', '/Users?', 'https://h/scim/Users?'],
    ['https://h', '/Users/%2e%2e', 'https://h/Users/%2e%2e'],
  ])('%s and %s', (base, requestTarget, url) => {
    expect(targetUrl(targetOf(base), requestTarget)).toBe(url);
  });
});

describe('the values in the query of a target', () => {
  it.each([
    ['key=k3y7', ['k3y7']],
    ['key=s3cret-of-a-kind', ['s3cret-of-a-kind']],
    ['connection=correcthorse', ['correcthorse']],
    ['pin=4711081598', ['4711081598']],
    ['a=x%2Fy1z', ['x%2Fy1z', 'x/y1z']],
    // These could be anywhere by chance.
    ['tenant=main&v=2&on=2026-01-01&n=20260101&x=h7&flag', []],
    ['at=example', []],
  ])('are secrets where they are telling: %s', (query, secrets) => {
    expect(querySecrets(targetOf(`https://example.com/scim?${query}`), ['example.com'])).toEqual(secrets);
  });
});
