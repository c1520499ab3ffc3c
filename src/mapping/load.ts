import { defined } from '../base/defined.js';
import type { Validator } from '../base/validator.js';
import { isObject } from '../scim/json.js';
import { parsePath } from '../scim/path.js';
import type { Diagnostic } from '../yaml/diagnostic.js';
import { inOrder } from '../yaml/diagnostic-order.js';
import { readDocument, type YamlDocument } from '../yaml/document.js';
import { shapeProblems } from '../yaml/shape.js';
import { DEFAULT_MAPPING } from './default.js';
import type { WrittenAttribute, WrittenExtension, WrittenMapping } from './form.js';
import type { MappedAttribute, Mapping } from './mapping.js';
import { whyUnsent } from './unsent.js';
import { validatorOf } from './validators.js';

/**
 * Reads an attribute mapping.
 *
 * @param text the YAML text
 * @param file the file's path as shown to people; its name is the mapping's name unless the text says otherwise
 * @returns the mapping, with what is doubtful about it; or everything that is wrong with the file, in the order of the text. Never throws on any text
 */
export function loadMapping(text: string, file: string): { mapping?: Mapping; problems: Diagnostic[]; warnings?: Diagnostic[] } {
  const document = readDocument(text, file);
  if (document.value === undefined) return { problems: inOrder(document.problems) };
  const written: unknown = document.value;
  if (isObject(written) && Object.hasOwn(written, 'extends')) return loadExtension(document, written, file);
  const validate = mappingValidator();
  if (!validate(written)) {
    return { problems: inOrder([...document.problems, ...shapeProblems(document, validate, written, [])]) };
  }
  const problems = [...document.problems, ...meaningProblems(document, written)];
  if (problems.length > 0) return { problems: inOrder(problems) };
  const mapping = toMapping(written, file);
  const warnings = unsentRows(document, mapping);
  return { mapping, problems: [], ...(warnings.length === 0 ? {} : { warnings }) };
}

/** Rows on top of a default. */
function loadExtension(document: YamlDocument, written: unknown, file: string): ReturnType<typeof loadMapping> {
  const validate = validatorOf('extension');
  if (validate === undefined) throw new Error('there is no validator of extensions');
  const shape = [...document.problems, ...shapeProblems(document, validate, written, [])];
  if (shape.length > 0) return { problems: inOrder(shape) };
  // It was made of the schema that the type was made of.
  const { name, users = [], groups } = written as WrittenExtension;
  const nothing =
    users.length === 0 && groups === undefined
      ? [document.problem(['extends'], 'there are no rows', { hint: 'List them under users or groups.', at: 'key' })]
      : [];
  const problems = [...nothing, ...rowProblems(document, 'users', users), ...rowProblems(document, 'groups', groups ?? [])];
  if (problems.length > 0) return { problems: inOrder(problems) };
  const { app, source, capabilities } = DEFAULT_MAPPING;
  const rows = { users: users.map(toAttribute), ...defined({ groups: groups?.map(toAttribute) }) };
  const mapping: Mapping = { extends: 'default', name: name ?? nameOf(file), app, source: `${source}; ${file}`, capabilities, ...rows };
  const warnings = unsentRows(document, mapping);
  return { mapping, problems: [], ...(warnings.length === 0 ? {} : { warnings }) };
}

/** A client sends these attributes, and a run cannot. */
function unsentRows(document: YamlDocument, { users, unsent = [] }: Mapping): Diagnostic[] {
  const hint = 'A client sends this attribute, and a run cannot: its verdict is incomplete.';
  return [
    ...unsent.map(({ name, reason }, index) => document.problem(['unsent', index, 'name'], `"${name}" is never sent: ${reason}`, { hint })),
    ...users.flatMap((row, index) => {
      const reason = whyUnsent(row);
      return reason === undefined
        ? []
        : [document.problem(['users', index, 'expression'], `"${row.name}" is never sent: ${reason}`, { hint })];
    }),
  ];
}

/** The validator of a mapping file. */
function mappingValidator(): Validator<WrittenMapping> {
  const validator = validatorOf('mapping');
  if (validator === undefined) throw new Error('there is no validator of mappings');
  // It was made of the schema that the type was made of.
  return validator as Validator<WrittenMapping>;
}

function meaningProblems(document: YamlDocument, written: WrittenMapping): Diagnostic[] {
  const problems = [...rowProblems(document, 'users', written.users), ...rowProblems(document, 'groups', written.groups ?? [])];
  if (written.capabilities.groups && written.groups === undefined) {
    const hint = 'List the group attributes under groups, or say groups: false.';
    problems.push(document.problem(['capabilities', 'groups'], 'groups are provisioned, but there are no group attributes', { hint }));
  }
  return problems;
}

function rowProblems(document: YamlDocument, table: 'users' | 'groups', rows: readonly WrittenAttribute[]): Diagnostic[] {
  const seen = new Set<string>();
  return rows.flatMap(({ name }, index) => {
    const at = [table, index, 'name'];
    const parsed = parsePath(name);
    if (!parsed.ok) return [document.problem(at, `"${name}" is no attribute path: ${parsed.message}`, { offset: parsed.offset })];
    const key = name.toLowerCase();
    if (seen.has(key))
      return [document.problem(at, `"${name}" stands twice in "${table}"`, { hint: 'Attribute names do not differ by letter case.' })];
    seen.add(key);
    return [];
  });
}

function toMapping(written: WrittenMapping, file: string): Mapping {
  const { app, source, capabilities, clients, baseUrls, notes, unsent, groups } = written;
  return {
    name: written.name ?? nameOf(file),
    app,
    source,
    capabilities,
    users: written.users.map(toAttribute),
    ...defined({ groups: groups?.map(toAttribute), clients, baseUrls, notes, unsent }),
  };
}

function toAttribute({ name, type, filterable, required, ...rest }: WrittenAttribute): MappedAttribute {
  return { name, type, filterable: filterable ?? false, required: required ?? false, ...rest };
}

/** `fixtures/mappings/rootly.yaml` → `rootly`. */
function nameOf(file: string): string {
  const base = file.split(/[/\\]/).at(-1) ?? file;
  return base.replace(/\.ya?ml$/i, '');
}
