import { expect, it } from 'vitest';
import type { Dialect } from '../../src/client/client.js';
import { scenarioOf } from '../../src/explore/history.js';
import type { HistoryStep } from '../../src/explore/history-step.js';
import { plainly, update } from '../../src/explore/moves/move.js';
import { memberOf, patchOf } from '../../src/explore/moves/request.js';
import { isPlayable } from '../../src/explore/population.js';
import { printScenario } from '../../src/explore/print.js';
import type { IntentOf, ObjectSpec } from '../../src/scenario/intent.js';
import { loadScenario } from '../../src/scenario/load.js';
import { playSample } from '../proof/play.js';

function create(type: ObjectSpec['type'], key: string, details: Partial<ObjectSpec> = {}): HistoryStep {
  return plainly({ kind: 'create', object: { type, key, with: {}, without: [], members: [], ...details } });
}

function change(key: string, changes: Partial<IntentOf<'update'>>): HistoryStep {
  return plainly({ ...update(key), ...changes });
}

const remove = (object: string): HistoryStep => plainly({ kind: 'delete', object });
const match = (object: string, how: Partial<IntentOf<'match'>> = {}): HistoryStep => plainly({ kind: 'match', object, ...how });
const read = (object: string): HistoryStep => plainly({ kind: 'read', object });
const list = (resource: 'User' | 'Group'): HistoryStep => plainly({ kind: 'list', resource });

const ann = create('User', 'ann');
const ben = create('User', 'ben');
const cleo = create('User', 'cleo');
const team = create('Group', 'team', { members: ['ann', 'ben'] });

/** Each kind of step that histories have, with a defect that the history shows because of it. */
const SAVED: readonly (readonly [kind: string, defect: string, dialect: Dialect, steps: readonly HistoryStep[]])[] = [
  ['create', 'markup-escaped', 'rfc', [create('User', 'ann', { with: { title: 'R&D' } })]],
  [
    'create without a value, after somebody of the same name',
    'recreated-with-old-title',
    'rfc',
    [ann, remove('ann'), create('User', 'ann-again', { with: { userName: '${ann.userName}' }, without: ['title'] })],
  ],
  ['set', 'replace-ignored', 'rfc', [ann, change('ann', { set: { title: 'Lead' } })]],
  ['clear', 'remove-ignored', 'rfc', [ann, change('ann', { clear: ['title'] })]],
  ['disable', 'deactivation-ignored', 'entra-default', [ann, change('ann', { set: { active: false } })]],
  [
    'restore',
    'restore-refused',
    'entra-default',
    [ann, change('ann', { set: { active: false } }), change('ann', { set: { active: true } })],
  ],
  ['rename', 'renames-refused', 'rfc', [ann, change('ann', { set: { userName: 'new.${random.uuid}@${run.domain}' } })]],
  ['set a manager', 'manager-string-ignored', 'entra-default', [ann, ben, change('ann', { manager: 'ben' })]],
  [
    'change a manager',
    'put-drops-manager',
    'okta-aiw',
    [ben, cleo, create('User', 'ann', { manager: 'ben' }), change('ann', { manager: 'cleo' })],
  ],
  ['remove a manager', 'remove-ignored', 'rfc', [ben, create('User', 'ann', { manager: 'ben' }), change('ann', { manager: null })]],
  ['delete', 'delete-keeps', 'rfc', [ann, remove('ann')]],
  ['create a group', 'created-members-not-kept', 'rfc', [ann, ben, team]],
  ['add a member', 'lost-member', 'rfc', [ann, ben, cleo, team, change('team', { add: ['cleo'] })]],
  [
    'remove a member',
    'one-of-two-removed',
    'rfc',
    [ann, ben, cleo, create('Group', 'team', { members: ['ann', 'ben', 'cleo'] }), change('team', { remove: ['ann', 'ben'] })],
  ],
  ['replace the members', 'replace-members-adds', 'rfc', [ann, ben, cleo, team, change('team', { members: ['cleo'] })]],
  ['push the members', 'put-ignores-members', 'okta-aiw', [ann, ben, cleo, team, change('team', { members: ['cleo'] })]],
  ['rename a group', 'group-rename-ignored', 'entra-default', [create('Group', 'team'), change('team', { set: { displayName: 'North' } })]],
  ['delete a group', 'group-deletion-deletes-members', 'rfc', [ann, ben, team, remove('team'), read('ann')]],
  [
    'create a group again',
    'recreated-with-old-members',
    'rfc',
    [ann, ben, team, remove('team'), create('Group', 'team-again', { with: { displayName: '${team.displayName}' } })],
  ],
  ['read', 'inactive-loses-groups', 'rfc', [ann, ben, team, change('ann', { set: { active: false } }), read('team')]],
  ['match', 'inactive-hidden-from-filter', 'entra-default', [ann, change('ann', { set: { active: false } }), match('ann')]],
  [
    'match by the former name',
    'former-name-found',
    'rfc',
    [ann, change('ann', { set: { userName: 'new.${random.uuid}@${run.domain}' } }), match('ann', { former: true })],
  ],
  ['list', 'totals-as-strings', 'rfc', [ann, list('User')]],
  ['import', 'totals-as-strings', 'okta-oin', [ann, list('User')]],
  [
    'set what the target only advertises',
    'further-lists-dropped',
    'rfc',
    [ann, { ...change('ann', { set: { entitlements: [{ value: 'licence' }] } }), advertised: ['entitlements'] }],
  ],
  [
    'clear what the target only advertises',
    'photos-stay',
    'rfc',
    [
      { ...create('User', 'ann', { with: { photos: [{ value: 'https://www.example.com/ann' }] } }), advertised: ['photos'] },
      { ...change('ann', { clear: ['photos'] }), advertised: ['photos'] },
    ],
  ],
  [
    'request',
    'member-twice-in-one-request-500',
    'rfc',
    [ann, create('Group', 'team'), patchOf('Group', 'team', [{ op: 'add', path: 'members', value: [memberOf('ann'), memberOf('ann')] }])],
  ],
];

it.each(SAVED)('%s: what is saved fails on %s, and on nothing else', async (_kind, defect, dialect, history) => {
  expect(isPlayable(history)).toBe(true);
  const text = printScenario(scenarioOf(history, { id: 'explore/saved', title: 'Found by explore', clients: [dialect] }), ['a comment']);
  const { scenario, problems } = loadScenario(text, 'saved.yaml');
  expect(problems).toEqual([]);
  if (scenario === undefined) throw new Error('there is no scenario');
  const found = await playSample({ defects: [defect] }, [dialect], { scenarios: [scenario] });
  expect(found.findings.map(({ check }) => check)).not.toEqual([]);
  const correct = await playSample({}, [dialect], { scenarios: [scenario] });
  expect(correct.findings).toEqual([]);
});

it('a list may leave out somebody of whom it is not known any more what the target holds', async () => {
  const ballast = { op: 'remove', path: 'preferredLanguage', value: 'Ballast' };
  const unknown = patchOf('User', 'ann', [ballast], { expect: { status: [200, 204, 400] } });
  const history = [ann, unknown, change('ann', { set: { active: false } }), list('User')];
  const scenario = scenarioOf(history, { id: 'explore/unknown', title: 'Somebody of whom nothing is known is disabled' });
  const { findings } = await playSample({ variants: ['inactive-not-listed'] }, ['rfc'], { scenarios: [scenario] });
  expect(findings).toEqual([]);
});
