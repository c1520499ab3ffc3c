import { defined } from '../base/defined.js';
import type { RunEvent } from '../event/event.js';
import { GALLERY_TESTS } from '../event/gallery-tests.js';
import { eventOf, playGallery } from '../gallery/play.js';
import { SUITES, tlsRequirements } from '../gallery/requirements/tls.js';
import type { GallerySettings, TokenProbe } from '../gallery/settings.js';
import { tokenGates } from '../gallery/tests/credentials.js';
import type { OAuthClient } from '../http/oauth/oauth-client.js';
import { wrongProof } from '../http/oauth/wrong-proof.js';
import { tampered } from '../http/tampered.js';
import type { Connected } from './connect.js';
import type { Played } from './run-plan.js';

type Probes = 'clientCredentials' | 'federated' | 'wrongClient' | 'tamperedToken' | 'tls';

/** What of a rehearsal is known before there is a connection. */
export type GalleryPlan = Omit<GallerySettings, Probes>;

/**
 * What plays the tests in place of scenarios. Of a target that cannot be used at all it still tells how its TLS connections stand.
 *
 * @param plan what is rehearsed
 * @param connected the way to the target, and to the token endpoint where there is one
 */
export function galleryPlayer(plan: GalleryPlan, connected: Connected): Played {
  const { oauth, tls } = connected;
  const look = tls === undefined ? undefined : () => tls(SUITES);
  const settings: GallerySettings = {
    ...plan,
    ...(oauth === undefined ? {} : probesOf(oauth)),
    ...defined({ tls: look }),
    tamperedToken: () => tamperedToken(connected),
  };
  return {
    play: (dialectRun) => playGallery(settings, dialectRun),
    async unusable(): Promise<readonly RunEvent[]> {
      const requirements = plan.requirements && look !== undefined ? await tlsRequirements(look) : [];
      return [
        ...(await credentials(settings)),
        ...requirements.map((requirement): RunEvent => ({ type: 'gallery-requirement', ...requirement })),
      ];
    },
  };
}

/** What the template would say of a token endpoint that gives nothing: then there is no run, and the reader wants to know. */
async function credentials({ only, clientCredentials }: GallerySettings): Promise<readonly RunEvent[]> {
  const test = GALLERY_TESTS.find(({ name }) => name === 'Validate_Credentials_Test');
  if (test === undefined || clientCredentials === undefined || !only.has(test.name)) return [];
  const ended = await tokenGates(clientCredentials);
  return 'outcome' in ended ? [{ ...eventOf(test, ended.outcome), milliseconds: 0 }] : [];
}

function probesOf({ client, ask }: NonNullable<Connected['oauth']>): Pick<GallerySettings, Exclude<Probes, 'tls' | 'tamperedToken'>> {
  const { proof } = client;
  const wrong = wrongProof(proof);
  const wrongClient = wrong === undefined ? undefined : async () => probe(ask, { ...client, proof: await wrong() });
  // The template sends id and secret in the body, whatever the connection does.
  if (proof.kind === 'secret')
    return { ...defined({ wrongClient }), clientCredentials: () => probe(ask, { ...client, proof: { ...proof, location: 'post' } }) };
  return { ...defined({ wrongClient }), federated: () => probe(ask, client) };
}

/** Whoever reads it knows almost the whole of the right one: it is hidden as that is. */
async function tamperedToken({ token, secrets }: Connected): Promise<string | undefined> {
  const other = tampered((await token()) ?? '');
  if (other !== undefined) secrets.add(other);
  return other;
}

async function probe(ask: NonNullable<Connected['oauth']>['ask'], client: OAuthClient): Promise<TokenProbe> {
  const answer = await ask(client);
  const { status = 0 } = answer;
  if (!answer.ok) return { status, message: answer.failure.message };
  const { secret, expiresIn } = answer.token;
  return { status, token: secret, ...defined({ expiresIn }) };
}
