import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type TestContext } from 'vitest';
import { run } from '../../src/index.js';
import { documented, documentedLeft } from './documented.js';
import { startServer } from './server.js';

/**
 * Plays all clients against a server of somebody else's and holds the findings against those that its page documents:
 * neither a new one nor a lost one passes, and nothing that the run created may be left behind, unless the page says why.
 *
 * @param name folder of the server and name of its page
 * @param settings the words of the page for this way of running the server
 * @param args what its start script is given
 */
export async function expectDocumented(context: TestContext, name: string, settings: string, ...args: readonly string[]): Promise<void> {
  const server = await startServer(name, ...args);
  if ('missing' in server) {
    if (process.env['SCIM_CHECK_SERVERS'] === 'install') throw new Error(server.missing);
    return context.skip(server.missing);
  }
  try {
    const result = await run({
      target: server.url,
      token: server.token,
      clients: ['entra', 'okta', 'rfc'],
      seed: 7,
      ledger: mkdtempSync(join(tmpdir(), 'scim-check-servers-ledger-')),
    });
    const evidence = new Map(result.findings.map((each) => [`${each.check} ${each.dialect}`, each]));
    const known = documented(name, settings);
    const undocumented = [...evidence].filter(([key]) => !known.includes(key)).sort(([a], [b]) => a.localeCompare(b));
    const vanished = known.filter((key) => !evidence.has(key));
    expect({
      undocumented: undocumented.map(
        ([key, each]) => `${key}, ${each.scenario ?? ''}:${each.step ?? ''}: ${each.sent ?? ''} -> ${each.received}`,
      ),
      vanished,
    }).toEqual({ undocumented: [], vanished: [] });
    const left = result.events.filter((event) => event.type === 'cleanup').flatMap((event) => event.left);
    const wanted = documentedLeft(name, settings);
    if (wanted === 'every user') expect(new Set(left.map(({ resourceType }) => resourceType))).toEqual(new Set(['User']));
    else expect(left.length, JSON.stringify(left)).toBe(wanted);
  } finally {
    await server.stop();
  }
}
