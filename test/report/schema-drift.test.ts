import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { eventfulRun } from './events.js';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly items?: Schema | false;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly oneOf?: readonly Schema[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const FILE = 'src/event/event.ts';
const schema: Schema = JSON.parse(readFileSync('schemas/events.schema.json', 'utf8'));
const program = ts.createProgram([FILE], {
  strict: true,
  exactOptionalPropertyTypes: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  noEmit: true,
  types: [],
});
const checker = program.getTypeChecker();

/** A type or schema in a form that both can be brought into. */
type Shape = string | { readonly list: Shape } | { readonly [member: string]: Shape };

function shapeOfType(type: ts.Type): Shape {
  if (type.aliasSymbol?.name === 'Json') return 'any';
  if (type.flags & ts.TypeFlags.Boolean) return 'boolean';
  if (type.isUnion())
    return type.types
      .map((each) => literalOf(each))
      .sort()
      .join('|');
  if (type.flags & (ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral)) return literalOf(type);
  if (type.flags & ts.TypeFlags.String) return 'string';
  if (type.flags & ts.TypeFlags.Number) return 'number';
  if (checker.isTupleType(type))
    return {
      tuple: checker
        .getTypeArguments(type as ts.TypeReference)
        .map(shapeOfType)
        .join(','),
    };
  if (checker.isArrayType(type)) {
    const [item] = checker.getTypeArguments(type as ts.TypeReference);
    return { list: item === undefined ? 'unknown' : shapeOfType(item) };
  }
  return Object.fromEntries(
    checker.getPropertiesOfType(type).map((property) => {
      const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
      return [`${property.name}${optional ? '?' : ''}`, shapeOfType(declaredType(property))];
    }),
  );
}

/** The type as it is written, without the `undefined` that an optional member may have. */
function declaredType(property: ts.Symbol): ts.Type {
  const declaration = property.valueDeclaration;
  if (declaration === undefined || !ts.isPropertySignature(declaration) || declaration.type === undefined) throw new Error(property.name);
  return checker.getTypeFromTypeNode(declaration.type);
}

const literalOf = (type: ts.Type): string => JSON.stringify((type as ts.LiteralType).value ?? checker.typeToString(type));

function shapeOfSchema(part: Schema): Shape {
  if (part.$ref !== undefined) return shapeOfSchema(schema.$defs?.[part.$ref.replace('#/$defs/', '')] ?? {});
  if (part.const !== undefined) return JSON.stringify(part.const);
  if (part.enum !== undefined)
    return part.enum
      .map((each) => JSON.stringify(each))
      .sort()
      .join('|');
  if (part.prefixItems !== undefined) return { tuple: part.prefixItems.map(shapeOfSchema).join(',') };
  if (part.type === 'array') return { list: shapeOfSchema(part.items === false ? {} : (part.items ?? {})) };
  if (part.type === 'integer') return 'number';
  if (part.type !== 'object') return part.type ?? 'any';
  return Object.fromEntries(
    Object.entries(part.properties ?? {}).map(([name, each]) => [
      `${name}${part.required?.includes(name) ? '' : '?'}`,
      shapeOfSchema(each),
    ]),
  );
}

function eventTypes(): Map<string, Shape> {
  const source = program.getSourceFile(FILE);
  const symbol = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  const union = symbol === undefined ? undefined : checker.getExportsOfModule(symbol).find((each) => each.name === 'RunEvent');
  const type = union === undefined ? undefined : checker.getDeclaredTypeOfSymbol(union);
  if (type === undefined || !type.isUnion()) throw new Error('RunEvent is no union');
  return new Map(
    type.types.map((each) => {
      const shape = shapeOfType(each);
      return [typeof shape === 'object' ? String((shape as Record<string, Shape>)['type']) : '', shape];
    }),
  );
}

describe('schemas/events.schema.json', () => {
  const types = eventTypes();
  const offered = (schema.oneOf ?? []).map((each) => each.$ref?.replace('#/$defs/', '') ?? '');

  it('describes the events of src/event/event.ts, each of them', () => {
    expect([...types.keys()].map((each) => JSON.parse(each))).toEqual(offered);
    expect(offered.length).toBeGreaterThanOrEqual(12);
  });

  it.each(offered)('describes %s member by member', (name) => {
    expect(shapeOfSchema(schema.$defs?.[name] ?? {})).toEqual(types.get(JSON.stringify(name)));
  });

  it('admits no member that it does not name', () => {
    const open = Object.entries(schema.$defs ?? {}).filter(([, each]) => each.type === 'object' && each.additionalProperties !== false);
    expect(open).toEqual([]);
  });

  it('accepts a sample of each type, and refuses it with a member too many', () => {
    const validate = new Ajv2020({ strict: true, validateFormats: false }).compile(schema);
    const samples = eventfulRun();
    expect(new Set(samples.map((event) => event.type))).toEqual(new Set(offered));
    for (const event of samples) {
      expect(validate(event), JSON.stringify(validate.errors)).toBe(true);
      expect(validate({ ...event, surprise: true })).toBe(false);
    }
  });

  it('says the same as the schema of the report where both describe a thing', () => {
    const report: Schema = JSON.parse(readFileSync('schemas/report.schema.json', 'utf8'));
    const shared = [
      'family',
      'dialect',
      'position',
      'resourceType',
      'purpose',
      'headers',
      'authority',
      'request',
      'response',
      'failure',
      'aborted',
      'mapping',
      'leftOver',
    ];
    for (const name of shared) expect(report.$defs?.[name]).toEqual(schema.$defs?.[name]);
    for (const name of ['finding', 'exchange', 'notice', 'cleanup']) {
      const { type: _type, ...properties } = schema.$defs?.[name]?.properties ?? {};
      expect(report.$defs?.[name]?.properties).toEqual(properties);
      expect(report.$defs?.[name]?.required).toEqual(schema.$defs?.[name]?.required?.filter((each) => each !== 'type'));
    }
  });
});
