// Writes the schemas of the files that people write from the forms in the code. Tests hold the two together.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadSource } from './build/source.js';

/** The order in which editors and people read a schema; what is not listed follows. */
const ORDER = ['$schema', '$ref', 'title', 'description', 'type', 'additionalProperties', 'required', 'properties'];

const rank = (key) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);

/** A schema with its keywords in order; the names of properties and definitions keep theirs. */
function ordered(node, names = false) {
  if (Array.isArray(node)) return node.map((item) => ordered(item));
  if (typeof node !== 'object' || node === null) return node;
  const keys = names ? Object.keys(node) : Object.keys(node).sort((a, b) => rank(a) - rank(b));
  const below = (key) =>
    !names && key === 'examples' ? node[key] : ordered(node[key], !names && (key === 'properties' || key === '$defs'));
  return Object.fromEntries(keys.map((key) => [key, below(key)]));
}

const { scenarioSchema, mappingSchema, baselineSchema } = await loadSource('scripts/build/inputs.js');
for (const [name, schema] of [
  ['scenario', scenarioSchema()],
  ['mapping', mappingSchema()],
  ['baseline', baselineSchema()],
]) {
  const file = fileURLToPath(new URL(`../schemas/${name}.schema.json`, import.meta.url));
  writeFileSync(file, `${JSON.stringify(ordered(schema), null, 2)}\n`);
}
