import { describe, expect, it } from 'vitest';
import { type RunEvent, run, UsageError } from '../../src/index.js';
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
    const onEvent = (event: RunEvent): void => {
      seen.push(event);
      if (event.type === 'scenario-finished') controller.abort();
    };
    const result = await run({ target: sample.url, token: TOKEN, clients: ['rfc'], signal: controller.signal, onEvent });
    expect(result.exitCode).toBe(130);
    expect(seen).toEqual(result.events);
    expect(JSON.stringify(result)).not.toContain(TOKEN);
    expect(sample.snapshot()).toEqual(held);
  });

  it('reads neither the environment nor a file, and refuses wrong options', async () => {
    await expect(run({ target: 'https://scim.invalid' })).rejects.toThrow(UsageError);
    await expect(run({ target: 'sample', jobs: 0 })).rejects.toThrow('flag --jobs');
  });
});
