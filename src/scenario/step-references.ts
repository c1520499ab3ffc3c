import type { ResourceType } from '../scim/message.js';
import type { Diagnostic } from '../yaml/diagnostic.js';
import type { Path } from '../yaml/document.js';
import { didYouMean } from '../yaml/nearest.js';
import type { StepInPlace } from './meaning.js';
import type { ObjectSpec } from './scenario.js';
import { RESERVED_NAMES } from './template.js';

/** What a step wants of an object that it names. */
interface Use {
  readonly type?: ResourceType;
  /** `match` and `read` may name a deleted object: the client looks whether it is really gone. */
  readonly deleted?: boolean;
  /** `match` may name an object that a later step creates: the client looks whether it is there already. */
  readonly future?: boolean;
}

/**
 * Checks the objects that a step names.
 *
 * @param place the step and what came before it
 */
export function stepReferenceProblems(place: StepInPlace): Diagnostic[] {
  const { intent, expect } = place.step;
  const at = (...path: Path): Path => ['steps', place.index, ...path];
  switch (intent.kind) {
    case 'create':
      return createProblems(place, intent.object, at);
    case 'match': {
      const object = place.objects.find(intent.object);
      const early = object !== undefined && !place.objects.exists(object);
      const impossible = early && expect.found === true;
      return [
        ...useProblems(place, intent.object, at('match'), { deleted: true, future: true }),
        ...(impossible
          ? [place.document.problem(at('expect', 'found'), `"${intent.object}" cannot be found before a step creates it`)]
          : []),
      ];
    }
    case 'read':
      return [...useProblems(place, intent.object, at('read'), { deleted: true }), ...expectedMemberProblems(place, intent.object, at)];
    case 'delete':
      return useProblems(place, intent.object, at('delete'), {});
    case 'update': {
      const type = place.objects.find(intent.object)?.type;
      const lists = (['add', 'remove', 'members'] as const).filter((list) => (intent[list]?.length ?? -1) > (list === 'members' ? -1 : 0));
      return [
        ...useProblems(place, intent.object, at('update'), {}),
        ...lists.flatMap((list) =>
          (intent[list] ?? []).flatMap((key, index) => useProblems(place, key, at(list, index), { type: 'User' })),
        ),
        ...(typeof intent.manager === 'string' ? managerProblems(place, intent.object, intent.manager, at('manager')) : []),
        ...(type === 'User' ? lists.map((list) => place.document.problem(at(list), 'a user has no members', { at: 'key' })) : []),
        ...(type === 'Group' && intent.manager !== undefined
          ? [place.document.problem(at('manager'), 'a group has no manager', { at: 'key' })]
          : []),
        ...contradictions(place, at),
      ];
    }
    default:
      return [];
  }
}

function expectedMemberProblems(place: StepInPlace, key: string, at: (...path: Path) => Path): Diagnostic[] {
  const { members } = place.step.expect;
  if (members === undefined) return [];
  if (place.objects.find(key)?.type === 'User')
    return [place.document.problem(at('expect', 'members'), 'a user has no members', { at: 'key' })];
  return members.flatMap((member, index) => useProblems(place, member, at('expect', 'members', index), { type: 'User' }));
}

function createProblems(place: StepInPlace, object: ObjectSpec, at: (...path: Path) => Path): Diagnostic[] {
  const { document, objects, index } = place;
  const path = at('create', object.type === 'User' ? 'user' : 'group');
  const known = objects.find(object.key);
  const problems: Diagnostic[] = [];
  if (known !== undefined && known.created !== index) {
    const hint = `Line ${objects.createdInLine(known)} creates it; choose another name.`;
    problems.push(document.problem(path, `there is an object "${object.key}" already`, { hint }));
  }
  if (RESERVED_NAMES.includes(object.key)) problems.push(document.problem(path, `"${object.key}" is a name of variables, not of objects`));
  if (object.manager !== undefined) problems.push(...managerProblems(place, object.key, object.manager, at('create', 'manager')));
  for (const [position, key] of object.members.entries())
    problems.push(...useProblems(place, key, at('create', 'members', position), { type: 'User' }));
  return problems;
}

function managerProblems(place: StepInPlace, employee: string, manager: string, path: Path): Diagnostic[] {
  if (employee === manager) return [place.document.problem(path, `"${manager}" cannot be their own manager`)];
  return useProblems(place, manager, path, { type: 'User' });
}

function useProblems(place: StepInPlace, key: string, path: Path, use: Use): Diagnostic[] {
  const { document, objects } = place;
  const object = objects.find(key);
  if (object === undefined) {
    const hint = didYouMean(key, objects.keys(use.type));
    return [document.problem(path, `no step creates an object "${key}"`, { hint })];
  }
  if (!objects.exists(object) && use.future !== true) {
    const hint = `Line ${objects.createdInLine(object)} creates it; move that step up.`;
    return [document.problem(path, `"${key}" is used before a step creates it`, { hint })];
  }
  const deleted = objects.deletedInLine(key);
  if (deleted !== undefined && use.deleted !== true) {
    const hint = `Line ${deleted} deletes it; only match and read make sense afterwards.`;
    return [document.problem(path, `"${key}" is used after it was deleted`, { hint })];
  }
  if (use.type !== undefined && object.type !== use.type) {
    return [document.problem(path, `"${key}" is a ${object.type.toLowerCase()}, and a ${use.type.toLowerCase()} is needed here`)];
  }
  return [];
}

/** An update that wants two things of one attribute or member. */
function contradictions(place: StepInPlace, at: (...path: Path) => Path): Diagnostic[] {
  const { intent } = place.step;
  if (intent.kind !== 'update') return [];
  const { document } = place;
  const problems: Diagnostic[] = [];
  for (const [index, key] of intent.remove.entries()) {
    if (intent.add.includes(key)) problems.push(document.problem(at('remove', index), `"${key}" is added and removed in one step`));
  }
  if (intent.members !== undefined && intent.add.length + intent.remove.length > 0) {
    const hint = 'members is the whole list; add and remove change it.';
    problems.push(document.problem(at('members'), 'members cannot stand beside add or remove', { hint, at: 'key' }));
  }
  return problems;
}
