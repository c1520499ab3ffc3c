import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readPackageFile } from '../../src/base/package-files.js';
import { builtinScenarioFiles } from '../../src/scenario/builtin.js';
import { scenarioSchema } from '../../src/scenario/forms/schema.js';
import { loadScenario } from '../../src/scenario/load.js';
import { INTENTS } from '../../src/scenario/steps/registry.js';

const schema = JSON.parse(readPackageFile('schemas/scenario.schema.json'));
const accepts = new Ajv2020({ strict: false }).compile(schema);

/** Whether the loader finds the form right. What a schema cannot say (references, paths, variables) does not count. */
function loads(document: unknown): boolean {
  const { problems } = loadScenario(stringify(document, { aliasDuplicateObjects: false }), 'x');
  return problems.every(({ stage }) => stage === 'meaning');
}

const MANY_STEPS = Array.from({ length: 201 }, () => ({ connect: 'right' }));
const head = { id: 'a', title: 'b' };
const steps = (...list: unknown[]): unknown => ({ ...head, steps: list });

describe('the schema and the loader agree', () => {
  it.each([
    ['no step', steps()],
    [
      'every intent',
      steps({ connect: 'right' }, { match: 'a' }, { read: 'a' }, { delete: 'a' }, { list: 'users' }, { request: { path: '/' } }),
    ],
    ['two intents', steps({ match: 'a', read: 'a' })],
    ['no intent', steps({ check: 'SC0001' })],
    ['user and group', steps({ create: { user: 'a', group: 'b' } })],
    ['neither', steps({ create: {} })],
    ['a group with a manager', steps({ create: { group: 'a', manager: 'b' } })],
    ['a user with members', steps({ create: { user: 'a', members: ['b'] } })],
    ['an update that changes nothing', steps({ update: 'a' })],
    ['an update without a manager', steps({ update: 'a', manager: null })],
    ['an update with an expectation only', steps({ update: 'a', expect: { sameId: true } })],
    ['an empty members list', steps({ update: 'a', members: [] })],
    ['an empty add list', steps({ update: 'a', add: [] })],
    ['sameId of a new user', steps({ create: { user: 'a' }, expect: { sameId: true } })],
    ['too many steps', { ...head, steps: MANY_STEPS }],
    ['a repetition', steps({ each: ['a', 'b'], steps: [{ create: { user: '${each}' } }] })],
    ['a repetition of maps', steps({ each: [{ a: 1 }], steps: [{ connect: 'right' }] })],
    ['a repetition that counts', steps({ each: 3, steps: [{ connect: 'right' }] })],
    ['a repetition of nothing', steps({ each: [], steps: [{ connect: 'right' }] })],
    ['a repetition without steps', steps({ each: [1] })],
    ['a repetition beside an intent', steps({ each: [1], steps: [{ connect: 'right' }], connect: 'right' })],
    ['a wait', steps({ wait: 2 })],
    ['a wait of no time', steps({ wait: 0 })],
    ['a list at the top', [head]],
    ['text at the top', 'id'],
    ['steps as a map', { ...head, steps: { connect: 'right' } }],
    ['an empty description', { ...head, description: '', steps: [{ connect: 'right' }] }],
    ['a body that is null', steps({ request: { path: '/', body: null } })],
    ['a body without a value and a wrong path', steps({ request: { path: 'x', body: { any: [1] } } })],
  ])('on %s', (_name, document) => expect(loads(document)).toBe(accepts(document)));

  it('on the scenarios that come with the package', () => {
    for (const { file, text } of builtinScenarioFiles()) expect(loadScenario(text, file).problems).toEqual([]);
  });

  it('on arbitrary documents made of the right words', () => {
    const word = fc.constantFrom('right', 'wrong', 'users', 'a', 'SC0001', '/Users', 'GET', 'title', 'entra', 'upper', '/id', '', 'A b');
    const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        word,
        fc.constantFrom(null, true, 0, 1, 200, 1.5),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keysOf(schema)), tie('value'), { maxKeys: 3 }),
      ),
    })).value;
    const step = fc.oneof(
      fc.dictionary(fc.constantFrom(...INTENTS, 'expect', 'check', 'set', 'by', 'manager', 'count', 'odd'), value, { maxKeys: 3 }),
      fc.record({ update: word, set: fc.dictionary(word, value, { maxKeys: 2 }) }),
      fc.record({ create: fc.dictionary(fc.constantFrom('user', 'group', 'with', 'members', 'persona'), value, { maxKeys: 3 }) }),
      fc.record({ request: fc.dictionary(fc.constantFrom('path', 'method', 'headers', 'body', 'capture'), value, { maxKeys: 3 }) }),
      fc.record({
        read: word,
        expect: fc.dictionary(fc.constantFrom('found', 'status', 'attributes', 'absent', 'x'), value, { maxKeys: 2 }),
      }),
    );
    const document = fc.record(
      { id: fc.oneof(word, value), title: fc.oneof(word, value), clients: value, needs: value, steps: fc.array(step, { maxLength: 3 }) },
      { requiredKeys: ['steps'] },
    );
    let good = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          document,
          step.map((one) => steps(one)),
        ),
        (written) => {
          const accepted = accepts(written);
          if (accepted) good += 1;
          expect(loads(written)).toBe(accepted);
        },
      ),
      { numRuns: 1500 },
    );
    // A property that never saw a good document would prove nothing about them.
    expect(good).toBeGreaterThan(20);
  });
});

describe('the schema', () => {
  it('is published as it stands in the code: npm run schemas writes it anew', () => {
    expect(schema).toEqual(JSON.parse(JSON.stringify(scenarioSchema())));
  });

  it('has exactly one form per intent, two for create, and one for what is repeated', () => {
    const forms: string[] = schema.$defs.step.oneOf.map(({ $ref }: { $ref: string }) => $ref.replace('#/$defs/', ''));
    const intents = forms.map((form) => schema.$defs[form].required[0]);
    expect([...new Set(intents)].sort()).toEqual([...INTENTS, 'each'].sort());
    expect(intents.filter((intent) => intent === 'create')).toHaveLength(2);
    expect(forms).toHaveLength(INTENTS.length + 2);
  });

  it('describes everything and leaves no map open by accident', () => {
    const undescribed: string[] = [];
    const open: string[] = [];
    visit(schema, '#', (node, path) => {
      const described = ['title', 'description'].every((key) => typeof node[key] === 'string');
      if (/\/properties\/[^/]+$/.test(path) && !described && node['$ref'] === undefined) undescribed.push(path);
      if (node['type'] === 'object' && node['additionalProperties'] === undefined) open.push(path);
    });
    expect(undescribed).toEqual([]);
    expect(open).toEqual([]);
  });

  it('has examples that it accepts', () => {
    const ajv = new Ajv2020({ strict: false });
    ajv.addSchema(schema, 's');
    let examples = 0;
    visit(schema, '#', (node, path) => {
      for (const example of Array.isArray(node['examples']) ? node['examples'] : []) {
        examples += 1;
        const validate = ajv.getSchema(`s${path}`);
        expect(validate?.(example), `${path} ${JSON.stringify(example)}`).toBe(true);
      }
    });
    expect(examples).toBeGreaterThan(10);
  });
});

/** All property names that a schema knows anywhere. */
function keysOf(root: unknown): string[] {
  const keys = new Set<string>(['unknown']);
  visit(root, '#', (node) => {
    for (const key of Object.keys((node['properties'] as object | undefined) ?? {})) keys.add(key);
  });
  return [...keys];
}

/** Visits every schema inside a schema; `path` is a JSON pointer as a URI fragment. */
function visit(node: unknown, path: string, see: (node: Record<string, unknown>, path: string) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node) && !/\/(properties|\$defs|examples)$/.test(path)) see(node as Record<string, unknown>, path);
  for (const [key, value] of Object.entries(node)) if (key !== 'examples') visit(value, `${path}/${key}`, see);
}
