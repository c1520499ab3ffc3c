import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { defectsOf } from '../../src/event/defects.js';
import { newRecord, record } from '../../src/report/record.js';
import { findWord } from '../../src/report/repro/find-word.js';
import { reproScript } from '../../src/report/repro/script.js';
import { exchange, finding, NASTY, started } from './events.js';

const cwd = mkdtempSync(join(tmpdir(), 'repro-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
// Shows what it is given in place of sending it.
writeFileSync(join(cwd, 'curl'), '#!/bin/sh\ncat; printf "<%s>" "$@"; echo; echo \'{"id":"new-1"}\'\n');
chmodSync(join(cwd, 'curl'), 0o755);

const HOSTILE = `'; touch pwned; ' $(touch pwned) \`touch pwned\` "\${HOME}" \\ ${NASTY}`;
const TARGET = 'https://scim.example.com/v2';

function scriptOf(id: string, command: readonly string[] = []): string {
  const run = newRecord();
  const user = { schemas: [], userName: `ada.sc1234567@example.com ${HOSTILE}` };
  const created = exchange('E1', 'entra-default', {
    scenario: 'users/mover',
    request: { method: 'POST', url: `${TARGET}/Users`, headers: [['Content-Type', `x${HOSTILE}`]], body: JSON.stringify(user) },
    response: { status: 201, headers: [], body: JSON.stringify({ ...user, id }), truncated: false, milliseconds: 1 },
  });
  const shown = exchange('E2', 'entra-default', {
    scenario: 'users/mover',
    request: {
      method: 'PATCH',
      url: `${TARGET}/Users/${id === HOSTILE ? 'x' : encodeURIComponent(id)}`,
      headers: [['Authorization', '$SCIM_CHECK_TOKEN']],
      body: HOSTILE,
    },
  });
  const told = finding('F1', 'entra-default', {
    exchange: 'E2',
    expected: HOSTILE,
    received: HOSTILE,
    title: `${HOSTILE}\ntouch pwned`,
    fix: HOSTILE,
  });
  for (const event of [{ ...started(['entra-default']), command }, created, shown, told]) record(run, event, true);
  return defectsOf(run.findings).flatMap((defect) => reproScript(run, defect) ?? [])[0] ?? '';
}

const play = (script: string): string => {
  writeFileSync(join(cwd, 'script.sh'), script);
  const env = { PATH: `${cwd}:${process.env['PATH'] ?? ''}`, SCIM_URL: 'https://elsewhere.example/scim/', SCIM_CHECK_TOKEN: 'the-token' };
  return execFileSync('sh', ['script.sh'], { cwd, env, encoding: 'utf8' });
};

describe('the script of a defect', () => {
  it('says which token to take where the run asked for them', () => {
    const said = '# SCIM_CHECK_TOKEN is then an access token that your token endpoint has given.';
    expect(scriptOf('8f2c', ['--oauth-token-url', 'https://id.example/token'])).toContain(said);
    expect(scriptOf('8f2c', ['--token-env', 'TOKEN'])).not.toContain(said);
  });

  it.each(['8f2c', HOSTILE, 'a@b c', '$(touch pwned)'])('runs nothing that a server has said: id %j', (id) => {
    const output = play(scriptOf(id));
    expect(existsSync(join(cwd, 'pwned'))).toBe(false);
    expect(output).toContain("'; touch pwned; ' ");
  });

  it('sends to the URL that it is given, with the credential on standard input and names that are new', () => {
    const script = scriptOf('8f2c');
    const output = play(script);
    expect(script).not.toContain(TARGET);
    expect(output).toContain('<https://elsewhere.example/scim/Users>');
    expect(output).toContain('header = "Authorization: Bearer the-token"');
    expect(output).not.toContain('<the-token');
    expect(output).not.toContain('sc1234567');
    expect(output).toMatch(/ada\.sc\d+x1@example\.com/);
  });

  it('takes short ids for ids only where they stand alone: a year is no id', () => {
    const script = scriptOf('19');
    expect(script).toContain(`'/Users/'"$id_1"''`);
    expect(script).toContain('What entra-default sent');
    expect(findWord('2019-01-19 "19"', '19')).toBe(12);
    expect(findWord('/Users/19?x=1', '19')).toBe(7);
    expect(findWord('"value":"191"', '19')).toBe(-1);
  });

  it('has no line that steers a terminal', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(scriptOf(HOSTILE)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/);
  });
});
