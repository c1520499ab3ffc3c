import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { CHECKS } from '../../src/check/catalogue.js';
import { DEFECTS } from '../../src/sample/defects/index.js';
import { SCENARIOS } from '../scenario/shipped.js';

/** A kind of failure, and why no scenario provokes it. */
interface Failure {
  readonly title: string;
  readonly unseen?: string;
}

/** Absolute path of a file in docs/. */
export function docFile(name: string): string {
  return fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));
}

/** The failures by number. */
export const FAILURES = parse(readFileSync(docFile('failures.yaml'), 'utf8')) as Readonly<Record<string, Failure>>;

/** Scenarios that name each failure. */
export function scenariosOf(number: string): string[] {
  return SCENARIOS.filter((scenario) => scenario.failures?.includes(number)).map((scenario) => scenario.id);
}

/** Checks that name each failure among their authorities. */
function checksOf(number: string): string[] {
  return [...CHECKS.values()]
    .filter((check) => check.authorities.some(({ kind, reference }) => kind === 'field' && reference === number))
    .map((check) => check.id);
}

/** Defects of the sample that are each failure. */
export function defectsOf(number: string): string[] {
  return DEFECTS.filter((defect) => defect.failure === number).map((defect) => defect.name);
}

/** The text of docs/failures.md. */
export function failuresDocument(): string {
  const rows = Object.entries(FAILURES).map(([number, { title, unseen }]) => {
    const scenarios = scenariosOf(number);
    const checks = checksOf(number).join(', ');
    const where = scenarios.length > 0 ? scenarios.map((id) => `\`${id}\``).join(', ') : (unseen ?? '');
    const defects = defectsOf(number).map((name) => `\`${name}\``);
    return `| ${number} | ${cell(title)} | ${cell(where)} | ${checks} | ${defects.join(', ')} |`;
  });
  return [
    '# What goes wrong in the field',
    '',
    'Each number is a kind of failure that public reports have shown. The scenarios provoke it on a server that has it; the checks',
    'name it as their authority, and the sample can be given it. This file is made of `docs/failures.yaml`, the scenarios, the checks',
    'and the defects of the sample:',
    '`UPDATE_DOCS=1 npx vitest run test/docs/failures.test.ts`.',
    '',
    'WEAK: one source only. Such an entry is never the sole reason for an error.',
    '',
    '| number | failure | scenarios, or why there is none | checks that name it | defects of the sample, each found by its check |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
