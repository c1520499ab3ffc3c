import { describe, expect, it } from 'vitest';
import { type CheckOptions, type RunEvent, run, UsageError } from '../../src/index.js';
import { sampleTarget, TOKEN } from './target.js';

describe('the library', () => {
  it('answers with verdicts, findings, events, exit code and report', async () => {
    const result = await run({
      target: 'sample',
      clients: ['entra'],
      scenarios: ['users/duplicate'],
      defects: ['duplicate-400'],
      seed: 5,
    });
    expect(result.exitCode).toBe(1);
    expect(result.verdicts).toMatchObject([{ client: 'entra', verdict: 'not-ready' }]);
    expect(result.findings[0]?.check).toBe('SC1208');
    expect(result.events[0]).toMatchObject({ type: 'run-started', seed: 5 });
    expect(result.events.at(-1)?.type).toBe('run-finished');
    expect(result.report.verdicts).toEqual({ entra: 'not-ready' });
  });

  it('tells events as they happen, without the token, and stops when it is asked to', async () => {
    const sample = await sampleTarget();
    const held = sample.snapshot();
    const controller = new AbortController();
    const seen: RunEvent[] = [];
    const running = run({ target: sample.url, token: TOKEN, clients: ['rfc'], signal: controller.signal });
    for await (const event of running) {
      seen.push(event);
      if (event.type === 'scenario-finished') controller.abort();
    }
    const result = await running;
    expect(result.exitCode).toBe(130);
    expect(seen).toEqual(result.events);
    expect(JSON.stringify(result)).not.toContain(TOKEN);
    expect(sample.snapshot()).toEqual(held);
  });

  it('gives all events to whoever comes late, or again', async () => {
    const running = run({ target: 'sample', clients: ['rfc'], scenarios: ['users/joiner'] });
    for await (const event of running) if (event.type === 'step-finished') break;
    const { events } = await running;
    const again: RunEvent[] = [];
    for await (const event of running) again.push(event);
    expect(again).toEqual(events);
  });

  it('fails in a loop as it fails when it is awaited', async () => {
    const running = run({ target: 'sample', jobs: 0 });
    await expect(async () => {
      for await (const event of running) expect(event).toBeUndefined();
    }).rejects.toThrow('option jobs');
  });

  it.each([
    [{ target: 'https://scim.invalid' }, 'no token is given', 'Give it: token, or oauth.'],
    [{ target: '' }, /^option target: /, undefined],
    [{ target: 'sample', jobs: 0 }, 'option jobs: "0" is not a whole number from 1 to 64', undefined],
    [{ target: 'sample', jobs: null }, /^option jobs: "null" is not a whole number/, undefined],
    [{ target: 'sample', clients: ['otka'] }, 'option clients: there is no client "otka"', 'Did you mean "okta"?'],
    [{ target: 'sample', scenarios: ['user/joiner'] }, /^option scenarios: /, undefined],
    [{ target: 'sample', client: ['okta'] }, 'there is no option "client"', 'Did you mean "clients"?'],
    [{ target: 'sample', oauth: { tokenURL: 'x', clientId: 'y' } }, 'there is no option "oauth.tokenURL"', 'Did you mean "tokenUrl"?'],
    [{ target: 'https://scim.invalid', token: ' ' }, 'the token from the option token is empty', undefined],
    [
      { target: 'https://scim.invalid', oauth: { tokenUrl: 'https://a.invalid' } },
      'no OAuth client is given',
      'Name it: option oauth.clientId ID.',
    ],
    [{ target: 'sample', mapping: 'rotly' }, 'option mapping: there is no mapping "rotly"', 'Did you mean "rootly"?'],
    [{ target: 'https://scim.invalid', token: 'a', defects: ['lost-member'] }, /^option defects applies to the sample only/, undefined],
  ])('refuses %j in its own words', async (options, message, hint) => {
    const error = await run(options as unknown as CheckOptions).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    const { message: told, hint: advice = '' } = error as UsageError;
    if (typeof message === 'string') expect(told).toBe(message);
    else expect(told).toMatch(message);
    if (hint !== undefined) expect(advice).toBe(hint);
    expect(`${told} ${advice}`).not.toMatch(/--[a-z]|\bflag\b|SCIM_CHECK_/);
  });
});
