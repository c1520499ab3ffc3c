import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../src/client/client.js';
import type { Defect } from '../../src/sample/defect.js';
import { DEFECTS } from '../../src/sample/defects/index.js';
import { inAll, inTurn } from '../proof/dialects.js';
import { mappingWith } from '../proof/matrix.js';
import { playPart } from '../proof/part.js';
import type { Settings } from '../proof/play.js';
import { playTouched } from '../proof/touched.js';
import { CONDITIONS, type Condition, playUnder } from './conditions.js';

/** `npm run proof:matrix` plays every defect under every condition; `npm test` takes some of them with one each. */
const WHOLE = process.env['MATRIX'] === 'whole';
const SAMPLE = 14;
/** Where a defect shows nearly everywhere, one in so many scenarios is played. */
const PARTS = 3;

const FAMILIES = ['entra', 'okta', 'rfc'] as const;

describe.each(CONDITIONS.map((condition, index) => [condition.name, condition, index] as const))('%s', (_name, condition, index) => {
  it(condition.ready === true ? 'leaves a correct server ready' : 'leaves a correct server free of findings', async () => {
    const { findings, verdicts } = await playUnder(condition, {}, WHOLE ? inAll(FAMILIES) : inTurn(FAMILIES, index));
    expect(
      findings
        .filter((each) => !isOfSchemas(each.check, condition) && condition.brings?.includes(each.check) !== true)
        .map(({ check, dialect, expected, received }) => ({ check, dialect, expected, received })),
    ).toEqual([]);
    if (condition.ready === true)
      expect(verdicts.map(({ verdict, reason }) => [verdict, reason])).toEqual(verdicts.map(() => ['ready', undefined]));
  });

  const defects = DEFECTS.filter((_, at) => WHOLE || at % (SAMPLE * CONDITIONS.length) === index * SAMPLE).filter(
    ({ name }) => condition.takesAway?.includes(name) !== true,
  );
  it.each(defects.map((defect) => [defect.name, defect] as const))('does not let %s be ready', async (_defect, defect) => {
    if (!WHOLE && (await isFoundInPart(condition, defect, inTurn(defect.clients, index)))) return;
    // What was left out may be what shows it, and some defects show under one dialect alone.
    const { ready, findings } = await readyUnder(condition, defect, inAll(defect.clients));
    expect(ready, `${defect.name}: ${findings.map((each) => `${each.check} ${each.dialect}`).join(', ')}`).toEqual([]);
  });
});

/** Whether the plays that the defect touches on the usual server show it. Clients that play no more than these are never ready. */
async function isFoundInPart(condition: Condition, defect: Defect, dialects: readonly Dialect[]): Promise<boolean> {
  const play = (await playTouched({ defects: [defect.name] }, dialects)) ?? playPart(PARTS, dialects.length);
  return (await readyUnder(condition, defect, dialects, play)).isFound;
}

/** The clients for which a server with the defect is ready although its check has not failed. */
async function readyUnder(condition: Condition, defect: Defect, dialects: readonly Dialect[], play?: Settings['play']) {
  const mapping = defect.mapped === undefined ? undefined : mappingWith(defect.mapped);
  const { findings, verdicts, aborted } = await playUnder(condition, { defects: [defect.name] }, dialects, { mapping, play });
  const named = new Set<string>([defect.check].flat());
  const isFound = aborted === 'unusable' || findings.some((finding) => named.has(finding.check));
  const ready = verdicts
    .filter(
      ({ verdict, client }) =>
        (verdict.startsWith('ready') || condition.brings !== undefined) && condition.believedBy?.includes(client) !== true,
    )
    .map(({ client }) => client);
  return { ready: isFound ? [] : ready, isFound, findings };
}

/** That /Schemas is not as it should be is a finding of its own. */
function isOfSchemas(check: string, condition: Condition): boolean {
  return condition.name.startsWith('/Schemas') && /^SC16/.test(check);
}
