#!/usr/bin/env node
// Makes the mappings of the catalogue (fixtures/mappings/*.yaml) from tutorials: names, types, marks and line numbers.
//
//   node scripts/make-catalogue.js FOLDER
//
// FOLDER holds Microsoft's tutorials as *.md, or extracts of them whose first line is "Source: REPOSITORY PATH @ COMMIT".
// Mappings that were written or corrected by hand are left as they are.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSource } from './build/source.js';

const { importMapping } = await loadSource('src/mapping/import.ts');
const { loadMapping } = await loadSource('src/mapping/load.ts');
const { printMapping } = await loadSource('src/mapping/print.ts');

const BY_HAND = new Set(['entra-default', 'okta-default', 'rollbar', 'rootly', 'sentry', 'tribeloo']);
const target = fileURLToPath(new URL('../fixtures/mappings/', import.meta.url));
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: node scripts/make-catalogue.js FOLDER\n');
  process.exit(2);
}

let written = 0;
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .sort()) {
  const bytes = readFileSync(join(folder, file));
  const imported = importMapping(bytes, file, { fix: true, ...sourceIn(bytes.toString('utf8'), file) });
  if (!imported.ok) {
    process.stdout.write(`no mapping  ${imported.message}\n`);
    continue;
  }
  const { mapping } = imported;
  if (BY_HAND.has(mapping.name)) continue;
  const text = printMapping(mapping, '../../schemas/mapping.schema.json');
  const { problems } = loadMapping(text, file);
  if (problems.length > 0) throw new Error(`${file}: ${problems.map((problem) => problem.message).join('; ')}`);
  writeFileSync(join(target, `${mapping.name}.yaml`), text);
  written += 1;
}
process.stdout.write(`${written} mappings written\n`);

/** An extract says where it comes from, and its lines are not those of the article. */
function sourceIn(text, file) {
  const found = /^Source: (\S+) \S+ @ ([0-9a-f]{7})[0-9a-f]*\r?\n/.exec(text);
  return found === null ? {} : { source: `Microsoft Entra tutorial ${file}, ${found[1]} at ${found[2]}; lines are those of an extract` };
}
