import { expect, it } from 'vitest';
import { cleanCommand } from '../../src/report/clean-advice.js';

const advice = (ledger: string) =>
  cleanCommand({
    events: [{ type: 'cleanup', created: 1, deleted: 0, left: [], ledger }],
    cleanup: { type: 'cleanup', created: 1, deleted: 0, left: [], ledger },
  });

it('the command to clean up works from wherever it is typed: another folder of the same name is another folder', () => {
  expect(advice('.scim-check/ledger-r1.ndjson')).toBe('scim-check clean --target URL');
  expect(advice('/elsewhere/.scim-check/ledger-r1.ndjson')).toBe('scim-check clean --target URL --ledger /elsewhere/.scim-check');
  expect(advice("/it's here/ledger-r1.ndjson")).toBe("scim-check clean --target URL --ledger '/it'\\''s here'");
});
