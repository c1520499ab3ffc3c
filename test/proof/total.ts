import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKS } from '../../src/check/catalogue.js';

/** What the proof of one defect or variant came to. */
export interface Proven {
  readonly name: string;
  readonly kind: 'defect' | 'variant';
  /** Checks that the defect names and that were red. */
  readonly found: readonly string[];
  /** Checks that the defect names and that were not red. */
  readonly missing: readonly string[];
  /** Red checks that are neither named nor explained; of a variant, all. */
  readonly others: readonly string[];
  /** The first finding of each client that has one. */
  readonly firsts: readonly FirstFinding[];
  /** The line of the matrix. */
  readonly line: string;
}

/** What a client's run says first, where most readers stop. */
export interface FirstFinding {
  readonly dialect: string;
  readonly check: string;
  /** It is a check that the defect names. */
  readonly isRight: boolean;
}

const FOLDER = 'PROOF_FOLDER';

/**
 * The figures of the whole proof, in words.
 *
 * @param proven every defect and variant
 * @param checks ids of the catalogue
 */
export function totalOf(proven: readonly Proven[], checks: readonly string[]): string {
  const defects = proven.filter((each) => each.kind === 'defect');
  const variants = proven.filter((each) => each.kind === 'variant');
  const named = defects.filter((each) => each.missing.length === 0);
  const byOthers = defects.filter((each) => each.missing.length > 0 && each.found.length + each.others.length > 0);
  const missed = defects.filter((each) => each.missing.length > 0 && each.found.length + each.others.length === 0);
  const unrelated = defects.filter((each) => each.others.length > 0);
  const alarms = variants.filter((each) => each.others.length > 0);
  const red = new Set(defects.flatMap((each) => each.found));
  const rate = defects.length === 0 ? 0 : (100 * (named.length + byOthers.length)) / defects.length;
  const firsts = defects.flatMap(({ name, firsts: each }) => each.map((first) => ({ name, ...first })));
  const right = firsts.filter(({ isRight }) => isRight);
  const wrong = firsts.filter(({ isRight }) => !isRight).map(({ name, dialect, check }) => `${name}: ${check} ${dialect}`);
  const unproven = checks.filter((id) => !red.has(id));
  return [
    `checks proven by a defect       ${red.size} of ${checks.length}${unproven.length === 0 ? '' : ` (not ${unproven.join(', ')})`}`,
    `defects found by their check    ${named.length} of ${defects.length}`,
    `found by other checks alone     ${byOthers.length}${namesOf(byOthers)}`,
    `missed                          ${missed.length}${namesOf(missed)}`,
    `with an unrelated check red     ${unrelated.length}${namesOf(unrelated)}`,
    `variants with a false alarm     ${alarms.length} of ${variants.length}${namesOf(alarms)}`,
    `detection rate                  ${rate.toFixed(1)} %`,
    `right cause comes first         ${right.length} of ${firsts.length} clients${wrong.length === 0 ? '' : ` (${wrong.join(', ')})`}`,
    `rate of right causes            ${(firsts.length === 0 ? 0 : (100 * right.length) / firsts.length).toFixed(1)} %`,
  ].join('\n');
}

function namesOf(proven: readonly Proven[]): string {
  return proven.length === 0 ? '' : ` (${proven.map((each) => each.name).join(', ')})`;
}

/**
 * Hands what one file of the proof has found to the total, where one is asked for (`npm run proof`).
 *
 * @param file name of the file
 * @param proven what it has found
 */
export function hand(file: string, proven: readonly Proven[]): void {
  const folder = process.env[FOLDER];
  if (folder !== undefined) writeFileSync(join(folder, `${file}.json`), JSON.stringify(proven));
}

/** Global set-up of `npm run proof`: the files run in several processes, and their figures are added up at the end. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'scim-check-proof-'));
  process.env[FOLDER] = folder;
  return () => {
    const proven = readdirSync(folder).flatMap((file): Proven[] => JSON.parse(readFileSync(join(folder, file), 'utf8')));
    rmSync(folder, { recursive: true });
    const lines = proven.map((each) => each.line).sort();
    process.stdout.write(`${lines.join('\n')}\n\n${totalOf(proven, [...CHECKS.keys()])}\n`);
  };
}
