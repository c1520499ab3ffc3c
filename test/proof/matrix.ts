import { schemasBeyondStandard } from '../../src/config/sample-schemas.js';
import { DEFAULT_MAPPING } from '../../src/mapping/default.js';
import type { Mapping } from '../../src/mapping/mapping.js';
import type { Defect, Variant } from '../../src/sample/defect.js';
import { inAll, inTurn } from './dialects.js';
import { playPart } from './part.js';
import { type Outcome, playSample } from './play.js';
import type { FirstFinding, Proven } from './total.js';
import { playTouched } from './touched.js';

/** What one defect turned red. */
export interface Proof {
  readonly name: string;
  /** The checks that must be red. */
  readonly named: readonly string[];
  readonly outcome: Outcome;
  /** The named checks that are not red. */
  readonly missing: readonly string[];
  /** Checks that are red and neither named nor explained. */
  readonly unrelated: readonly string[];
}

/** Where a defect touches nearly all, each client plays one in three scenarios, and the clients different ones. */
const THIRDS = 3;

/**
 * What is played: what a defect or variant touches, by one dialect of each family in turn or by all of them, or all there is
 * (`npm run proof`).
 */
export type Extent = 'touched in turn' | 'touched' | 'whole';

/** Where the one does not show the named checks alone, the next is played after all. */
const NEXT: Readonly<Record<Extent, Extent | undefined>> = { 'touched in turn': 'touched', touched: 'whole', whole: undefined };

/**
 * Plays the default scenarios against the sample with one defect, with the clients that it concerns.
 *
 * @param defect the defect
 * @param extent what is played at first
 */
export async function proveDefect(defect: Defect, extent: Extent): Promise<Proof> {
  const named: readonly string[] = [defect.check].flat().filter((id) => id !== '');
  const mapping = defect.mapped === undefined ? undefined : mappingWith(defect.mapped);
  // An app has what its mapping exchanges.
  const sample = { defects: [defect.name], ...(mapping === undefined ? {} : { extraSchemas: schemasBeyondStandard(mapping) }) };
  // The recordings know no other mapping than the usual one.
  const inPart = extent !== 'whole' && mapping === undefined;
  const turn = defect.name.length;
  const dialects = extent === 'touched in turn' ? inTurn(defect.clients, turn) : inAll(defect.clients);
  const play = inPart ? ((await playTouched(sample, dialects)) ?? playPart(THIRDS, turn)) : undefined;
  const outcome = await playSample(sample, dialects, { mapping, play });
  const also = new Set(Object.keys(defect.also ?? {}));
  const red = new Set(outcome.findings.map((finding) => finding.check));
  const missing = defect.aborts === true && outcome.aborted === 'unusable' ? [] : named.filter((id) => !red.has(id));
  const unrelated = [...red].filter((id) => !named.includes(id) && !also.has(id));
  const next = NEXT[extent];
  // What is left out may have cleared a check that is blamed now, or have shown one that is not.
  if (next !== undefined && missing.length + unrelated.length > 0) return await proveDefect(defect, next);
  return {
    name: defect.name,
    named,
    outcome,
    missing,
    unrelated,
  };
}

/**
 * Plays the default scenarios against the sample with one legal variant, with the clients for which it is legal. One that shows nearly
 * everywhere is played in company: where nothing is found of several, nothing is found of each.
 *
 * @param variant the variant
 * @param company others that may be there as well, and itself
 * @param extent what is played
 */
export async function proveVariant(variant: Variant, company: readonly Variant[], extent: Extent): Promise<Outcome> {
  const dialects = inAll(variant.clients ?? FAMILIES);
  const sample = { variants: [variant.name] };
  const play = extent === 'whole' ? undefined : await playTouched(sample, dialects);
  if (extent !== 'whole' && play === undefined) {
    const outcome = await playTogether(company);
    if (isSilent(outcome)) return outcome;
  }
  return await playSample(sample, dialects, { play });
}

const FAMILIES = ['entra', 'okta', 'rfc'] as const;
const together = new WeakMap<readonly Variant[], Promise<Outcome>>();

/** Plays a server that has all variants of a company, once for all of them. */
function playTogether(company: readonly Variant[]): Promise<Outcome> {
  const variants = company.map(({ name }) => name);
  const played = together.get(company) ?? playSample({ variants }, inAll(company[0]?.clients ?? FAMILIES));
  together.set(company, played);
  return played;
}

function isSilent({ findings, aborted }: Outcome): boolean {
  return findings.length === 0 && aborted === undefined;
}

/** The default mapping with further target paths. */
export function mappingWith(paths: NonNullable<Defect['mapped']>): Mapping {
  const rows = paths.map((path) => {
    const row = typeof path === 'string' ? { name: path } : path;
    return { ...row, type: 'String', filterable: false, required: false } as const;
  });
  return { ...DEFAULT_MAPPING, users: [...(DEFAULT_MAPPING.users ?? []), ...rows] };
}

/** One line of the matrix: `op-case-sensitive  SC2101  entra-default`. */
export function lineOf({ name, outcome, missing, unrelated }: Proof): string {
  const checks = [...new Set(outcome.findings.map((finding) => finding.check))].map((check) => {
    const dialects = outcome.findings.filter((finding) => finding.check === check).map((finding) => finding.dialect);
    return `${check} (${[...new Set(dialects)].join(', ')})`;
  });
  const verdict = missing.length === 0 && unrelated.length === 0 ? 'ok ' : 'NOT';
  return `${verdict} ${name.padEnd(38)} ${outcome.aborted === undefined ? checks.join(' ') : `target ${outcome.aborted}`}`;
}

/** What a defect's proof brings to the total. */
export function provenOf(proof: Proof): Proven {
  const missing = new Set(proof.missing);
  const found = proof.outcome.aborted === undefined ? proof.named.filter((id) => !missing.has(id)) : [];
  const { name, missing: unfound, unrelated } = proof;
  return { name, kind: 'defect', found, missing: unfound, others: unrelated, firsts: firstsOf(proof), line: lineOf(proof) };
}

/** The first finding of each client that has one, in the order in which the report tells them. */
function firstsOf({ named, outcome }: Proof): FirstFinding[] {
  const dialects = [...new Set(outcome.findings.map(({ dialect }) => dialect))];
  return dialects.flatMap((dialect) => {
    const first = outcome.findings.find((finding) => finding.dialect === dialect);
    return first === undefined ? [] : [{ dialect, check: first.check, isRight: named.includes(first.check) }];
  });
}
