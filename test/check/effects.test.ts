import { expect, it } from 'vitest';
import { CHECKS } from '../../src/check/catalogue.js';
import { effectOn } from '../../src/check/effect.js';

/** The names by which a text speaks of each client. */
const NAMES = { entra: /\b(Entra|Microsoft)\b/, okta: /\bOkta\b/ } as const;

it('an effect speaks of no client but the one of the run', () => {
  const wrong = [...CHECKS.values()].flatMap((check) =>
    check.clients.flatMap((client) =>
      (['User', 'Group', undefined] as const).flatMap((type) => {
        const effect = effectOn(check, client, type);
        const others = (['entra', 'okta'] as const).filter((other) => other !== client && NAMES[other].test(effect));
        return others.length === 0 ? [] : [`${check.id} for ${client}: ${effect}`];
      }),
    ),
  );
  expect(wrong).toEqual([]);
});

it('what is lost of a group is told as that', () => {
  const check = CHECKS.get('SC2106');
  if (check === undefined) throw new Error('there is no SC2106');
  expect(effectOn(check, 'okta', 'Group')).toMatch(/renames a group/);
  expect(effectOn(check, 'okta', 'User')).toMatch(/the leaver keeps the access/);
  expect(effectOn(check, 'rfc', 'Group')).toBe(check.effect);
});

it('a refusal of some is not told as one of all', () => {
  const check = CHECKS.get('SC1204');
  if (check === undefined) throw new Error('there is no SC1204');
  expect(effectOn(check, 'okta', 'User')).toBe('Nobody is provisioned.');
  expect(effectOn(check, 'okta', 'User', { partly: true })).toMatch(/^Some people/);
  expect(effectOn(check, 'entra', 'Group', { partly: true })).toMatch(/^Some groups/);
});

it('what was refused is not told as if it had been done', () => {
  const check = CHECKS.get('SC1215');
  if (check === undefined) throw new Error('there is no SC1215');
  expect(effectOn(check, 'rfc', 'User')).toMatch(/Two accounts answer to one name/);
  expect(effectOn(check, 'rfc', 'User', { refused: true })).toMatch(/takes the answer for a passing fault/);
});
