import { defined } from '../base/defined.js';
import { AssertionError, type ClientProof, type OAuthClient } from '../http/oauth/oauth-client.js';
import { isLoopback } from '../http/target.js';
import type { Config } from './resolve.js';
import { secretFromFile } from './secret-text.js';
import { SAMPLE } from './settings.js';
import { CLIENT_SECRET_VARIABLE, type TokenSources } from './token.js';
import { UsageError } from './usage-error.js';

/** The client's id where the sample is asked and none is given. */
const SAMPLE_CLIENT = 'scim-check';

/**
 * Reads the client that asks for access tokens.
 *
 * @param config the settings
 * @param sources where to read
 * @param forSample the sample's token endpoint is asked; its URL is not known yet, and stands as the word `sample`
 * @throws UsageError for whatever is missing or not right; no secret stands in its message
 */
export async function readOAuthClient(config: Config, sources: TokenSources, forSample: boolean): Promise<OAuthClient> {
  refuseToken(config);
  const clientId = config.oauthClientId.value ?? (forSample ? SAMPLE_CLIENT : undefined);
  if (clientId === undefined) throw new UsageError('no OAuth client is given', 'Name it: --oauth-client-id ID.');
  return {
    scheme: 'OAuth',
    tokenUrl: forSample ? ofSample(config) : tokenUrlOf(config),
    clientId,
    proof: await proofOf(config, sources, forSample),
    parameters: Object.fromEntries(config.oauthParameter.value),
    ...defined({ scope: config.oauthScope.value }),
  };
}

/** A token that was named and OAuth options leave open which of them is meant; a variable that is merely there does not. */
function refuseToken({ tokenEnv, tokenFile, authScheme }: Config): void {
  const other = [tokenEnv, tokenFile, authScheme].find(({ from }) => from !== 'default');
  if (other !== undefined)
    throw new UsageError(
      `${other.from}: a token and OAuth options are both given`,
      'Give either a token, or the options that begin with --oauth.',
    );
}

function ofSample({ oauthTokenUrl: { value, from } }: Config): string {
  if (value !== undefined && value.toLowerCase() !== SAMPLE)
    throw new UsageError(`${from}: the sample takes tokens of its own endpoint only`, 'Leave it out, or write --oauth-token-url sample.');
  return SAMPLE;
}

function tokenUrlOf({ oauthTokenUrl: { value, from } }: Config): string {
  if (value === undefined)
    throw new UsageError('no token endpoint is given', 'Name it: --oauth-token-url https://example.com/oauth/token.');
  if (value.toLowerCase() === SAMPLE || !URL.canParse(value))
    throw new UsageError(`${from}: it must be a URL such as https://example.com/oauth/token`);
  const { protocol, hostname } = new URL(value);
  if (protocol === 'http:' && !isLoopback(hostname))
    throw new UsageError(
      `${from}: over http:// the client secret would cross the network in clear`,
      'Use https://; http:// is for this machine only.',
    );
  return value;
}

async function proofOf(config: Config, sources: TokenSources, forSample: boolean): Promise<ClientProof> {
  const { oauthKey, oauthAssertionFile, oauthAssertionCommand, oauthClientSecretFile, oauthClaim } = config;
  const given = [oauthKey, oauthAssertionFile, oauthAssertionCommand, oauthClientSecretFile].filter(({ value }) => value !== undefined);
  if (given.length > 1) throw new UsageError(`both ${given[0]?.from} and ${given[1]?.from} are given`, 'Name one of them.');
  if (oauthClaim.value.length > 0 && oauthKey.value === undefined)
    throw new UsageError(`${oauthClaim.from}: claims belong to an assertion that --oauth-key signs, and no key is given`);
  if (oauthKey.value !== undefined) return await keyOf(oauthKey.value, oauthClaim.value, sources);
  if (oauthAssertionFile.value !== undefined) return await assertionFile(oauthAssertionFile.value, sources);
  if (oauthAssertionCommand.value !== undefined) return assertionCommand(oauthAssertionCommand.value, sources);
  return { kind: 'secret', location: config.oauthAuth.value, secret: await secretOf(config, sources, forSample) };
}

async function secretOf({ oauthClientSecretFile }: Config, sources: TokenSources, forSample: boolean): Promise<string> {
  const file = oauthClientSecretFile.value;
  const variable = sources.env[CLIENT_SECRET_VARIABLE];
  if (file === undefined && variable === undefined) {
    if (forSample) return (await import('node:crypto')).randomBytes(24).toString('base64url');
    throw new UsageError(
      'no client secret is given',
      `Set ${CLIENT_SECRET_VARIABLE}, or name a file (--oauth-client-secret-file FILE, "-" for standard input). It is never given on the command line.`,
    );
  }
  const { text, from } =
    file === undefined
      ? { text: variable ?? '', from: CLIENT_SECRET_VARIABLE }
      : await secretFromFile(file, '--oauth-client-secret-file', sources);
  if (text.trim() === '') throw new UsageError(`the client secret from ${from} is empty`);
  if (/[\r\n]/.test(text)) throw new UsageError(`the client secret from ${from} has more than one line`);
  return text;
}

async function keyOf(file: string, claims: Config['oauthClaim']['value'], sources: TokenSources): Promise<ClientProof> {
  const { text } = await secretFromFile(file, '--oauth-key', sources);
  const { KeyError, readSigningKey } = await import('../http/oauth/signing-key.js');
  try {
    return { kind: 'key', key: await readSigningKey(text), claims: Object.fromEntries(claims) };
  } catch (error) {
    if (error instanceof KeyError) throw new UsageError(`the file named by --oauth-key cannot be used: ${error.message}`);
    throw error;
  }
}

async function assertionFile(file: string, sources: TokenSources): Promise<ClientProof> {
  if (file === '-') throw new UsageError('--oauth-assertion-file: standard input cannot be read anew for each access token');
  const read = async () => asAssertion((await secretFromFile(file, '--oauth-assertion-file', sources)).text, '--oauth-assertion-file');
  // What cannot be read is told before anything is sent.
  await read();
  return {
    kind: 'assertion',
    read: () =>
      read().catch((error: unknown) => {
        throw new AssertionError(error instanceof UsageError ? `${error.message}.` : 'the assertion cannot be read.');
      }),
  };
}

function assertionCommand(command: string, sources: TokenSources): ClientProof {
  const { runCommand } = sources;
  if (runCommand === undefined) throw new UsageError('--oauth-assertion-command: commands are run by the command line only');
  return {
    kind: 'assertion',
    read: async () => {
      const { exitCode, output } = await runCommand(command);
      if (exitCode !== 0) throw new AssertionError(`the command of --oauth-assertion-command ended with exit code ${exitCode}.`);
      try {
        return asAssertion(output.trim(), '--oauth-assertion-command');
      } catch (error) {
        throw new AssertionError(error instanceof UsageError ? `${error.message}.` : 'the assertion cannot be read.');
      }
    },
  };
}

function asAssertion(text: string, option: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new UsageError(`the assertion of ${option} is empty`);
  if (/\s/.test(trimmed)) throw new UsageError(`what ${option} gives is more than an assertion: it has blanks or several lines`);
  return trimmed;
}
