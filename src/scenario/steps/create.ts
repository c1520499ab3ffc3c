import { type Static, Type } from 'typebox';
import { defined } from '../../base/defined.js';
import type { PersonaName } from '../../client/values/persona.js';
import { isObject } from '../../scim/json.js';
import { expectation } from '../forms/expectation.js';
import { as, check, described, key, keys, paths, values } from '../forms/pieces.js';
import { inStep } from '../lint/place.js';
import { managerProblems, memberProblems } from '../lint/references.js';
import { writtenProblems } from '../lint/values.js';
import { EVERYONE } from '../needs.js';
import type { StepType } from '../step-type.js';
import { RESERVED_NAMES } from '../template.js';

const EVERY = Type.Optional(
  Type.Enum(['required', 'besides'], {
    title: 'Every',
    description:
      '`required`: the creation is tried once without each attribute that the mapping marks as required, and what the target answers is told. The object itself is not created. `besides`: the object has a value for everything that /Schemas advertises and the mapping does not have.',
  }),
);
/** The list that the schema shows; a test holds it and the people together. */
const PERSONA_NAMES = [
  'plain',
  'apostrophe',
  'plus',
  'upper-case',
  'accents',
  'emoji',
  'cjk',
  'right-to-left',
  'scripts',
  'quotes',
  'long',
  'no-email',
  'guest',
  'words',
] satisfies PersonaName[];

const WITHOUT = Type.Optional(described(paths, { description: 'Attributes for which the directory has no value.' }));

/** Create a user: the form in which it is written. */
export const CREATE_USER_FORM = Type.Object(
  {
    create: Type.Object(
      {
        user: key,
        persona: Type.Optional(
          Type.Unsafe<PersonaName>({
            title: 'Persona',
            description:
              'A synthetic person with an awkward shape, such as `apostrophe`, or with none at all: `plain`. Default: one whose names are plain.',
            enum: PERSONA_NAMES,
          }),
        ),
        with: Type.Optional(described(values, { description: "Values on top of the person's own." })),
        without: WITHOUT,
        manager: Type.Optional(described(key, { description: "The user who is this user's manager." })),
      },
      { title: 'User', description: 'A synthetic person who is brought into the directory.', additionalProperties: false },
    ),
    every: EVERY,
    as,
    expect: expectation('create', ['active', 'status', 'attributes', 'absent']),
    check,
  },
  {
    title: 'Create a user',
    description: 'The client looks the user up and creates what it does not find.',
    additionalProperties: false,
  },
);

/** Create a group: the form in which it is written. */
export const CREATE_GROUP_FORM = Type.Object(
  {
    create: Type.Object(
      {
        group: key,
        with: Type.Optional(described(values, { description: "Values on top of the group's own." })),
        without: WITHOUT,
        members: Type.Optional(described(keys, { description: 'The users, or groups, that are members from the start.' })),
      },
      { title: 'Group', description: 'A synthetic group that is brought into the directory.', additionalProperties: false },
    ),
    every: EVERY,
    as,
    expect: expectation('create', ['status', 'attributes', 'absent']),
    check,
  },
  {
    title: 'Create a group',
    description: 'The client looks the group up and creates what it does not find.',
    additionalProperties: false,
  },
);

const WITH_EVERY = { none: '', required: ' without each required attribute', besides: ' with all that is advertised besides' } as const;

export const CREATE: StepType<'create', { createUser: Static<typeof CREATE_USER_FORM>; createGroup: Static<typeof CREATE_GROUP_FORM> }> = {
  read: {
    createUser: ({ create: { user, manager, persona, ...values }, every }) => ({
      kind: 'create',
      object: {
        type: 'User',
        key: user,
        with: values.with ?? {},
        without: values.without ?? [],
        members: [],
        ...defined({ manager, persona }),
      },
      ...defined({ every }),
    }),
    createGroup: ({ create: { group, members, ...values }, every }) => ({
      kind: 'create',
      object: { type: 'Group', key: group, with: values.with ?? {}, without: values.without ?? [], members: members ?? [] },
      ...defined({ every }),
    }),
  },
  formOf(value) {
    if (!isObject(value) || !Object.hasOwn(value, 'group')) return 'createUser';
    return Object.hasOwn(value, 'user') ? { message: 'a step creates a user or a group, not both', key: 'group' } : 'createGroup';
  },
  label: ({ object, every }) => `create ${object.type === 'User' ? 'user' : 'group'} ${object.key}${WITH_EVERY[every ?? 'none']}`,
  resourceType: ({ object }) => object.type,
  creates: ({ object }) => [object],
  members: ({ object }) => object.members,
  createsRequiredOnly: ({ every }) => every === 'required',
  names(value) {
    if (!isObject(value)) return [];
    const { user, group } = value;
    return [
      ...(typeof user === 'string' ? [{ key: user, type: 'User' } as const] : []),
      ...(typeof group === 'string' ? [{ key: group, type: 'Group' } as const] : []),
    ];
  },
  lint(place) {
    const { document, objects, index } = place;
    const { object } = place.step.intent;
    const at = inStep(place, 'create', object.type === 'User' ? 'user' : 'group');
    const known = objects.find(object.key);
    const hint = known === undefined ? '' : `Line ${objects.createdInLine(known)} creates it; choose another name.`;
    return [
      ...(known !== undefined && known.created !== index
        ? [document.problem(at, `there is an object "${object.key}" already`, { hint })]
        : []),
      ...(RESERVED_NAMES.includes(object.key) ? [document.problem(at, `"${object.key}" is a name of variables, not of objects`)] : []),
      ...(object.key === EVERYONE ? [document.problem(at, `"${EVERYONE}" stands for all users of the run; choose another name`)] : []),
      ...(object.manager === undefined ? [] : managerProblems(place, object.key, object.manager, inStep(place, 'create', 'manager'))),
      ...memberProblems(place, object.key, object.members, inStep(place, 'create', 'members')),
      ...writtenProblems(place, {
        values: object.with,
        valuesAt: inStep(place, 'create', 'with'),
        cleared: object.without,
        clearedAt: inStep(place, 'create', 'without'),
        type: object.type,
        membersHint: 'Name the users under members.',
        managerMayLack: true,
      }),
    ];
  },
  texts: ({ object }) => [[['create', 'with'], { ...object.with }]],
};
