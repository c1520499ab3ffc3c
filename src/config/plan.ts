import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { defined } from '../base/defined.js';
import type { Dialect } from '../client/client.js';
import type { ProxySettings } from '../http/connection.js';
import { type Credential, secretsOf } from '../http/credential.js';
import type { OAuthClient } from '../http/oauth/oauth-client.js';
import { parseTarget, type Target } from '../http/target.js';
import type { Mapping } from '../mapping/mapping.js';
import type { Scenario } from '../scenario/scenario.js';
import type { PlannedBaseline } from './baseline.js';
import { dialectsOf } from './clients.js';
import { decisiveOptions } from './command.js';
import { proxyOf, shownProxy } from './proxy.js';
import type { Config } from './resolve.js';
import type { Deviations } from './sample.js';
import { scenariosNamed } from './scenarios.js';
import { SAMPLE } from './settings.js';
import { readToken, TOKEN_VARIABLE, type TokenSources } from './token.js';
import { reasonOf, UsageError } from './usage-error.js';
import { usesOAuth } from './uses-oauth.js';

/** What the way to a target depends on. Absent members: there is none. */
export interface Setup {
  /** The configuration file in use. */
  readonly config?: string;
  /** Without its user and password. */
  readonly proxy?: string;
  /** File of certificate authorities that are trusted besides the usual ones. */
  readonly ca?: string;
}

/** How the target is reached: what `run` and `clean` have in common. */
export interface Reach {
  readonly target: Target;
  readonly credential: Credential | OAuthClient;
  /** Where the credential comes from, for messages: `SCIM_CHECK_TOKEN`, `https://example.com/oauth/token`. */
  readonly credentialFrom: string;
  /** Text of a PEM file. */
  readonly ca?: string;
  readonly proxy: ProxySettings;
  readonly timeoutMs: number;
  /** Absolute path. */
  readonly ledgerDirectory: string;
  /** What the way there depends on besides the target, for the head of a report. */
  readonly setup: Setup;
  /** What the reader should know: assumptions and repairs. */
  readonly notices: readonly string[];
}

/** Everything that a run needs, checked: nothing has been sent yet. */
export interface Plan {
  /** The built-in server when absent. */
  readonly reach?: Reach;
  readonly sample: Deviations;
  /** How the sample's access tokens are got; absent: it has a token that needs no asking for. Its URL is the word `sample`. */
  readonly sampleOAuth?: OAuthClient;
  readonly dialects: readonly Dialect[];
  readonly scenarios: readonly Scenario[];
  /** The options that a repetition of a part of the run needs besides, see `decisiveOptions`. */
  readonly command: readonly string[];
  /** Scenarios were named: the others are left out on purpose. */
  readonly selected: boolean;
  readonly mapping?: Mapping;
  /** What is accepted for now. */
  readonly baseline?: PlannedBaseline;
  readonly jobs: number;
  readonly seed: number;
  readonly timeoutMs: number;
  readonly deadlineMs: number;
  /** How long to wait for a target that is still starting. */
  readonly waitMs: number;
  readonly ledgerDirectory: string;
  readonly domain: string;
  readonly dryRun: boolean;
}

/**
 * Turns a configuration into a plan: reads scenarios, mapping, token and certificates, and checks all of it.
 *
 * @param config the settings
 * @param sources where to read
 * @throws UsageError for whatever is not right
 */
export async function planOf(config: Config, sources: TokenSources): Promise<Plan> {
  const target = config.target.value;
  if (target === undefined)
    throw new UsageError('no target is given', 'Name the endpoint: --target https://example.com/scim/v2, or try --target sample.');
  const isSample = target.toLowerCase() === SAMPLE;
  const { defect, variant } = config;
  const misplaced = [defect, variant].find((each) => each.value.length > 0 && !isSample);
  if (misplaced !== undefined) throw new UsageError(`${misplaced.from} applies to the sample only, and the target is another server`);
  const flags = isSample ? [] : targetOf(config).flags;
  const mapping = config.mapping.value === undefined ? undefined : (await import('./mapping.js')).mappingNamed(config.mapping, sources.cwd);
  const scenarios = await scenariosNamed(config.scenario, sources.cwd, mapping);
  const plan = {
    sample: await deviationsOf(defect, variant),
    dialects: dialectsOf(config.client, flags),
    scenarios,
    command: decisiveOptions(config),
    selected: config.scenario.value.length > 0,
    ...defined({ mapping, baseline: await baselineOf(config, scenarios, sources.cwd) }),
    jobs: config.jobs.value,
    seed: config.seed.value ?? randomInt(2 ** 31),
    timeoutMs: config.timeout.value * 1000,
    deadlineMs: config.deadline.value * 60_000,
    waitMs: config.waitForTarget.value * 1000,
    ledgerDirectory: resolve(sources.cwd, config.ledger.value),
    domain: config.domain.value,
    dryRun: config.dryRun.value,
  };
  if (!isSample) return { ...plan, reach: await reachOf(config, sources) };
  if (!usesOAuth(config)) return plan;
  return { ...plan, sampleOAuth: await (await import('./oauth.js')).readOAuthClient(config, sources, true) };
}

async function baselineOf(config: Config, scenarios: readonly Scenario[], cwd: string): Promise<PlannedBaseline | undefined> {
  if (config.baseline.value === undefined && !config.updateBaseline.value) return undefined;
  return (await import('./baseline.js')).plannedBaseline(config, scenarios, cwd);
}

/** The sample's catalogues are large, and needed only where something of them is named. */
async function deviationsOf(defects: Config['defect'], variants: Config['variant']): Promise<Deviations> {
  if (defects.value.length === 0 && variants.value.length === 0) return { defects: [], variants: [] };
  return (await import('./sample.js')).chosenDeviations(defects, variants);
}

/**
 * How a target other than the sample is reached.
 *
 * @param config the settings
 * @param sources where to read
 * @throws UsageError for a bad target, token, certificate file or proxy
 */
export async function reachOf(config: Config, sources: TokenSources): Promise<Reach> {
  const target = targetOf(config);
  const ca = await certificates(config.ca, sources.cwd);
  const proxy = proxyOf(config.proxy, sources.env);
  const { credential, credentialFrom, notices } = await credentialOf(config, sources);
  return {
    target,
    credential,
    credentialFrom,
    ...defined({ ca }),
    proxy,
    timeoutMs: config.timeout.value * 1000,
    ledgerDirectory: resolve(sources.cwd, config.ledger.value),
    setup: defined({ config: config.file, proxy: shownProxy(proxy, target.base), ca: config.ca.value }),
    notices: [target.warning, ...notices].filter((notice) => notice !== undefined),
  };
}

interface FoundCredential extends Pick<Reach, 'credential' | 'credentialFrom'> {
  readonly notices: readonly (string | undefined)[];
}

async function credentialOf(config: Config, sources: TokenSources): Promise<FoundCredential> {
  if (!usesOAuth(config)) {
    const { secret, from, notice } = await readToken(config, sources);
    const credential: Credential = { scheme: SCHEMES[config.authScheme.value], secret };
    return { credential, credentialFrom: from, notices: [notice, shortNotice(credential, from)] };
  }
  const client = await (await import('./oauth.js')).readOAuthClient(config, sources, false);
  const { origin, pathname } = new URL(client.tokenUrl);
  const notice =
    sources.env[TOKEN_VARIABLE] === undefined ? undefined : `${TOKEN_VARIABLE} is set, but not used: access tokens are asked for.`;
  return { credential: client, credentialFrom: `${origin}${pathname}`, notices: [notice] };
}

/** Shorter secrets are words, or parts of words, of which reports consist. */
const READABLE = 8;

function shortNotice(credential: Credential, from: string): string | undefined {
  const isReadable = secretsOf(credential).every((secret) => secret.length >= READABLE);
  return isReadable
    ? undefined
    : `The secret from ${from} has fewer than ${READABLE} characters: reports hide it in their own words, too. A longer one leaves them whole.`;
}

const SCHEMES = { bearer: 'Bearer', raw: 'raw', basic: 'Basic' } as const;

function targetOf(config: Config): Target {
  const parsed = parseTarget(config.target.value ?? '');
  if (!parsed.ok) throw new UsageError(`${config.target.from}: ${parsed.message}`);
  return parsed.target;
}

async function certificates(ca: Config['ca'], cwd: string): Promise<string | undefined> {
  if (ca.value === undefined) return undefined;
  let text: string;
  try {
    text = await readFile(resolve(cwd, ca.value), 'utf8');
  } catch (error) {
    throw new UsageError(`${ca.from}: ${ca.value} cannot be read: ${reasonOf(error)}`);
  }
  if (!text.includes('-----BEGIN CERTIFICATE-----'))
    throw new UsageError(
      `${ca.from}: ${ca.value} holds no certificate in PEM form`,
      'A PEM file has lines such as -----BEGIN CERTIFICATE-----.',
    );
  return text;
}
