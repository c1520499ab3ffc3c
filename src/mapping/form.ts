import { type Static, Type } from 'typebox';

const ATTRIBUTE = Type.Object(
  {
    name: Type.String({
      title: 'Attribute',
      description: 'Target path as the table has it.',
      minLength: 1,
      maxLength: 500,
      examples: ['userName', 'emails[type eq "work"].value'],
    }),
    type: Type.Enum(['String', 'Boolean', 'Integer', 'DateTime', 'Reference', 'Binary', 'Decimal', 'Unknown'], {
      title: 'Type',
      description: 'As the table has it.',
    }),
    filterable: Type.Optional(
      Type.Boolean({ title: 'Supported for filtering', description: 'The client may match on it.', default: false }),
    ),
    required: Type.Optional(Type.Boolean({ title: 'Required', description: 'The app requires it.', default: false })),
    multiValued: Type.Optional(
      Type.Boolean({
        title: 'Multi-valued',
        description: 'A list of values of this type; complex attributes are mapped by their value paths instead.',
        default: false,
      }),
    ),
    matching: Type.Optional(
      Type.Integer({
        title: 'Matching precedence',
        description: 'Place among the matching attributes. Absent: none of them, as far as the source says.',
        minimum: 1,
      }),
    ),
    createOnly: Type.Optional(
      Type.Boolean({ title: 'Only on create', description: 'Sent when the object is created and never again.', default: false }),
    ),
    default: Type.Optional(
      Type.String({ title: 'Default value', description: 'Sent on create when the directory has no value.', maxLength: 2000 }),
    ),
    expression: Type.Optional(
      Type.String({
        title: 'Expression',
        description: "Entra's expression that makes the value.",
        minLength: 1,
        maxLength: 10000,
        examples: ['[mail]'],
      }),
    ),
    line: Type.Optional(
      Type.Integer({ title: 'Line', description: 'Line of the row in the document that the mapping comes from.', minimum: 1 }),
    ),
  },
  { title: 'Attribute', description: 'One row of an attribute-mapping table.', additionalProperties: false },
);

/** A row as it is written. */
export type WrittenAttribute = Static<typeof ATTRIBUTE>;

const ROW = Type.Unsafe<WrittenAttribute>({ $ref: '#/$defs/attribute' });

const BASE_URL = Type.Optional(
  Type.String({
    title: 'Base URL',
    description: 'As the app documents it, placeholders included.',
    minLength: 1,
    maxLength: 2000,
    examples: ['https://rollbar.com/ACCOUNT_NAME/scim/v2/okta/'],
  }),
);

/** An attribute mapping as it is written. */
const NAME = Type.Optional(
  Type.String({
    title: 'Name',
    description: "Name in the catalogue. Default: the file's name.",
    pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
    maxLength: 100,
    patternErrorMessage: 'must be made of small letters, digits and single -',
    examples: ['rootly'],
  }),
);

const MAPPING = Type.Object(
  {
    app: Type.String({
      title: 'App',
      description: 'The app as its documentation spells it.',
      minLength: 1,
      maxLength: 200,
      examples: ['Rootly'],
    }),
    name: NAME,
    source: Type.String({
      title: 'Source',
      description: 'The document that says so; the report names it.',
      minLength: 1,
      maxLength: 1000,
    }),
    capabilities: Type.Object(
      {
        create: Type.Boolean({ title: 'Create users', description: 'The client may create users.' }),
        update: Type.Boolean({ title: 'Update users', description: 'The client may change users.' }),
        remove: Type.Boolean({
          title: 'Remove users',
          description: 'The client may disable users and, where it does so, delete them.',
        }),
        groups: Type.Boolean({
          title: 'Groups',
          description: 'The client may provision groups and memberships. Needs a list of groups attributes.',
        }),
      },
      {
        title: 'Capabilities',
        description: 'What the app says it can do. Scenarios that need more are skipped, with the reason.',
        additionalProperties: false,
      },
    ),
    clients: Type.Optional(
      Type.Array(Type.Enum(['entra', 'okta']), {
        title: 'Clients',
        description: 'Client families that the app documents. Default: all.',
        minItems: 1,
        uniqueItems: true,
      }),
    ),
    baseUrls: Type.Optional(
      Type.Object(
        { entra: BASE_URL, okta: BASE_URL },
        {
          title: 'Base URLs',
          description: 'How the app documents its base URL, per client family.',
          additionalProperties: false,
          minProperties: 1,
        },
      ),
    ),
    notes: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 2000 }), {
        title: 'Notes',
        description: 'Contradictions and doubts in the source, worth telling the reader.',
        maxItems: 100,
      }),
    ),
    unsent: Type.Optional(
      Type.Array(
        Type.Object(
          {
            name: Type.String({ title: 'Attribute', description: 'Target path.', minLength: 1, maxLength: 500 }),
            reason: Type.String({
              title: 'Reason',
              description: 'Why there is no value, with the place in the document.',
              minLength: 1,
              maxLength: 2000,
            }),
          },
          {
            title: 'Unsent attribute',
            description: 'An attribute that the app exchanges and that there is no value for.',
            additionalProperties: false,
          },
        ),
        {
          title: 'Unsent attributes',
          description: 'Attributes of users that are mapped by what scim-check cannot evaluate: no client is ready without them.',
          maxItems: 1000,
        },
      ),
    ),
    users: Type.Array(ROW, {
      title: 'User attributes',
      description: 'The rows of the user table, in order.',
      minItems: 1,
      maxItems: 1000,
    }),
    groups: Type.Optional(
      Type.Array(ROW, {
        title: 'Group attributes',
        description: 'The rows of the group table, in order. Absent when the app exchanges no groups.',
        minItems: 1,
        maxItems: 1000,
      }),
    ),
  },
  {
    title: 'scim-check attribute mapping',
    description: 'The attributes that an app exchanges with its identity provider, and what the app says it can do.',
    additionalProperties: false,
  },
);

/** An attribute mapping as it is written. */
export type WrittenMapping = Static<typeof MAPPING>;

/** Rows on top of a default, as they are written. */
const EXTENSION = Type.Object(
  {
    extends: Type.Enum(['default'], {
      title: 'Extends',
      description: "The rows come on top of each client's own default mapping, as far as the target advertises it.",
    }),
    name: NAME,
    users: Type.Optional(
      Type.Array(ROW, {
        title: 'User attributes',
        description: 'Rows besides those of the default; one of the same name takes its place.',
        minItems: 1,
        maxItems: 1000,
      }),
    ),
    groups: Type.Optional(
      Type.Array(ROW, {
        title: 'Group attributes',
        description: 'Rows besides those of the default; one of the same name takes its place.',
        minItems: 1,
        maxItems: 1000,
      }),
    ),
  },
  {
    title: 'Extension of the default',
    description: 'Attributes of an app that its clients exchange besides their defaults.',
    additionalProperties: false,
  },
);

/** Rows on top of a default, as they are written. */
export type WrittenExtension = Static<typeof EXTENSION>;

/** The schema of mapping files, as it is published in schemas/mapping.schema.json. */
export function mappingSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'scim-check attribute mapping',
    description: "The attributes that an app exchanges with its identity provider: all of them, or those besides the clients' defaults.",
    if: { type: 'object', required: ['extends'] },
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
    then: { $ref: '#/$defs/extension' },
    else: { $ref: '#/$defs/mapping' },
    $defs: { attribute: ATTRIBUTE, mapping: MAPPING, extension: EXTENSION },
  };
}
