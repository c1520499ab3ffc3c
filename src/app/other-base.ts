import type { Clock } from '../base/clock.js';
import { ownRequest } from '../client/own.js';
import type { Reach } from '../config/plan.js';
import type { OtherBase } from '../engine/scenario/run-options.js';
import { otherBases } from '../http/other-bases.js';
import { readList } from '../scim/read.js';
import { connect } from './connect.js';

/**
 * Looks for the SCIM endpoint at other paths of the target's own origin: one read each, until one shows users.
 *
 * @param reach how the target is reached; nothing leaves its origin
 * @param clock limits how long an answer may take
 */
export async function lookForOtherBase(reach: Reach, clock: Clock): Promise<OtherBase> {
  const { origin } = new URL(reach.target.base);
  const { transport } = await connect({ ...reach, target: { ...reach.target, base: origin } }, clock);
  const asked: string[] = [];
  try {
    for (const base of otherBases(reach.target.base)) {
      const target = `${base.slice(origin.length)}/Users?count=1`;
      asked.push(target);
      const sent = await transport.send(ownRequest({ method: 'GET', target, purpose: 'probe', resourceType: 'User' }));
      if (!sent.ok || sent.response.status === 429) break;
      if (sent.response.status === 200 && readList(sent.response.body) !== undefined) return { asked, found: base };
    }
    return { asked };
  } finally {
    await transport.close();
  }
}
