import type { Expectation, Intent, ObjectSpec, Scenario, Step } from '../../scenario/scenario.js';
import { differencesOf } from '../compare/comparison.js';
import { dropHiddenMembers } from '../compare/visibility.js';
import type { ConversationRunner } from '../scenario/conversation-runner.js';
import type { OwnedResources } from '../state/owned-resources.js';

const SOURCE = { file: 'built in', line: 1, column: 1 };
const NO_EXPECTATION: Expectation = {};

/**
 * People and a group whom no scenario touches, created before the others as any scenario creates them. What happens to them
 * was done by a write that was meant for somebody else.
 *
 * @param groups whether the app exchanges groups
 */
export function bystanderScenario(groups: boolean): Scenario {
  const spec = (type: 'User' | 'Group', key: string, members: readonly string[] = []): ObjectSpec => ({
    type,
    key,
    with: {},
    without: [],
    members,
  });
  const objects = [
    spec('User', 'bystander'),
    spec('User', 'neighbour'),
    ...(groups ? [spec('Group', 'club', ['bystander', 'neighbour'])] : []),
  ];
  const steps = objects.map(
    (object): Step => ({ intent: { kind: 'create', object } satisfies Intent, expect: NO_EXPECTATION, source: SOURCE }),
  );
  return { id: 'bystanders', title: 'People and a group whom nobody touches stay as they are', needs: [], steps, source: SOURCE };
}

/**
 * Reads every living resource of a dialect again, at its end. A difference now is one that no write of its own has caused.
 *
 * @param runner the play of the bystanders
 * @param resources all resources of the run
 * @param ids the resources that this dialect created
 * @param stopped tells that the run is to end
 */
export async function readAllAgain(
  runner: ConversationRunner,
  resources: OwnedResources,
  ids: ReadonlySet<string>,
  stopped: () => boolean,
): Promise<void> {
  let different = false;
  for (const own of resources.all()) {
    if (stopped()) return;
    if (own.deleted || own.contentUnknown === true || !ids.has(own.id)) continue;
    runner.begin({ dialect: runner.client.dialect }, { dialect: runner.client.dialect, label: `read ${own.key} again at the end` });
    const actual = await runner.readBack(own);
    if (actual === undefined) continue;
    const differences = await dropHiddenMembers(runner, own, actual, differencesOf(own.twin, actual, runner.rules(own.type)));
    for (const difference of differences) {
      runner.report(['SC2701'], {
        expected: difference.expected,
        received: difference.received,
        subject: difference.path.split('[')[0] ?? '',
        path: difference.path,
      });
    }
    different ||= differences.length > 0;
  }
  if (!different) runner.run.log.heldForDialect.add(`${runner.client.dialect} SC2701`);
}
