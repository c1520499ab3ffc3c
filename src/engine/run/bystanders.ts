import type { Intent, ObjectSpec } from '../../scenario/intent.js';
import type { Expectation, Scenario, Step } from '../../scenario/scenario.js';
import { BUILT_IN } from '../judge/findings.js';
import type { ScenarioSession } from '../scenario/scenario-session.js';
import type { OwnedResource } from '../state/owned-resource.js';
import { inParallel } from './pool.js';

/** The id of their scenario. */
export const BYSTANDERS = 'bystanders';

const SOURCE = { file: BUILT_IN, line: 1, column: 1 };
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
  return { id: BYSTANDERS, title: 'People and a group whom nobody touches stay as they are', needs: [], steps, source: SOURCE };
}

/**
 * Reads every living resource of a dialect again, at its end. A difference now is one that no write of its own has caused.
 *
 * @param session the session of the last look
 * @param created the resources that this dialect created
 * @param jobs how many are read at a time
 * @param stopped says that the run is to end
 */
export async function readAllAgain(
  session: ScenarioSession,
  created: readonly OwnedResource[],
  jobs: number,
  stopped: () => boolean,
): Promise<void> {
  const { client, run } = session;
  let isDifferent = false;
  const look = async (owned: OwnedResource): Promise<void> => {
    const { log, readBack } = session.step({ place: { label: `read ${owned.key} again at the end` } });
    const { differences = [] } = (await readBack.compare(owned)) ?? {};
    for (const { expected, received, path } of differences)
      log.report(['SC2701'], { expected, received, subject: path.split('[')[0] ?? '', path });
    isDifferent ||= differences.length > 0;
  };
  const living = created.filter((owned) => !owned.deleted && !owned.contentUnknown);
  await inParallel(living, jobs, look, stopped);
  if (!isDifferent && !stopped()) run.log.confirm('SC2701', client.dialect);
}
