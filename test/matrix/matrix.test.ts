import { describe, expect, it } from 'vitest';
import { DEFECTS } from '../../src/sample/defects/index.js';
import { DIALECTS_OF } from '../proof/dialects.js';
import { mappingWith } from '../proof/matrix.js';
import { CONDITIONS, type Condition, playUnder } from './conditions.js';

/** `npm run proof:matrix` plays every defect under every condition; `npm test` takes each defect in turn with one of them. */
const WHOLE = process.env['MATRIX'] === 'whole';
const SAMPLE = 9;

const ALL = DIALECTS_OF.entra.concat(DIALECTS_OF.okta, DIALECTS_OF.rfc);

describe.each(CONDITIONS.map((condition, index) => [condition.name, condition, index] as const))('%s', (_name, condition, index) => {
  it(condition.ready === true ? 'leaves a correct server ready' : 'leaves a correct server free of findings', async () => {
    const { findings, verdicts } = await playUnder(condition, {}, ALL);
    expect(
      findings
        .filter((each) => !isOfSchemas(each.check, condition))
        .map(({ check, dialect, expected, received }) => ({ check, dialect, expected, received })),
    ).toEqual([]);
    if (condition.ready === true)
      expect(verdicts.map(({ verdict, reason }) => [verdict, reason])).toEqual(verdicts.map(() => ['ready', undefined]));
  });

  const defects = DEFECTS.filter((_, at) => WHOLE || at % (SAMPLE * CONDITIONS.length) === index * SAMPLE).filter(
    ({ name }) => condition.takesAway?.includes(name) !== true,
  );
  it.each(defects.map((defect) => [defect.name, defect] as const))('does not let %s be ready', async (_defect, defect) => {
    const mapping = defect.mapped === undefined ? undefined : mappingWith(defect.mapped);
    const dialects = defect.clients.flatMap((family) => DIALECTS_OF[family]);
    const { findings, verdicts, aborted } = await playUnder(condition, { defects: [defect.name] }, dialects, { mapping });
    const named = new Set<string>([defect.check].flat());
    const found = aborted === 'unusable' || findings.some((finding) => named.has(finding.check));
    const ready = verdicts
      .filter(({ verdict, client }) => verdict.startsWith('ready') && condition.believedBy?.includes(client) !== true)
      .map(({ client }) => client);
    expect(found ? [] : ready, `${defect.name}: ${findings.map((each) => `${each.check} ${each.dialect}`).join(', ')}`).toEqual([]);
  });
});

/** That /Schemas is not as it should be is a finding of its own. */
function isOfSchemas(check: string, condition: Condition): boolean {
  return condition.name.startsWith('/Schemas') && /^SC16/.test(check);
}
