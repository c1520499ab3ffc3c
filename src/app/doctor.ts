import { randomUUID } from 'node:crypto';
import { type Clock, systemClock } from '../base/clock.js';
import { ownRequest } from '../client/own.js';
import type { Plan, Reach } from '../config/plan.js';
import { clockLine, discoveryLine, mediaTypeLine, refusalLine, type Seen } from '../doctor/answer-lines.js';
import type { DoctorLine } from '../doctor/line.js';
import { connectionLine, dnsLine, proxyLine, tlsLine, urlLine } from '../doctor/way-lines.js';
import { Wire } from '../engine/exchange/wire.js';
import { type Preflight, preflight } from '../engine/preflight/preflight.js';
import { proxyFor } from '../http/connection.js';
import type { Transport } from '../http/transport.js';
import { addressesOf, openConnection } from '../http/way.js';
import { speaksScim } from '../scim/read.js';
import { connect } from './connect.js';
import { adviceOn } from './engine-options.js';
import { lookForOtherBase } from './other-base.js';
import { withReach } from './with-reach.js';

/** How long the whole look may take, in milliseconds: a target that throttles is waited for no longer. */
const PATIENCE_MS = 60_000;

/** Suites that are asked about; which one is taken is not judged here. */
const SUITES = ['ECDHE-RSA-AES128-GCM-SHA256', 'ECDHE-ECDSA-AES128-GCM-SHA256'];

/**
 * Looks at everything between this machine and a first request: nothing is written.
 *
 * @param plan whose target is looked at
 * @param tell is given each line as soon as it is known; it holds no secret
 */
export async function diagnose(plan: Plan, tell: (line: DoctorLine) => void): Promise<void> {
  await withReach(plan, async (reach) => {
    if (await isReachable(reach, tell)) await askTarget(plan, reach, tell);
  });
}

/** The way there, one part after the other: what comes after a part that fails would only fail as well. */
async function isReachable(reach: Reach, tell: (line: DoctorLine) => void): Promise<boolean> {
  const { base, warning } = reach.target;
  const { hostname, host } = new URL(base);
  const says = (line: DoctorLine): boolean => {
    tell(line);
    return line.status !== 'failed';
  };
  says(urlLine(base, warning));
  tell(proxyLine(reach.setup.proxy));
  // The proxy looks up names and opens connections itself.
  if (proxyFor(base, reach.proxy) !== undefined) return true;
  if (!says(dnsLine(hostname, await addressesOf(hostname)))) return false;
  if (!says(connectionLine(host, await openConnection(base, reach.timeoutMs)))) return false;
  if (!base.startsWith('https:')) {
    tell({ name: 'TLS', status: 'skipped', text: 'http:// has none', advice: 'Entra and Okta reach https:// only.' });
    return true;
  }
  const { tlsFacts } = await import('../http/tls-facts.js');
  const { ca, timeoutMs } = reach;
  return says(tlsLine(await tlsFacts({ url: base, timeoutMs, suites: SUITES, ...(ca === undefined ? {} : { ca }) })));
}

async function askTarget(plan: Plan, reach: Reach, tell: (line: DoctorLine) => void): Promise<void> {
  const clock = systemClock();
  const { transport, secrets } = await connect(reach, clock, { known: [plan.domain] });
  const shown = (line: DoctorLine): void => tell({ ...line, text: secrets.text(line.text) });
  try {
    const seen: Seen[] = [];
    const wire = new Wire({
      target: reach.target,
      transport: watched(transport, seen),
      sink: () => undefined,
      clock,
      hide: secrets.text,
      milliseconds: PATIENCE_MS,
    });
    const found = await preflight(wire, plan.dialects[0] ?? 'rfc', randomUUID(), adviceOn(reach), () => lookForOtherBase(reach, clock));
    for (const line of linesOf(found, reach, seen, clock)) shown(line);
    if (found.unusable === undefined && found.throttled === undefined) shown(refusalLine(await statusOfWrongToken(transport)));
  } finally {
    await transport.close();
  }
}

/** What the look that precedes each run has shown. */
function linesOf(found: Preflight, reach: Reach, seen: readonly Seen[], clock: Clock): DoctorLine[] {
  const { unusable, throttled, ignoresFilters, filtersRefused } = found;
  const source = `from ${reach.credentialFrom}`;
  const time = clockLine(seen, clock.now());
  if (throttled !== undefined)
    return [
      { name: 'target', status: 'warning', text: throttled, advice: 'That says nothing of whether it speaks SCIM: try again later.' },
      time,
    ];
  if (unusable !== undefined) {
    const isRefused = /refused the credential/.test(unusable);
    return [{ name: isRefused ? 'credential' : 'target', status: 'failed', text: unusable }, time];
  }
  const probe: DoctorLine =
    ignoresFilters === undefined
      ? {
          name: 'honesty',
          status: filtersRefused === undefined ? 'ok' : 'warning',
          text:
            filtersRefused === undefined ? 'a filter for a random value finds nobody' : `filters are refused: ${filtersRefused.received}`,
        }
      : {
          name: 'honesty',
          status: 'failed',
          text: `a filter for a random value finds ${ignoresFilters.found}: filters are ignored`,
          advice: 'Entra would write onto a stranger, so that a run writes nothing. Apply the filter, or answer 400.',
        };
  return [{ name: 'credential', status: 'ok', text: `is taken, ${source}` }, discoveryLine(seen), mediaTypeLine(seen), time, probe];
}

/** Keeps what each answer shows. */
function watched(transport: Transport, seen: Seen[]): Transport {
  return {
    ...transport,
    async send(request, options) {
      const sent = await transport.send(request, options);
      if (sent.ok) {
        const { status, headers, body } = sent.response;
        seen.push({ target: request.target, status, headers, isScim: speaksScim(body) });
      }
      return sent;
    },
  };
}

/** Some servers slow down after wrong tokens: one is sent. */
async function statusOfWrongToken(transport: Transport): Promise<number | undefined> {
  const credential = { scheme: 'Bearer', secret: `wrong-${randomUUID()}` } as const;
  const request = ownRequest({ method: 'GET', target: '/Users?count=1', purpose: 'probe', resourceType: 'User' });
  const sent = await transport.send(request, { credential });
  return sent.ok ? sent.response.status : undefined;
}
