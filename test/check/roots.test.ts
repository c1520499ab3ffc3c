import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/check/catalogue.js';
import type { CheckId } from '../../src/check/check-id.js';
import { diagnose } from '../../src/check/diagnose.js';
import type { HeldTypes } from '../../src/check/held-types.js';
import { withRoots } from '../../src/check/roots.js';
import { shownBy } from '../../src/check/shown-by.js';
import type { Symptom } from '../../src/check/symptom.js';
import type { ResourceType } from '../../src/scim/message.js';

let count = 0;

/** What an exchange shows of a check, with all that may have brought it along. */
function seen(check: CheckId, subject = ''): Symptom {
  count += 1;
  return {
    id: count,
    dialect: 'rfc',
    candidates: withRoots([check]),
    direct: true,
    subject,
    expected: '',
    received: '',
    order: [1, count],
  };
}

const found = (symptoms: readonly Symptom[], held: readonly CheckId[]): string[] =>
  diagnose(symptoms, new Set(held)).map(({ check, symptoms: explained }) => `${check} ${explained.length}`);

describe('a root explains what follows from it', () => {
  it('where it always failed: a look-up that never works fails in other letter case, too', () => {
    expect(found([seen('SC1303', 'username empty'), seen('SC1304', 'username empty')], [])).toEqual(['SC1303 2']);
  });

  it('and nothing where it held at another time: the other letter case is a defect of its own', () => {
    expect(found([seen('SC1303', 'username empty'), seen('SC1304', 'username empty')], ['SC1303']).sort()).toEqual([
      'SC1303 1',
      'SC1304 1',
    ]);
  });
});

describe('a look-up that works for some and fails for others', () => {
  it('is the reason where the other form works for some, too', () => {
    expect(found([seen('SC1303', 'username empty'), seen('SC1308', 'username empty')], ['SC1303', 'SC1308'])).toEqual(['SC1303 2']);
  });

  it('is none where the other form always fails', () => {
    expect(found([seen('SC1303', 'username empty'), seen('SC1308', 'username empty')], ['SC1303']).sort()).toEqual([
      'SC1303 1',
      'SC1308 1',
    ]);
  });
});

describe('a deleted user who is still there', () => {
  it('is no reason why creations are refused, however many', () => {
    const creations = Array.from({ length: 8 }, (_, index): Symptom => ({ ...seen('SC1204', `refused ${index}`), direct: false }));
    expect(found([seen('SC2601'), ...creations], []).sort()).toEqual(['SC1204 8', 'SC2601 1']);
  });

  it('is the reason why the name cannot be used again', () => {
    expect(found([seen('SC2601'), seen('SC1212')], [])).toEqual(['SC2601 2']);
  });
});

describe('a creation that is answered without an id', () => {
  const lost = { ...seen('SC1202'), scenario: 'groups/names' };

  it('is the reason of what happens to that group', () => {
    expect(found([lost, { ...seen('SC2312'), scenario: 'groups/names' }], [])).toEqual(['SC1202 2']);
  });

  it('is no reason where the group had its id', () => {
    expect(found([lost, { ...seen('SC2312'), scenario: 'membership/profile-put' }], []).sort()).toEqual(['SC1202 1', 'SC2312 1']);
  });
});

describe('refusals whose reason is known', () => {
  const refused = (check: CheckId, scenario: string, accepted: string): Symptom => ({ ...seen(check, accepted), scenario, accepted });

  it('are one where the same form helped, in whatever scenarios', () => {
    const symptoms = [refused('SC1204', 'users/poor', 'with an address'), refused('SC2201', 'users/put-without-active', 'with an address')];
    expect(found(symptoms, [])).toEqual(['SC1204 2']);
  });

  it('are two where another one did', () => {
    const symptoms = [refused('SC1204', 'users/poor', 'with an address'), refused('SC2201', 'users/put-without-active', 'without "title"')];
    expect(found(symptoms, []).sort()).toEqual(['SC1204 1', 'SC2201 1']);
  });
});

describe('what users show and what groups show', () => {
  const isList = true;
  /** What an exchange about this type shows. */
  const about = (resourceType: ResourceType, check: CheckId, list = !isList): Symptom => {
    const operation = `GET /${resourceType}s${list ? '' : '/{id}'}`;
    return { ...seen(check), resourceType, answer: { operation, status: 200 } };
  };
  const pairs = [...CHECKS.values()].flatMap((check) => (check.roots ?? []).map((root) => ({ root, check: check.id, kind: check.kind })));
  /** What some checks are suspected beside alone. */
  const understood = [...CHECKS.values()].flatMap((check) => (check.kind === 'write' && check.onlyIfHeld ? [check.onlyIfHeld] : []));
  const told = (symptoms: readonly Symptom[], types: HeldTypes = new Map()): string[] =>
    diagnose(symptoms, new Set([...types.keys(), ...understood]), types).map(({ check }) => check);
  const heldFor = (check: CheckId, type: ResourceType): HeldTypes => new Map([[check, new Set([type])]]);

  it.each(pairs.filter(({ kind }) => kind !== 'step'))(
    '$root of users that holds for groups is no reason for $check there',
    ({ root, check }) => {
      expect(told([about('User', root), about('Group', check)], heldFor(root, 'Group')).sort()).toEqual([root, check].sort());
      expect(told([about('Group', root), about('User', check)], heldFor(root, 'User')).sort()).toEqual([root, check].sort());
      expect(told([about('Group', root), about('Group', check)])).toEqual([root]);
    },
  );

  it.each(pairs.filter(({ kind }) => kind === 'step'))(
    '$root of lists of users that holds for groups is no reason for $check there',
    ({ root, check }) => {
      expect(told([about('User', root, isList), about('Group', check)], heldFor(root, 'Group')).sort()).toEqual([root, check].sort());
      expect(told([about('Group', root, isList), about('Group', check)])).toEqual([root]);
    },
  );

  it('what was not looked at for groups may be the reason there', () => {
    expect(told([about('User', 'SC1308', isList), about('Group', 'SC1341', isList)])).toEqual(['SC1308']);
  });

  it('a user who was not created may be the reason why a step with a group fails', () => {
    const group: Symptom = { ...seen('SC2312'), resourceType: 'Group', answer: { operation: 'GET /Groups/{id}', status: 200 } };
    const user: Symptom = { ...seen('SC1204'), resourceType: 'User', answer: { operation: 'POST /Users', status: 201 } };
    expect(told([user, group], heldFor('SC1204', 'Group'))).toEqual(['SC1204']);
  });

  it('under another dialect, too', () => {
    const elsewhere = shownBy([about('User', 'SC1403', isList)]);
    expect(
      diagnose([about('Group', 'SC1405', isList)], new Set(), heldFor('SC1403', 'Group'), elsewhere).map(({ check }) => check),
    ).toEqual(['SC1405']);
  });
});
