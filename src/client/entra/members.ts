import type { Conversation, DirectoryObject, Session } from '../client.js';
import { done, stop } from '../conversation-helpers.js';
import type { EntraShape, Operation } from './dialect.js';
import { patch, patchTogether } from './patch.js';

/** How many members Entra puts into one PATCH is not published: so few that nobody need refuse them for their number. */
const MOST_AT_ONCE = 40;

/**
 * Brings members into a group, or takes them out: all in one PATCH (what the gallery recommends), one PATCH each, or one
 * each at the same moment.
 * Source: Microsoft, "Develop a SCIM endpoint"; gallery requirements; failures F31.
 *
 * @param kind which way the members go
 * @param members the linked users
 */
export function* changeMembers(
  shape: EntraShape,
  session: Session,
  object: DirectoryObject,
  kind: 'add' | 'remove',
  members: readonly DirectoryObject[],
): Conversation<void> {
  const ids = members.flatMap((member) => (member.id === undefined ? [] : [member.id]));
  if (ids.length === 0) return done(undefined);
  if (shape.mostMembers !== undefined && ids.length > shape.mostMembers)
    return stop('unsupported', `Entra provisions at most ${shape.mostMembers} members on demand`);
  const operations = (each: readonly string[]): Operation[] =>
    kind === 'add' ? shape.addMembers(each, session.variant) : shape.removeMembers(each, session.variant);
  if (session.variant === 'parallel-members')
    return yield* patchTogether(
      object,
      ids.map((id) => operations([id])),
    );
  const rounds = inRounds(ids, session.variant === 'single-members' ? 1 : MOST_AT_ONCE);
  for (const round of rounds) {
    const done = yield* patch(object, operations(round));
    if (!done.ok) return done;
  }
  return done(undefined);
}

function inRounds(ids: readonly string[], size: number): string[][] {
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, round) => ids.slice(round * size, (round + 1) * size));
}
