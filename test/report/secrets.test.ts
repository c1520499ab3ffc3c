import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { run } from '../../src/index.js';
import { REPORTERS, renderSaved } from '../../src/report/registry.js';
import { ENCODINGS, OTHERS } from '../redact/encodings.js';
import { leakFinder } from '../redact/leaks.js';

const TOKEN = 'Zq7.vX2-mK9_pLw4RtY8sHd3+fGb6/NcJ1=uEa5~Ti0';
const IN_QUERY = 'q5WnB8-xR3kV7zM1pD9';
const SCIM = { 'content-type': 'application/scim+json' };

/** Where texts are cut: in findings, in what an event keeps of a body, and nowhere. */
const BEFORE_CUT = [300, 64 * 1024, 0];

interface Echo {
  /** The secret, so far behind other text that a cut falls into it. */
  readonly echo: string;
  /** The same with less before it, for places where only short texts are cut. */
  readonly near: string;
}

/** Both secrets in every encoding, each before places where a text is cut, so that every length of it comes before a cut. */
function* echoes(): Generator<Echo> {
  for (let turn = 0; ; turn++)
    for (const secret of [TOKEN, IN_QUERY])
      for (const encode of Object.values({ ...ENCODINGS, ...OTHERS })) {
        const written = encode(secret);
        const length = BEFORE_CUT[turn % BEFORE_CUT.length] ?? 0;
        const before = Math.max(0, length - 40 - ((turn * 7 + written.length) % (written.length + 40)));
        const after = (characters: number): string => `${'lorem '.repeat(characters / 6)}${written} ipsum`;
        yield { echo: after(before), near: after(Math.min(before, 300)) };
      }
}

const leaksIn = leakFinder([TOKEN, IN_QUERY]);

describe('secrets that a target gives back', () => {
  it('stand in no report: in any encoding, in any place, however the text is cut', async () => {
    const next = echoes();
    let sent = 0;
    const server = createServer((incoming, outgoing) => {
      incoming.resume();
      const { echo, near } = next.next().value as Echo;
      sent += 1;
      // Headers hold less, and no line breaks.
      outgoing.setHeader('X-Echo', echo.slice(-2000).replace(/[^\x20-\x7e]/g, ' '));
      outgoing.setHeader('ETag', `W/"${echo.slice(-200).replace(/[^\x20-\x7e]/g, ' ')}"`);
      const places = { displayName: echo, nickName: [near], [`x ${near}`]: 1, meta: { location: `http://x/Users/${near}`, version: near } };
      const list = { schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'], totalResults: 0, Resources: [], ...places };
      const error = { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '500', detail: echo, scimType: near };
      if (incoming.method === 'GET') {
        const filtered = (incoming.url ?? '').includes('filter=');
        if (filtered && sent % 5 !== 0) outgoing.writeHead(200, SCIM).end(JSON.stringify(list));
        else if (sent % 3 === 0) outgoing.writeHead(200, { 'content-type': 'text/html' }).end(`<html>${echo}`);
        else
          outgoing.writeHead(sent % 3 === 1 ? 200 : 500, SCIM).end(JSON.stringify(sent % 3 === 1 ? { ...list, schemas: [near] } : error));
      } else if (incoming.method === 'POST' && sent % 4 !== 0) {
        const id = sent % 2 === 0 ? `${sent}` : near;
        const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User'];
        outgoing.writeHead(201, SCIM).end(JSON.stringify({ schemas, id, userName: near, ...places }));
      } else outgoing.writeHead(sent % 2 === 0 ? 400 : 500, SCIM).end(sent % 8 < 4 ? JSON.stringify(error) : `{"detail": ${echo}`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}/scim?key=${IN_QUERY}`;
    const ledger = mkdtempSync(join(tmpdir(), 'scim-check-secrets-'));
    const { events, ...result } = await run({
      target,
      token: TOKEN,
      clients: ['rfc'],
      // Most of the run is waiting for what never comes right: so many wait at the same time.
      jobs: 8,
      ledger,
      seed: 3,
    });
    expect(result.findings.length).toBeGreaterThan(5);
    // Both secrets, in every encoding, before every place where a text is cut.
    expect(sent).toBeGreaterThan(2 * BEFORE_CUT.length * Object.keys({ ...ENCODINGS, ...OTHERS }).length);
    for (const [name, reporter] of Object.entries(REPORTERS)) {
      let text = '';
      const write = (part: string): void => {
        text += part;
      };
      await renderSaved(events, reporter, { write, summary: write, columns: 120, colour: 0, interactive: false });
      expect(text.length).toBeGreaterThan(1000);
      expect(leaksIn(text), name).toEqual([]);
    }
    expect(leaksIn(JSON.stringify(result))).toEqual([]);
    expect(
      leaksIn(
        readdirSync(ledger)
          .map((name) => readFileSync(join(ledger, name), 'utf8'))
          .join(),
      ),
    ).toEqual([]);
  });

  it('are found by this test where they stand', () => {
    for (const encode of [ENCODINGS['verbatim'], ENCODINGS['base64'], ENCODINGS['hex'], OTHERS['reversed']])
      expect(leaksIn(`x ${encode?.(TOKEN)} y`)).not.toEqual([]);
  });
});
