import { type Clock, systemClock, timeLimit } from '../base/clock.js';
import { ownRequest } from '../client/own.js';
import type { Plan } from '../config/plan.js';
import type { Sent } from '../http/transport.js';
import { connect } from './connect.js';

/** Pauses between two questions, in milliseconds. */
const PAUSE_MS = 1000;

/** What a gateway answers while the server behind it is starting (RFC 9110 §15.6.3–5). */
const STARTING = [502, 503, 504];

/** Failures that a start, or the wait itself, brings to an end; a wrong certificate stays wrong. */
const PASSING = ['unreachable', 'reset', 'timeout', 'dns', 'aborted'];

/**
 * Waits until a target answers, as `--wait-for-target` asks for. What it answers is for the run to judge; whether it ever does, too.
 *
 * @param plan the plan; without a wait, or with the sample as target, nothing is sent
 * @param signal ends the wait
 */
export async function waitForTarget(plan: Plan, signal?: AbortSignal): Promise<void> {
  const { reach, waitMs } = plan;
  if (reach === undefined || waitMs === 0) return;
  const clock = systemClock();
  const { transport } = await connect(reach, clock);
  const ask = ownRequest({ method: 'GET', target: '/ServiceProviderConfig', purpose: 'probe' });
  try {
    await untilAnswered((isOver) => transport.send(ask, { signal: isOver }), waitMs, clock, signal);
  } finally {
    await transport.close();
  }
}

/**
 * Asks again and again until there is an answer, or the time is up.
 *
 * @param ask sends one read, and gives it up when the wait is over
 * @param waitMs the longest wait, in milliseconds
 * @param clock passes the time
 * @param signal ends the wait
 * @returns whether there was an answer
 */
export async function untilAnswered(
  ask: (isOver: AbortSignal) => Promise<Sent>,
  waitMs: number,
  clock: Clock,
  signal?: AbortSignal,
): Promise<boolean> {
  const end = clock.now() + waitMs;
  const isOver = AbortSignal.any([timeLimit(clock, waitMs), ...(signal === undefined ? [] : [signal])]);
  for (;;) {
    const sent = await ask(isOver);
    if (sent.ok ? !STARTING.includes(sent.response.status) : !PASSING.includes(sent.failure.kind)) return true;
    if (isOver.aborted || clock.now() + PAUSE_MS > end) return false;
    await clock.sleep(PAUSE_MS, isOver);
  }
}
