import { expect, it } from 'vitest';
import { scenariosNamed } from '../scenario/shipped.js';
import { playSample } from './harness.js';

const SCENARIO = 'connection/test-connection';

it.each(['entra-default', 'okta-oin', 'rfc'] as const)(
  '%s tests the connection with its credential, then with a wrong one and with none',
  async (dialect) => {
    const { exchanges, findings } = await playSample({}, { dialects: [dialect], scenarios: scenariosNamed(SCENARIO) });
    expect(findings).toEqual([]);
    const statuses = [1, 2, 3].map((step) => [
      ...new Set(exchanges.flatMap((each) => (each.step === step && each.scenario === SCENARIO ? [each.response?.status] : []))),
    ]);
    expect(statuses).toEqual([[200], [401], [401]]);
  },
);
