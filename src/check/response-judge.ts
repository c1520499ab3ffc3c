import { defined } from '../base/defined.js';
import type { ResponseCheck } from './check.js';
import type { CheckId } from './check-id.js';
import type { Observation } from './context.js';
import { endpointOf } from './endpoint.js';
import { withRoots } from './roots.js';
import type { Judgement } from './symptom.js';

/** Judges one exchange: what is wrong, and which checks held. */
export type ResponseJudge = (observation: Observation) => Judgement;

/**
 * Makes the judge of single exchanges: media type, envelope, status, what a filter found.
 *
 * @param checks the checks that it asks, in any order
 */
export function createResponseJudge(checks: readonly ResponseCheck[]): ResponseJudge {
  const ordered = [...checks].sort((a, b) => (a.id < b.id ? -1 : 1));
  // Families, methods, purposes and endpoints are few, so that this stays small.
  const concerned = new Map<string, readonly ResponseCheck[]>();
  return (observation) => {
    const key = keyOf(observation);
    const asked = concerned.get(key) ?? ordered.filter((check) => isAsked(check, observation));
    concerned.set(key, asked);
    return judgeWith(asked, observation);
  };
}

function keyOf({ family, request }: Observation): string {
  return `${family} ${request.method} ${request.purpose} ${endpointOf(request.target) ?? ''}`;
}

/** Whether a check is asked about an exchange: its client minds it, and it is one of those that the check is about. */
export function isAsked({ clients, on = {} }: ResponseCheck, { family, request }: Observation): boolean {
  const endpoint = endpointOf(request.target);
  return (
    clients.includes(family) &&
    on.methods?.includes(request.method) !== false &&
    on.purposes?.includes(request.purpose) !== false &&
    (on.endpoints === undefined || (endpoint !== undefined && on.endpoints.includes(endpoint)))
  );
}

function judgeWith(checks: readonly ResponseCheck[], observation: Observation): Judgement {
  const symptoms: Judgement['symptoms'][number][] = [];
  const held: CheckId[] = [];
  const { resourceType } = observation.request;
  for (const check of checks) {
    const result = check.judge(observation);
    if (result === 'silent') continue;
    if (result === 'fine') {
      held.push(check.id);
      continue;
    }
    const { subject = '', expected, received } = result;
    symptoms.push({ direct: true, candidates: withRoots([check.id]), subject, expected, received, ...defined({ resourceType }) });
  }
  return { symptoms, held, ...defined({ resourceType }) };
}
