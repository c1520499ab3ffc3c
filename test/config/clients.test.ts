import { expect, it } from 'vitest';
import { dialectsOf } from '../../src/config/clients.js';

const said = (...value: string[]) => dialectsOf({ value, from: 'flag --client' }, []);

it('takes clients one by one and in lists with commas, each dialect once', () => {
  expect(said('okta', 'rfc')).toEqual(['okta-oin', 'okta-aiw', 'rfc']);
  expect(said('okta,rfc')).toEqual(said('okta', 'rfc'));
  expect(said('rfc, okta-aiw', 'rfc')).toEqual(['rfc', 'okta-aiw']);
});

it('names what it does not know', () => {
  expect(() => said('okta,entar')).toThrow('flag --client: there is no client "entar"');
});
