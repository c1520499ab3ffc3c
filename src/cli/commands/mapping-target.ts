import { connect } from '../../app/connect.js';
import { systemClock } from '../../base/clock.js';
import { defined } from '../../base/defined.js';
import { CLIENTS } from '../../client/registry.js';
import { type Reach, reachOf } from '../../config/plan.js';
import { resolveConfig } from '../../config/resolve.js';
import { SAMPLE } from '../../config/settings.js';
import { UsageError } from '../../config/usage-error.js';
import type { Transport } from '../../http/transport.js';
import type { SchemaDefinition } from '../../scim/attribute.js';
import type { Json } from '../../scim/json.js';
import { readSchemas, STANDARD_SCHEMAS } from '../../scim/schema-set.js';
import type { Io } from '../io.js';
import { flagsOf } from '../options.js';

/** What a target advertises about itself. */
export interface Advertised {
  /** Safe to print. */
  readonly target: string;
  readonly schemas: readonly SchemaDefinition[];
  readonly resourceTypes?: Json;
  readonly config?: Json;
}

/** A target that cannot be asked: exit code 3. */
export class Unusable extends Error {}

/**
 * Asks a target for /Schemas, /ResourceTypes and /ServiceProviderConfig. Nothing is written.
 *
 * @param options what commander has parsed
 * @param io the process
 * @param hint what to say when no target is given
 * @throws UsageError for a bad configuration, Unusable when the target gives no schemas
 */
export async function advertised(
  options: Readonly<Record<string, unknown>>,
  io: Io,
  hint = 'Name the endpoint: --target https://example.com/scim/v2.',
): Promise<Advertised> {
  const { env, cwd, readStdin, runCommand } = io;
  const configFile = options['config'];
  const config = await resolveConfig({ flags: flagsOf(options), env, cwd, ...(typeof configFile === 'string' ? { configFile } : {}) });
  const target = config.target.value;
  if (target === undefined) throw new UsageError('no target is given', hint);
  if (target.toLowerCase() === SAMPLE) return { target: 'the built-in sample', schemas: STANDARD_SCHEMAS.schemas };
  return await ask(await reachOf(config, { env, cwd, readStdin, runCommand }));
}

async function ask(reach: Reach): Promise<Advertised> {
  const { transport } = await connect(reach, systemClock());
  try {
    const schemas = readSchemas(await get(transport, '/Schemas', true));
    if (schemas.length === 0) throw new Unusable(`GET /Schemas of ${reach.target.display} lists no schemas`);
    const resourceTypes = await get(transport, '/ResourceTypes', false);
    const config = await get(transport, '/ServiceProviderConfig', false);
    return {
      target: reach.target.display,
      schemas,
      ...defined({ resourceTypes, config }),
    };
  } finally {
    await transport.close();
  }
}

async function get(transport: Transport, target: string, needed: boolean): Promise<Json | undefined> {
  const sent = await transport.send(CLIENTS.rfc.plain({ method: 'GET', target, purpose: 'discover' }));
  if (sent.ok && sent.response.status === 200 && sent.response.body !== undefined) return sent.response.body;
  if (!needed) return undefined;
  const what = sent.ok
    ? `was answered ${sent.response.status}${sent.response.status === 200 ? ' without JSON' : ''}`
    : `failed: ${sent.failure.message}`;
  throw new Unusable(`GET ${target} ${what}`);
}

/**
 * Runs an action; a target that cannot be asked is told and gives exit code 3.
 *
 * @param io the process
 * @param action what to do
 */
export async function withTarget(io: Io, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    const { escapeTerminal } = await import('../../report/escape.js');
    io.err.write(`scim-check: ${escapeTerminal(error.message)}\n`);
    io.setExitCode(3);
  }
}
