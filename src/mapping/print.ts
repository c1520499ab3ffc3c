import type { MappedAttribute, Mapping } from './mapping.js';

/**
 * A mapping as YAML, one row per line, so that people can edit it and see in a comparison what changed.
 * `loadMapping` reads the same mapping again.
 *
 * @param mapping the mapping
 * @param schema path or URL of the JSON Schema for editors; absent: no such line
 */
export function printMapping(mapping: Mapping, schema?: string): string {
  const { app, name, source, capabilities, clients, baseUrls, notes, unsent, users, groups } = mapping;
  const lines = [
    ...(schema === undefined ? [] : [`# yaml-language-server: $schema=${schema}`]),
    `app: ${scalar(app)}`,
    `name: ${scalar(name)}`,
    `source: ${scalar(source)}`,
    `capabilities: ${flow(Object.entries(capabilities))}`,
    ...(clients === undefined ? [] : [`clients: [${clients.join(', ')}]`]),
    ...(baseUrls === undefined ? [] : ['baseUrls:', ...Object.entries(baseUrls).map(([family, url]) => `  ${family}: ${scalar(url)}`)]),
    ...(notes === undefined || notes.length === 0 ? [] : ['notes:', ...notes.map((note) => `  - ${scalar(note)}`)]),
    ...(unsent === undefined || unsent.length === 0
      ? []
      : [
          'unsent:',
          ...unsent.map(
            ({ name: path, reason }) =>
              `  - ${flow([
                ['name', path],
                ['reason', reason],
              ])}`,
          ),
        ]),
    'users:',
    ...users.map(row),
    ...(groups === undefined ? [] : ['groups:', ...groups.map(row)]),
  ];
  return `${lines.join('\n')}\n`;
}

/** False marks are left out: they are the default. */
function row(attribute: MappedAttribute): string {
  return `  - ${flow(Object.entries(attribute).filter(([, value]) => value !== false && value !== undefined))}`;
}

function flow(members: readonly (readonly [string, unknown])[]): string {
  return `{ ${members.map(([key, value]) => `${key}: ${scalar(value)}`).join(', ')} }`;
}

/** Words that YAML would read as something else than text. */
const SPECIAL = /^(?:true|false|null|yes|no|on|off|y|n|~)$/i;

function scalar(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const plain = /^[A-Za-z](?:[\w.$/-]| (?=\w)|:(?=[\w/]))*$/.test(value) && !SPECIAL.test(value);
  if (plain) return value;
  // Control characters and line breaks need escapes, which only double quotes have.
  return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFE\uFFFF]|[\uD800-\uDFFF]/u.test(value) ? escaped(value) : `'${value.replaceAll("'", "''")}'`;
}

/** JSON's strings are YAML's double-quoted ones; characters that editors or YAML refuse are escaped besides. */
function escaped(value: string): string {
  return JSON.stringify(value).replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu,
    (character) => `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`,
  );
}
