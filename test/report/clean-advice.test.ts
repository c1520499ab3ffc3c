import { expect, test } from 'vitest';
import type { RunEvent, RunStarted } from '../../src/event/event.js';
import { cleanCommand } from '../../src/report/clean-advice.js';
import { cleanRun } from './events.js';

function adviceFor(command: readonly string[]): string {
  const [first, ...rest] = cleanRun();
  if (first?.type !== 'run-started') throw new Error('no first event');
  const started: RunStarted = { ...first, target: 'https://scim.example/v2', command };
  const events: RunEvent[] = [started, ...rest];
  return cleanCommand({ events });
}

test('the advice has all options by which the target was reached, and no others', () => {
  const way = ['--auth-scheme', 'basic', '--token-env', 'STAGING', '--ca', './ca.pem', '--oauth-client-id', 'my client'];
  expect(adviceFor(['--mapping', 'acme.yaml', ...way, '--domain', 'corp.example'])).toBe(
    "scim-check clean --target https://scim.example/v2 --auth-scheme basic --token-env STAGING --ca ./ca.pem --oauth-client-id 'my client'",
  );
  expect(adviceFor([])).toBe('scim-check clean --target https://scim.example/v2');
});
