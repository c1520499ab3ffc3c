import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';

describe('the schema files', () => {
  const folder = new URL('../../schemas/scim/', import.meta.url);

  /** Every subschema that constrains something. */
  function* constraints(value: unknown, path: string): Generator<[string, Record<string, unknown>]> {
    if (typeof value !== 'object' || value === null) return;
    const node = Object.fromEntries(Object.entries(value));
    const keys = ['type', 'enum', 'pattern', 'minLength', 'minItems', 'required', 'minimum', 'format'];
    if (!/\/(properties|\$defs|if|not|contains)$/.test(path) && keys.some((key) => key in node)) yield [path, node];
    for (const [key, child] of Object.entries(node))
      if (!['enum', 'required', 'type', 'if', 'not', 'contains'].includes(key) || path.endsWith('/properties'))
        yield* constraints(child, `${path}/${key}`);
  }

  it.each(readdirSync(folder))('%s is a JSON Schema of draft 2020-12', (file) => {
    const ajv = new Ajv2020();
    const document = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    expect(document.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect([ajv.validateSchema(document), ajv.errors ?? null]).toEqual([true, null]);
  });

  it.each(readdirSync(folder))('%s names the section of each constraint', (file) => {
    const document: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    const found = [...constraints(document, file)].filter(([path]) => !/\/then$/.test(path));
    expect(found.length).toBeGreaterThan(1);
    for (const [path, node] of found) expect([path, node['$comment']]).toEqual([path, expect.stringMatching(/^RFC 764[34] §\d+(\.\d+)*$/)]);
  });
});
