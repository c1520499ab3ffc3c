import { afterAll, describe, expect, it } from 'vitest';
import type { Dialect } from '../../src/client/client.js';
import type { ExploreFault } from '../../src/event/exploration.js';
import type { Area, Defect } from '../../src/sample/defect.js';
import { DEFECTS } from '../../src/sample/defects/index.js';
import { VARIANTS } from '../../src/sample/variants/index.js';
import { loadScenario } from '../../src/scenario/load.js';
import { DIALECTS_OF } from '../proof/dialects.js';
import { mappingWith } from '../proof/matrix.js';
import { playSample } from '../proof/play.js';
import { EXEMPT } from './exempt.js';
import { type Explored, type ExploreOptions, exploreSample } from './explore-sample.js';

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
  'recreated-with-old-members': ['entra-default', 4],
  'inactive-loses-groups': ['rfc', 4],
  'one-of-two-removed': ['rfc', 4],
  'active-not-in-lists': ['rfc', 3],
  'lists-in-lower-case': ['entra-default', 3],
  'leading-zeros-lost': ['rfc', 1],
  'markup-escaped': ['rfc', 1],
  'replace-members-adds': ['rfc', 4],
  'deactivation-ignored': ['entra-default', 2],
};

/** After the first fault so many histories more: what they tell of the same defect is to have the same cause. */
const MORE_HISTORIES = 12;

/** What is looked at: all, the slice `2/8`, or names; each in turn with the place in the list. */
const [part = 1, parts = 1] = (process.env['EXPLORE_SLICE'] ?? '')
  .split('/')
  .map(Number)
  .filter((each) => each > 0);
const wanted = new Set((process.env['EXPLORE_NAMES'] ?? '').split(',').filter((name) => name !== ''));

/** The whole takes minutes: each line is told as soon as it is known. */
function tell(line: string): void {
  if (WHOLE) process.stdout.write(`${line}\n`);
}

let found = 0;
let looked = 0;
let alike = 0;
let pairs = 0;
let played = 0;
let replayed = 0;
const firsts: number[] = [];

/** Explores under one client until something is found, and some histories more. */
async function explore(
  defect: Defect,
  dialect: Dialect,
  more: number,
  save?: ExploreOptions['save'],
): Promise<Explored & { readonly first: number | undefined }> {
  const controller = new AbortController();
  let requests = 0;
  let first: number | undefined;
  let last = Number.POSITIVE_INFINITY;
  const explored = await exploreSample(
    { defects: [defect.name] },
    {
      dialects: [dialect],
      histories: 200,
      signal: controller.signal,
      ...mappingOf(defect),
      ...(save === undefined ? {} : { save }),
      onEvent: (event) => {
        if (event.type === 'exchange') requests += 1;
        if (event.type === 'explore-progress') last = first === undefined ? event.histories + more : last;
        if (event.type === 'explore-fault') first ??= requests;
        const isEnough = event.type === 'explore-progress' && first !== undefined && event.histories >= last;
        if (isEnough || (first !== undefined && more === 0) || requests > MOST_REQUESTS) controller.abort();
      },
    },
  );
  return { ...explored, first };
}

function mappingOf({ mapped }: Defect): Pick<ExploreOptions, 'mapping'> {
  return mapped === undefined ? {} : { mapping: mappingWith(mapped) };
}

/** Whether the first scenario that was saved fails on the defect, and on nothing else. */
async function isRegressionTest(defect: Defect, dialect: Dialect, text: string): Promise<boolean> {
  const { scenario } = loadScenario(text, 'saved.yaml');
  if (scenario === undefined) return false;
  const play = { scenarios: [scenario], seed: 99, ...mappingOf(defect) };
  const found = await playSample({ defects: [defect.name] }, [dialect], play);
  const { schemas: extraSchemas } = defect;
  const correct = await playSample({ ...(extraSchemas === undefined ? {} : { extraSchemas }) }, [dialect], play);
  return found.findings.length > 0 && correct.findings.length === 0;
}

/** Whether what is told of a defect is what a run tells. */
function isAlike({ check, also = {} }: Defect, checks: readonly string[]): boolean {
  const named = new Set<string>([...[check].flat(), ...Object.keys(also)]);
  return checks.every((each) => named.has(each));
}

/** A few in each test; all, or those that are asked for, in the proof. */
const taken = <T extends { readonly name: string }>(all: readonly T[]): readonly T[] =>
  all.filter(({ name }, index) => {
    if (!WHOLE) return index % EACH === 0;
    return wanted.size > 0 ? wanted.has(name) : index % parts === part - 1;
  });
const inAreas = DEFECTS.filter(({ area, name }) => AREAS.includes(area) && EXEMPT[name] === undefined);

const byHand = Object.entries(BY_HAND).flatMap(([name, [dialect, steps]]) =>
  DEFECTS.filter((defect) => defect.name === name).map((defect) => ({ name, defect, dialect, steps })),
);

describe('the proof of explore', () => {
  it('exempts only what there is', () => {
    expect(Object.keys(EXEMPT).filter((name) => !DEFECTS.some((defect) => defect.name === name))).toEqual([]);
    expect(Object.keys(BY_HAND).filter((name) => !DEFECTS.some((defect) => defect.name === name))).toEqual([]);
  });

  it.each(taken(inAreas).map((defect) => [defect.name, defect] as const))('looks for %s', async (name, defect) => {
    const dialects = defect.clients.flatMap((family) => DIALECTS_OF[family]);
    const told: string[] = [];
    let first: number | undefined;
    for (const dialect of dialects) {
      // The few of each test are looked for under all clients until one has found them.
      if (!WHOLE && first !== undefined) break;
      const saved: string[] = [];
      const explored = await explore(defect, dialect, WHOLE ? MORE_HISTORIES : 0, (file, text) => {
        saved.push(text);
        return file;
      });
      first = Math.min(explored.first ?? Number.POSITIVE_INFINITY, first ?? Number.POSITIVE_INFINITY);
      if (!Number.isFinite(first)) first = undefined;
      const checks = [...new Set(explored.findings.map(({ check }) => check))];
      if (checks.length === 0) continue;
      const [text] = saved;
      if (WHOLE && text !== undefined) {
        played += 1;
        if (await isRegressionTest(defect, dialect, text)) replayed += 1;
        else told.push(`saved under ${dialect}: does not fail as found`);
      }
      pairs += 1;
      alike += isAlike(defect, checks) ? 1 : 0;
      const steps = explored.faults.map(({ foundIn, steps: shortest }: ExploreFault) => `${foundIn} → ${shortest.length}`).join(', ');
      told.push(`${isAlike(defect, checks) ? ' ' : '≠'} ${dialect} ${checks.join(' ')} (${steps})`);
    }
    looked += 1;
    if (first !== undefined) {
      found += 1;
      firsts.push(first);
    }
    const place = `${looked} of ${taken(inAreas).length}`.padEnd(10);
    tell(`${place} ${first === undefined ? 'NOT' : 'ok '} ${name.padEnd(38)} ${first ?? '-'} requests  ${told.join('; ')}`);
    // The whole proof has a goal for all together; the few that are played in each test are found.
    if (!WHOLE) expect(first, name).toBeDefined();
  });

  it.each(taken(VARIANTS).map((variant) => [variant.name, variant] as const))('finds nothing on %s', async (name, variant) => {
    const families = variant.clients ?? (['entra', 'okta', 'rfc'] as const);
    const dialects = families.flatMap((family) => DIALECTS_OF[family]);
    const { findings } = await exploreSample({ variants: [name] }, { dialects, histories: WHOLE ? 60 : 8 });
    expect(findings.map(({ check, dialect, expected, received }) => ({ check, dialect, expected, received }))).toEqual([]);
  });

  it.each(WHOLE ? taken(byHand) : byHand.slice(0, 1))(
    'needs for $name at most one step more than a person',
    async ({ defect, name, dialect, steps }) => {
      const { faults } = await explore(defect, dialect, 0);
      tell(`    ${name.padEnd(38)} by hand ${steps}, explored ${faults[0]?.steps.length ?? '-'}`);
      expect(faults[0]?.steps.length ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(steps + 1);
    },
  );

  it.runIf(WHOLE && taken(inAreas).length >= 10)(`finds ${GOAL * 100} of a hundred`, () => {
    expect(found / looked).toBeGreaterThanOrEqual(GOAL);
  });

  afterAll(() => {
    const rate = (some: number, all: number): string => `${some} of ${all} (${all === 0 ? '-' : Math.round((some / all) * 1000) / 10} %)`;
    const median = firsts.sort((a, b) => a - b)[Math.floor(firsts.length / 2)];
    tell(`${rate(found, looked)} defects found, half of them within ${median ?? '-'} requests; ${Object.keys(EXEMPT).length} exempt`);
    tell(`${rate(replayed, played)} saved scenarios fail on their defect and pass on the sample`);
    tell(`${rate(alike, pairs)} pairs of client and defect are told with the causes that run tells`);
  });
});
