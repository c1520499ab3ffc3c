import { type Static, Type } from 'typebox';
import { defined } from '../../base/defined.js';
import type { Diagnostic } from '../../yaml/diagnostic.js';
import { expectation } from '../forms/expectation.js';
import { as, check, described, key, keys, paths, values } from '../forms/pieces.js';
import type { IntentOf } from '../intent.js';
import { inStep, type StepInPlace } from '../lint/place.js';
import { managerProblems, memberProblems, referenceProblems } from '../lint/references.js';
import { writtenProblems } from '../lint/values.js';
import { EVERYONE } from '../needs.js';
import type { StepType } from '../step-type.js';

/** Update: the form in which it is written. */
export const UPDATE_FORM = Type.Object(
  {
    update: key,
    set: Type.Optional(described(values, { description: 'New values.' })),
    clear: Type.Optional(described(paths, { description: 'Attributes whose value goes.' })),
    manager: Type.Optional(
      Type.Unsafe<string | null>({
        title: 'Manager',
        description: 'The user who becomes the manager; `null`: no manager any more.',
        type: ['string', 'null'],
        pattern: '^[A-Za-z][A-Za-z0-9_-]{0,63}$',
        patternErrorMessage: 'must be the name of a user, or null',
      }),
    ),
    add: Type.Optional(
      described(keys, {
        description: 'Users, or groups, that become members of the group; `everyone`: the users of the run who are still there, up to 120.',
      }),
    ),
    remove: Type.Optional(described(keys, { description: 'Members that leave the group; `everyone`: as above.' })),
    members: Type.Optional(
      Type.Array(key, {
        title: 'Members',
        description: "The users, or groups, that are the group's members from now on; an empty list empties the group.",
        maxItems: 200,
        uniqueItems: true,
      }),
    ),
    every: Type.Optional(
      Type.Enum(['changed', 'cleared', 'besides', 'besides-cleared'], {
        title: 'Every',
        description:
          '`changed`: every mapped attribute that this client updates gets another value. `cleared`: every one loses its value that an app can do without. `besides`: every attribute that /Schemas advertises for it and the mapping does not have gets a value, or another one; `besides-cleared`: these lose theirs.',
      }),
    ),
    as,
    expect: expectation('update', ['active', 'sameId', 'status', 'attributes', 'absent']),
    check,
  },
  {
    title: 'Update',
    description: 'The directory changes an object, and the client carries that over.',
    additionalProperties: false,
    anyOf: [
      { required: ['set'] },
      { required: ['clear'] },
      { required: ['manager'] },
      { required: ['add'] },
      { required: ['remove'] },
      { required: ['members'] },
      { required: ['every'] },
    ],
  },
);

export const UPDATE: StepType<'update', { update: Static<typeof UPDATE_FORM> }> = {
  read: {
    update: ({ update, set, clear, add, remove, manager, members, every }) => ({
      kind: 'update',
      object: update,
      set: set ?? {},
      clear: clear ?? [],
      add: add ?? [],
      remove: remove ?? [],
      ...defined({ manager, members, every }),
    }),
  },
  members: ({ add, remove, members }) => [...add, ...remove, ...(members ?? [])],
  label: (intent) => `update ${intent.object}: ${changesInWords(intent)}`,
  lint(place) {
    const { intent } = place.step;
    const type = place.objects.find(intent.object)?.type;
    return [
      ...referenceProblems(place, intent.object, inStep(place, 'update')),
      ...membershipProblems(place),
      ...(typeof intent.manager === 'string' ? managerProblems(place, intent.object, intent.manager, inStep(place, 'manager')) : []),
      ...(type === 'Group' && intent.manager !== undefined
        ? [place.document.problem(inStep(place, 'manager'), 'a group has no manager', { at: 'key' })]
        : []),
      ...writtenProblems(place, {
        values: intent.set,
        valuesAt: inStep(place, 'set'),
        cleared: intent.clear,
        clearedAt: inStep(place, 'clear'),
        type,
        membersHint: 'Name the users under add, remove or members.',
        managerMayLack: false,
      }),
    ];
  },
  texts: ({ set }) => [[['set'], { ...set }]],
};

function membershipProblems(place: StepInPlace<'update'>): Diagnostic[] {
  const { document } = place;
  const { object, add, remove, members } = place.step.intent;
  const isUser = place.objects.find(object)?.type === 'User';
  const lists = { add, remove, ...defined({ members }) };
  const problems = Object.entries(lists).flatMap(([name, users]) => {
    const at = inStep(place, name);
    const misplaced = isUser && (name === 'members' || users.length > 0);
    return [
      ...memberProblems(place, object, users, at, EVERYONE),
      ...(misplaced ? [document.problem(at, 'a user has no members', { at: 'key' })] : []),
    ];
  });
  const both = remove.flatMap((user, index) =>
    add.includes(user) ? [document.problem(inStep(place, 'remove', index), `"${user}" is added and removed in one step`)] : [],
  );
  const hint = 'members is the whole list; add and remove change it.';
  const whole = members !== undefined && add.length + remove.length > 0;
  return [
    ...problems,
    ...both,
    ...(whole ? [document.problem(inStep(place, 'members'), 'members cannot stand beside add or remove', { hint, at: 'key' })] : []),
  ];
}

function changesInWords(intent: IntentOf<'update'>): string {
  const parts = [
    ...(intent.every === undefined ? [] : [`every attribute ${intent.every}`]),
    ...Object.entries(intent.set).map(([path, value]) => (typeof value === 'boolean' ? `${path} ${value}` : path)),
    ...intent.clear.map((path) => `clear ${path}`),
    ...(intent.manager === undefined ? [] : [intent.manager === null ? 'no manager' : `manager ${intent.manager}`]),
    ...intent.add.map((key) => `add ${key}`),
    ...intent.remove.map((key) => `remove ${key}`),
    ...(intent.members === undefined ? [] : [`members [${intent.members.join(', ')}]`]),
  ];
  return parts.join(', ');
}
