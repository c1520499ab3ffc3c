import { stringify } from 'yaml';
import { defined } from '../base/defined.js';
import type { Intent } from '../scenario/intent.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Json, JsonObject } from '../scim/json.js';

/**
 * A history's scenario as a file that `run` plays.
 *
 * @param scenario the scenario
 * @param comments lines that stand above it
 */
export function printScenario({ id, title, description, clients, needs, steps }: Scenario, comments: readonly string[]): string {
  const written: JsonObject = {
    id,
    title,
    ...(description === undefined ? {} : { description }),
    ...(clients === undefined ? {} : { clients: [...clients] }),
    ...(needs.length === 0 ? {} : { needs: [...needs] }),
    steps: steps.map(({ intent, expect, check, as }) => ({
      ...stepOf(intent),
      ...(as === undefined ? {} : { as }),
      ...(Object.keys(expect).length === 0 ? {} : { expect: copy(expect) }),
      ...(check === undefined ? {} : { check }),
    })),
  };
  return `${comments.map((line) => `# ${line}\n`).join('')}${stringify(written, { lineWidth: 130 })}`;
}

function stepOf(intent: Intent): JsonObject {
  switch (intent.kind) {
    case 'create': {
      const { type, key, members, manager, persona, without } = intent.object;
      return {
        create: filled({
          [type === 'User' ? 'user' : 'group']: key,
          persona,
          with: intent.object.with,
          without,
          manager,
          members,
        }),
      };
    }
    case 'update': {
      const { object, set, clear, manager, add, remove, members } = intent;
      return {
        ...filled({ update: object, set, clear, add, remove }),
        ...(manager === undefined ? {} : { manager }),
        ...(members === undefined ? {} : { members: [...members] }),
      };
    }
    case 'list':
      return { list: intent.resource === 'User' ? 'users' : 'groups' };
    case 'match': {
      const { object, letterCase, every, former } = intent;
      return filled({ match: object, case: letterCase, every, former });
    }
    case 'request': {
      const { method, target, headers, body, capture, optional, times } = intent;
      return {
        request: {
          ...filled({ method, path: target, headers: Object.fromEntries(headers), capture, optional, times }),
          ...defined({ body }),
        },
      };
    }
    case 'read':
    case 'delete':
      return { [intent.kind]: intent.object };
    default:
      throw new Error(`a history has no step ${intent.kind}`);
  }
}

/** Members that say something. */
function filled(members: Readonly<Record<string, unknown>>): JsonObject {
  const kept = Object.entries(members).filter(([, value]) => value !== undefined && !isEmpty(value));
  return copy(Object.fromEntries(kept));
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** What goes into the file is JSON, whatever its type says. */
function copy(value: object): JsonObject {
  const json: Json = JSON.parse(JSON.stringify(value));
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? json : {};
}
