import type { Sink } from '../../event/event.js';
import type { ObjectSpec } from '../../scenario/scenario.js';
import { requiredRows } from '../every.js';
import type { Play } from '../play.js';
import { placeOf } from '../rows.js';
import { PASSED, type Scene, type StepEnd } from './scene.js';

/** Refusals of the client's mistake: what a target may answer when a value is missing that it requires. */
const REFUSALS: readonly number[] = Array.from({ length: 100 }, (_, index) => 400 + index);

/**
 * Creates the object once without each attribute that the mapping marks as required. Whether a target refuses is its own
 * business (a table's mark binds nobody); what it does is told, beside what the table claims.
 *
 * @param scene the scenario on stage
 * @param spec the object
 * @param sink receives what is told
 */
export async function createWithoutRequired(scene: Scene, spec: ObjectSpec, sink: Sink): Promise<StepEnd> {
  const { play } = scene;
  const { mapping } = play.stage;
  const { dialect, family } = play.client;
  const rows = requiredRows(mapping, spec.type, family);
  if (rows.length === 0) return { status: 'skipped', reason: 'the mapping marks nothing as required that a client may be without' };
  for (const [index, row] of rows.entries()) {
    const object = scene.objectFor({ ...spec, key: `${spec.key}-${index + 1}`, without: [...spec.without, row.name] });
    play.wanted = [200, 201, ...REFUSALS];
    play.about = `${row.name}, ${placeOf(mapping, row)}`;
    play.answer = undefined;
    const before = play.seen.length;
    const outcome = await play.hold(play.client.create(play.session, object));
    play.wanted = undefined;
    const status = lastStatus(play);
    if (status !== undefined && status >= 500 && play.seen.length === before)
      play.raise(['SC1104'], { expected: 'a success, or a 4xx with a SCIM Error', received: `status ${status}`, subject: 'create' });
    play.about = undefined;
    if (outcome === undefined || play.seen.length > before || status === undefined) continue;
    const claim = `${row.name} is marked as required (${placeOf(mapping, row)})`;
    const kind = spec.type === 'User' ? 'user' : 'group';
    const message = outcome.ok
      ? `${claim}, but the target accepts a ${kind} without it (${status}).`
      : `${claim}, and the target refuses a ${kind} without it (${status}).`;
    sink({ type: 'notice', level: 'info', message, dialect });
  }
  return play.seen.length > 0 ? { status: 'failed', reason: play.first ?? 'see the findings' } : PASSED;
}

function lastStatus(play: Play): number | undefined {
  return play.answer?.status;
}
