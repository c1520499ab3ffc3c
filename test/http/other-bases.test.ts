import { describe, expect, it } from 'vitest';
import { otherBases } from '../../src/http/other-bases.js';

describe('base URLs that may have been meant', () => {
  it.each([
    ['https://a.example/scim/v2/Users', '/scim/v2'],
    ['https://a.example/scim/v2/Users/2819c223', '/scim/v2'],
    ['https://a.example/scim/v2/ServiceProviderConfig', '/scim/v2'],
    ['https://a.example', '/scim/v2'],
    ['https://a.example/scim', '/scim/v2'],
    ['https://a.example/tenant/7', '/tenant/7/scim/v2'],
    ['https://a.example/api/docs', '/api/scim/v2'],
    ['https://a.example/scim/v2/extra', '/scim/v2'],
  ])('%s → %s', (base, meant) => {
    const found = otherBases(base).map((each) => each.slice('https://a.example'.length));
    expect(found).toContain(meant);
    expect(found).not.toContain(base.slice('https://a.example'.length));
    expect(new Set(found).size).toBe(found.length);
    expect(found.length).toBeLessThanOrEqual(8);
  });

  it('stays on the origin, with its port', () => {
    for (const each of otherBases('http://127.0.0.1:8080/x/Users')) expect(each).toMatch(/^http:\/\/127\.0\.0\.1:8080\//);
  });
});
