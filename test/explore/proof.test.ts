import { afterAll, describe, expect, it } from 'vitest';
import type { Dialect } from '../../src/client/client.js';
import type { ExploreFault } from '../../src/event/exploration.js';
import type { Area, Defect } from '../../src/sample/defect.js';
import { DEFECTS } from '../../src/sample/defects/index.js';
import { VARIANTS } from '../../src/sample/variants/index.js';
import { DIALECTS_OF } from '../proof/dialects.js';
import { mappingWith } from '../proof/matrix.js';
import { EXEMPT } from './exempt.js';
import { type Explored, exploreSample } from './explore-sample.js';

/** `npm run proof:explore` explores every defect and variant; `npm test` takes a few. */
const WHOLE = process.env['EXPLORE'] === 'whole';
const EACH = 29;

/** Areas whose defects change what the target holds or shows. */
const AREAS: readonly Area[] = ['activation', 'create', 'delete', 'groups', 'integrity', 'patch', 'put'];

/** What 60 seconds give at a hundred requests a second. */
const MOST_REQUESTS = 6000;

/** The share of the defects that must be found. */
const GOAL = 0.9;

/** The shortest history that a person has written down, in steps, under the client that shows it. */
const BY_HAND: Readonly<Record<string, readonly [Dialect, number]>> = {
  'active-not-returned': ['entra-default', 1],
  'active-string-ignored': ['entra-default', 2],
  'remove-ignored': ['rfc', 2],
  'put-ignores-active': ['okta-aiw', 2],
  'put-ignores-members': ['okta-aiw', 3],
  'patch-clears-nickname': ['rfc', 2],
  'value-path-wrong-element': ['entra-default', 2],
  'value-path-ignored': ['entra-default', 2],
  'second-operation-ignored': ['entra-default', 2],
  'replace-ignored': ['rfc', 2],
  'manager-string-ignored': ['entra-default', 3],
  'recreated-with-old-members': ['rfc', 5],
  'inactive-loses-groups': ['rfc', 4],
  'one-of-two-removed': ['rfc', 4],
  'active-not-in-lists': ['rfc', 3],
  'lists-in-lower-case': ['rfc', 2],
  'leading-zeros-lost': ['rfc', 1],
  'markup-escaped': ['rfc', 1],
  'replace-members-adds': ['rfc', 4],
  'deactivation-ignored': ['entra-default', 2],
};

/** The whole takes minutes: each line is told as soon as it is known. */
function tell(line: string): void {
  if (WHOLE) process.stdout.write(`${line}\n`);
}

let found = 0;
let looked = 0;

async function explore(defect: Defect, dialects: readonly Dialect[]): Promise<Explored> {
  const controller = new AbortController();
  let requests = 0;
  return await exploreSample(
    { defects: [defect.name] },
    {
      dialects,
      histories: 200,
      signal: controller.signal,
      ...(defect.mapped === undefined ? {} : { mapping: mappingWith(defect.mapped) }),
      onEvent: (event) => {
        if (event.type === 'exchange') requests += 1;
        if (event.type === 'explore-fault' || requests > MOST_REQUESTS * dialects.length) controller.abort();
      },
    },
  );
}

function lineOf(name: string, { findings, faults, requests }: Explored): string {
  const checks = [...new Set(findings.map(({ check }) => check))].join(' ');
  const steps = faults.map(({ foundIn, steps: shortest }: ExploreFault) => `${foundIn} → ${shortest.length} steps`).join(', ');
  return `${findings.length > 0 ? 'ok ' : 'NOT'} ${name.padEnd(38)} ${checks.padEnd(14)} ${steps}   ${requests} requests`;
}

const taken = <T>(all: readonly T[]): readonly T[] => all.filter((_, index) => WHOLE || index % EACH === 0);
const inAreas = DEFECTS.filter(({ area, name }) => AREAS.includes(area) && EXEMPT[name] === undefined);

describe('the proof of explore', () => {
  it('exempts only what there is', () => {
    expect(Object.keys(EXEMPT).filter((name) => !DEFECTS.some((defect) => defect.name === name))).toEqual([]);
    expect(Object.keys(BY_HAND).filter((name) => !DEFECTS.some((defect) => defect.name === name))).toEqual([]);
  });

  it.each(taken(inAreas).map((defect) => [defect.name, defect] as const))('looks for %s', async (_name, defect) => {
    const explored = await explore(
      defect,
      defect.clients.flatMap((family) => DIALECTS_OF[family]),
    );
    tell(lineOf(defect.name, explored));
    looked += 1;
    if (explored.findings.length > 0) found += 1;
    // The whole proof has a goal for all together; the few that are played in each test are found.
    if (!WHOLE) expect(explored.findings, defect.name).not.toEqual([]);
  });

  it.each(taken(VARIANTS).map((variant) => [variant.name, variant] as const))('finds nothing on %s', async (name, variant) => {
    const families = variant.clients ?? (['entra', 'okta', 'rfc'] as const);
    const dialects = families.flatMap((family) => DIALECTS_OF[family]);
    const { findings } = await exploreSample({ variants: [name] }, { dialects, histories: WHOLE ? 60 : 8 });
    expect(findings.map(({ check, dialect, expected, received }) => ({ check, dialect, expected, received }))).toEqual([]);
  });

  it.runIf(WHOLE).each(Object.entries(BY_HAND))('needs for %s at most one step more than a person', async (name, [dialect, steps]) => {
    const defect = DEFECTS.find((each) => each.name === name);
    if (defect === undefined) throw new Error(`there is no ${name}`);
    const { faults } = await explore(defect, [dialect]);
    tell(`    ${name.padEnd(38)} by hand ${steps}, explored ${faults[0]?.steps.length ?? '-'}`);
    expect(faults[0]?.steps.length ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(steps + 1);
  });

  it.runIf(WHOLE)(`finds ${GOAL * 100} of a hundred`, () => {
    expect(found / looked).toBeGreaterThanOrEqual(GOAL);
  });

  afterAll(() => {
    tell(`${found} of ${looked} defects found; ${Object.keys(EXEMPT).length} exempt`);
  });
});
