#!/usr/bin/env node
// Writes the lists of checks, defects and variants from the files of their folders. A test holds the lists against them.
//
//   npm run index            writes them
//   npm run index -- --check says which are out of date, and exits 1
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCES = fileURLToPath(new URL('../src/', import.meta.url));
const HEAD = '// Written by `npm run index`.\n';

/** Files that define one thing each, below a folder of src/, in order. */
function filesIn(folder) {
  return readdirSync(join(SOURCES, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && basename(name) !== 'index.ts')
    .map((name) => name.slice(0, -'.ts'.length))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(SOURCES, folder, `${name}.ts`), 'utf8') }));
}

/** What each file exports under a name that `pattern` captures; files that export nothing of the kind are left out. */
function exportsIn(folder, pattern) {
  return filesIn(folder).flatMap(({ name, text }) => {
    const names = [...text.matchAll(pattern)].map(([, found]) => found);
    if (names.length > 1) throw new Error(`src/${folder}/${name}.ts: ${names.join(' and ')} belong into files of their own`);
    return names.map((found) => ({ name: found, module: `./${name}.js` }));
  });
}

/**
 * A module that exports one list.
 *
 * @param comment what the list is
 * @param name its name
 * @param type what it is a list of
 * @param from the module of that type
 * @param found what it lists
 * @param spread each of these is a list itself
 */
function listModule(comment, name, type, from, found, spread = false) {
  const typeImport = `import type { ${type} } from '${from}';\n`;
  const imports = found.map((each) => `import { ${each.name} } from '${each.module}';\n`).join('');
  const items = found.map((each) => `  ${spread ? '...' : ''}${each.name},\n`).join('');
  return `${HEAD}${typeImport}${imports}\n/** ${comment} */\nexport const ${name}: readonly ${type}[] = [\n${items}];\n`;
}

function checkLists() {
  const list = (kind, comment, spread) => {
    const found = exportsIn('check', new RegExp(`^export const (\\w+) = define${kind}Checks?\\(`, 'gm'));
    return [
      `check/${kind.toLowerCase()}-checks.ts`,
      listModule(comment, `${kind.toUpperCase()}_CHECKS`, `${kind}Check`, './check.js', found, spread),
    ];
  };
  return [
    list('Response', 'Checks of single exchanges.', false),
    list('Write', 'Checks that explain why a write went wrong.', false),
    list('Step', 'Checks that the engine raises, or a step of a scenario.', true),
  ];
}

function checkIds() {
  const ids = filesIn('check').flatMap(({ text }) => [...text.matchAll(/^ +id: '(SC\d{4})',$/gm)].map(([, id]) => id));
  const list = ids.sort().map((id) => `  '${id}',\n`);
  return `${HEAD}\n/** The ids of all checks, in order. */\nexport const CHECK_IDS = [\n${list.join('')}] as const;\n`;
}

function defectLists() {
  const areas = readdirSync(join(SOURCES, 'sample/defects'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const lists = areas
    .map(({ name }) => name)
    .sort()
    .map((area) => ({ area, name: `${area.toUpperCase()}_DEFECTS`, module: `./${area}/index.js` }));
  const byArea = lists.map(({ area, name }) => {
    const found = exportsIn(`sample/defects/${area}`, /^export const (\w+): Defect = /gm);
    return [
      `sample/defects/${area}/index.ts`,
      listModule(`The defects that concern the area "${area}".`, name, 'Defect', '../../defect.js', found),
    ];
  });
  const comment = 'All faults that the sample server can be given, by area.';
  return [...byArea, ['sample/defects/index.ts', listModule(comment, 'DEFECTS', 'Defect', '../defect.js', lists, true)]];
}

function variantList() {
  const found = exportsIn('sample/variants', /^export const (\w+): Variant = /gm);
  const comment = 'Legal but unusual behaviours that the sample server can be given.';
  return ['sample/variants/index.ts', listModule(comment, 'VARIANTS', 'Variant', '../defect.js', found)];
}

const indexes = [...checkLists(), ['check/check-ids.ts', checkIds()], ...defectLists(), variantList()];
const stale = indexes.filter(([file, text]) => !existsSync(join(SOURCES, file)) || readFileSync(join(SOURCES, file), 'utf8') !== text);
if (process.argv.includes('--check')) {
  for (const [file] of stale) process.stdout.write(`src/${file} is out of date: npm run index\n`);
  if (stale.length > 0) process.exitCode = 1;
} else {
  for (const [file, text] of stale) writeFileSync(join(SOURCES, file), text);
  process.stdout.write(`${stale.length} of ${indexes.length} lists written\n`);
}
