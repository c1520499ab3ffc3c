import { defined } from '../base/defined.js';
import type { runDialect } from '../engine/run/dialect-run.js';
import { playGallery } from '../gallery/play.js';
import type { GallerySettings, TokenProbe } from '../gallery/settings.js';
import type { OAuthClient } from '../http/oauth/oauth-client.js';
import type { Connected } from './connect.js';

/** What of a rehearsal is known before there is a connection. */
export type GalleryPlan = Omit<GallerySettings, 'clientCredentials' | 'federated' | 'tls'>;

/**
 * What plays the tests in place of scenarios.
 *
 * @param plan what is rehearsed
 * @param connected the way to the token endpoint, where there is one
 */
export function galleryPlayer(plan: GalleryPlan, { oauth, tls }: Connected): typeof runDialect {
  const probe = { ...(oauth === undefined ? {} : probesOf(oauth)), ...defined({ tls }) };
  return (dialectRun) => playGallery({ ...plan, ...probe }, dialectRun);
}

function probesOf({ client, ask }: NonNullable<Connected['oauth']>): Pick<GallerySettings, 'clientCredentials' | 'federated'> {
  const { proof } = client;
  // The template sends id and secret in the body, whatever the connection does.
  if (proof.kind === 'secret') return { clientCredentials: () => probe(ask, { ...client, proof: { ...proof, location: 'post' } }) };
  return { federated: () => probe(ask, client) };
}

async function probe(ask: NonNullable<Connected['oauth']>['ask'], client: OAuthClient): Promise<TokenProbe> {
  const answer = await ask(client);
  const { status = 0 } = answer;
  if (!answer.ok) return { status, message: answer.failure.message };
  const { secret, expiresIn } = answer.token;
  return { status, token: secret, ...(expiresIn === undefined ? {} : { expiresIn }) };
}
