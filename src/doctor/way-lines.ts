import { defined } from '../base/defined.js';
import type { TlsFacts } from '../http/tls-facts.js';
import type { WayStep } from '../http/way.js';
import type { DoctorLine } from './line.js';

/**
 * The shape of the base URL.
 *
 * @param base without query
 * @param warning what reading it has brought up
 */
export function urlLine(base: string, warning: string | undefined): DoctorLine {
  const pasted = /\/(Users|Groups|Schemas|ServiceProviderConfigs?|ResourceTypes)(\/|$)/i.exec(base)?.[1];
  if (pasted !== undefined) {
    const advice = 'Paste what stands before it: Entra and Okta add the rest themselves.';
    return { name: 'base URL', status: 'failed', text: `it holds /${pasted}, which is a part of a request`, advice };
  }
  return { name: 'base URL', status: warning === undefined ? 'ok' : 'warning', text: base, ...defined({ advice: warning }) };
}

/**
 * The proxy on the way.
 *
 * @param proxy its URL without user and password; undefined: there is none
 */
export function proxyLine(proxy: string | undefined): DoctorLine {
  return { name: 'proxy', status: 'ok', text: proxy ?? 'none' };
}

/** The host's addresses. */
export function dnsLine(host: string, found: WayStep<readonly string[]>): DoctorLine {
  if (found.ok) return { name: 'DNS', status: 'ok', text: `${host} is ${found.value.slice(0, 4).join(', ')}` };
  const advice =
    found.code === 'EAI_AGAIN'
      ? 'The name server does not answer: look at your network and VPN.'
      : 'Check the spelling, and whether the name is known outside your own network.';
  return { name: 'DNS', status: 'failed', text: `the name ${host} does not resolve (${found.code})`, advice };
}

const REFUSALS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Is the server running, and is the port right? While it is starting: --wait-for-target 120.',
  ETIMEDOUT: 'A firewall may swallow the packets: allow this machine, or go through a proxy with --proxy.',
};

/** Whether the port takes connections. */
export function connectionLine(host: string, opened: WayStep<undefined>): DoctorLine {
  if (opened.ok) return { name: 'TCP', status: 'ok', text: `${host} takes connections` };
  const advice = REFUSALS[opened.code] ?? 'Look at your network, VPN and proxy settings.';
  return { name: 'TCP', status: 'failed', text: `${host} takes no connection (${opened.code})`, advice };
}

/**
 * The TLS connection and the certificate.
 *
 * @param facts undefined: no handshake succeeded
 */
export function tlsLine(facts: TlsFacts | undefined): DoctorLine {
  const wrong = (text: string, advice: string): DoctorLine => ({ name: 'TLS', status: 'failed', text, advice });
  if (facts === undefined)
    return wrong('no TLS connection came about', 'Does this port speak TLS? A server on this machine may be reached by http://.');
  if (facts.wrongHost !== undefined)
    return wrong(
      `the certificate is not made out to ${facts.wrongHost}`,
      'Use a name that stands in the certificate, or have it reissued.',
    );
  if (facts.fault === 'CERT_HAS_EXPIRED') return wrong('the certificate has expired', 'Renew it: Entra and Okta refuse it too.');
  if (facts.fault !== undefined)
    return wrong(
      `no authority that is known here vouches for the certificate (${facts.fault})`,
      'Have the server send its whole chain; an authority of your own is named with --ca FILE.',
    );
  const text = `${facts.versions.join(', ')}, ${facts.key.type} ${facts.key.bits}`;
  if (facts.trustedByOwn === true)
    return {
      name: 'TLS',
      status: 'warning',
      text: `${text}, trusted by the authority of --ca alone`,
      advice: 'Entra and Okta know public authorities only.',
    };
  if (!facts.versions.some((version) => version === 'TLSv1.2' || version === 'TLSv1.3'))
    return wrong(`it speaks ${facts.versions.join(', ')} and nothing newer`, 'Allow TLS 1.2 and 1.3: Entra takes nothing older.');
  return { name: 'TLS', status: 'ok', text };
}
