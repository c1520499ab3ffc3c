import type { TlsProbe, TlsShown } from '../settings.js';
import { notTested, type Requirement, required, type Shown } from './requirement.js';

/** The suites that Microsoft names for version 1.2, under OpenSSL's names. */
export const SUITES: readonly string[] = [
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-AES128-SHA256',
  'ECDHE-ECDSA-AES256-SHA384',
  'ECDHE-RSA-AES128-SHA256',
  'ECDHE-RSA-AES256-SHA384',
];

const ROWS: readonly (readonly [name: string, title: string, judge: (shown: TlsShown) => Shown])[] = [
  ['tls-version', 'TLS 1.2 or 1.3 is spoken, and no older version', version],
  ['tls-cipher', 'TLS 1.2 has a cipher suite with ECDHE and AES', suite],
  ['tls-key', 'The key has at least 2048 bits (RSA) or 256 bits (EC)', key],
  ['tls-certificate', 'The certificate is in date and signed by a public authority', certificate],
  ['tls-host', 'The certificate is made out to the host', host],
];

/**
 * What is demanded of the TLS connection.
 *
 * @param probe looks at it; absent: there is none, or a proxy is between
 * @see Microsoft, "Develop and plan provisioning for a SCIM endpoint", security requirements
 */
export async function tlsRequirements(probe: TlsProbe | undefined): Promise<readonly Requirement[]> {
  const open = probe === undefined ? notTested('the target is reached over http:// or through a proxy') : undefined;
  const shown = await probe?.();
  const none: Shown = { status: 'failed', evidence: 'no TLS connection came about' };
  return ROWS.map(([name, title, judge]) => required(name, title, open ?? (shown === undefined ? none : judge(shown))));
}

function version({ versions }: TlsShown): Shown {
  const isNew = versions.some((each) => each === 'TLSv1.2' || each === 'TLSv1.3');
  const isOld = versions.some((each) => each === 'TLSv1' || each === 'TLSv1.1');
  const advice = isOld ? '; Microsoft permits 1.2 and 1.3 alone: switch the others off' : '';
  return { status: isNew && !isOld ? 'proven' : 'failed', evidence: `${versions.join(', ')}${advice}` };
}

function suite({ versions, suite: taken }: TlsShown): Shown {
  if (taken !== undefined) return { status: 'proven', evidence: taken };
  // All suites of 1.3 have an ephemeral key.
  if (!versions.includes('TLSv1.2') && versions.includes('TLSv1.3')) return { status: 'proven', evidence: 'TLS 1.3 alone is spoken' };
  return { status: 'failed', evidence: `none of ${SUITES.join(', ')} is taken` };
}

function key({ key: { type, bits } }: TlsShown): Shown {
  const least = { RSA: 2048, EC: 256, other: Number.POSITIVE_INFINITY }[type];
  return { status: bits >= least ? 'proven' : 'failed', evidence: `a key of the kind ${type} with ${bits} bits` };
}

function certificate({ fault, trustedByOwn }: TlsShown): Shown {
  if (fault === undefined) return { status: 'proven', evidence: 'it is trusted' };
  if (trustedByOwn === true)
    return { status: 'failed', evidence: `only the authority of --ca vouches for it (${fault}); Entra knows public authorities alone` };
  return { status: 'failed', evidence: `${FAULTS[fault] ?? 'it is not trusted'} (${fault})` };
}

const FAULTS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'it has expired, or one that it rests on',
  CERT_NOT_YET_VALID: 'it is not valid yet',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its authority is not a public one',
  UNABLE_TO_GET_ISSUER_CERT: 'the server does not send its whole chain',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its authority is not a public one, or the server does not send its whole chain',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its authority is not a public one, or the server does not send its whole chain',
};

function host({ wrongHost }: TlsShown): Shown {
  return wrongHost === undefined
    ? { status: 'proven', evidence: 'it is' }
    : { status: 'failed', evidence: `${wrongHost} does not stand in it` };
}
