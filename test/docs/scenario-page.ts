import { PERSONAS } from '../../src/client/values/persona.js';
import { VARIANTS } from '../../src/client/variant.js';
import { scenarioSchema } from '../../src/scenario/forms/schema.js';
import { NEED_NAMES } from '../../src/scenario/needs.js';

/** As much of JSON Schema as the forms have. */
interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const root: Schema = JSON.parse(JSON.stringify(scenarioSchema()));

/** A schema with what it refers to; its own words win. */
function whole(schema: Schema): Schema {
  const { $ref, ...own } = schema;
  return $ref === undefined ? schema : { ...whole(root.$defs?.[$ref.replace('#/$defs/', '')] ?? {}), ...own };
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The keys of a form, those below `expect` and of maps with a form of their own included. */
function rowsOf(schema: Schema, before = ''): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, written]) => {
    const form = whole(written);
    const key = `${before}${name}`;
    const choices = form.enum ?? whole(form.items ?? {}).enum;
    const words = [
      schema.required?.includes(name) === true ? 'Required.' : '',
      form.description ?? '',
      choices === undefined || choices.length === 1 || name === 'as' || name === 'persona'
        ? ''
        : `One of ${choices.map((each) => `\`${String(each)}\``).join(', ')}.`,
    ];
    const row = `| \`${key}\` | ${cell(words.filter((each) => each !== '').join(' '))} |`;
    return [row, ...(form.properties === undefined ? [] : rowsOf(form, `${key}.`))];
  });
}

const HEAD = ['| key | meaning |', '| --- | --- |'];

const fileKeys = (): string => [...HEAD, ...rowsOf(root), ''].join('\n');

function steps(): string {
  const forms = whole({ $ref: '#/$defs/step' }).oneOf ?? [];
  return forms
    .map(whole)
    .map((form) => [`### ${form.title}`, '', form.description ?? '', '', ...HEAD, ...rowsOf(form), ''].join('\n'))
    .join('\n');
}

const personas = (): string =>
  [
    '| persona | who |',
    '| --- | --- |',
    '| `plain` | nothing awkward in any value; without a persona, names are plain, and places and jobs have the signs that usual ones have |',
    ...PERSONAS.map(({ name, purpose }) => `| \`${name}\` | ${cell(purpose)} |`),
    '',
  ].join('\n');

const variants = (): string =>
  [
    '| `as` | client | what is different | who says so |',
    '| --- | --- | --- | --- |',
    ...Object.entries(VARIANTS).map(
      ([name, { family, title, source }]) => `| \`${name}\` | ${family} | ${cell(title)} | ${cell(source)} |`,
    ),
    '',
  ].join('\n');

const needs = (): string => NEED_NAMES.map((name) => `\`${name}\``).join(', ');

/** The parts of docs/scenarios.md that follow from the code, by the name of their marker. What the clients send is played. */
export const PARTS: Readonly<Record<string, () => string>> = { 'keys of the file': fileKeys, steps, personas, variants };
/** A part within a line. */
export const NEEDS = needs;
