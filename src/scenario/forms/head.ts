import { Type } from 'typebox';
import type { Family } from '../../client/client.js';
import type { Json } from '../../scim/json.js';
import { path } from './pieces.js';

/** An attribute without a path: it can be put in another's place in any text. */
const PLAIN_NAME = '^[A-Za-z][A-Za-z0-9]*$';
/** One part of a complex attribute may be named, too. */
const PLAIN_PATH = '^[A-Za-z][A-Za-z0-9]*(\\.[A-Za-z][A-Za-z0-9]*)?$';
const NO_PLAIN_NAME = 'must be the plain name of an attribute';

/** A scenario as it is written; each step has a form of its own. */
export const SCENARIO_FORM = Type.Object(
  {
    id: Type.String({
      title: 'Id',
      description: 'Unique name; folder and file name by convention.',
      maxLength: 200,
      pattern: '^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$',
      patternErrorMessage: 'must be made of small letters, digits and single -, with / between the parts',
      examples: ['users/leaver'],
    }),
    title: Type.String({
      title: 'Title',
      description: 'What must hold, in one sentence.',
      minLength: 1,
      maxLength: 200,
      examples: ['A leaver is disabled, stays findable, and comes back with the same id'],
    }),
    description: Type.Optional(
      Type.String({ title: 'Description', description: 'Why it matters, for people who read the report.', maxLength: 4000 }),
    ),
    clients: Type.Optional(
      Type.Array(
        Type.Enum([
          'entra',
          'okta',
          'rfc',
          'entra-default',
          'entra-aadOptscim062020',
          'entra-on-demand',
          'okta-oin',
          'okta-aiw',
          'okta-granular',
        ]),
        { title: 'Clients', description: 'Families or dialects that play it. Default: all.', minItems: 1, uniqueItems: true },
      ),
    ),
    needs: Type.Optional(
      Type.Array(path, {
        title: 'Needs',
        description:
          'Mapped attributes (target paths), capabilities (create, update, remove, groups), features of ServiceProviderConfig (patch, filter, sort, bulk, etag), endpoints of resource types of Okta in /ResourceTypes (entitlementsEndpoint, rolesEndpoint), matchesByUserName, or everyone (more than a hundred users of the run: it is played last), without which the scenario is skipped.',
        maxItems: 50,
        uniqueItems: true,
        default: [],
        examples: [['active'], ['groups']],
      }),
    ),
    instead: Type.Optional(
      Type.Unsafe<Readonly<Record<string, string[]>>>({
        title: 'Instead',
        description:
          'A plain attribute that the scenario needs, with those that take its place in the whole scenario, bodies and filters included, where the mapping does not have it.',
        type: 'object',
        propertyNames: { pattern: PLAIN_PATH, patternErrorMessage: NO_PLAIN_NAME },
        additionalProperties: {
          title: 'Others',
          description: 'Attributes that may take its place; the first that the mapping has does.',
          type: 'array',
          items: { type: 'string', pattern: PLAIN_NAME, patternErrorMessage: NO_PLAIN_NAME, maxLength: 100 },
          minItems: 1,
          maxItems: 20,
          uniqueItems: true,
        },
        maxProperties: 10,
        examples: [{ title: ['nickName', 'userType'] }],
      }),
    ),
    once: Type.Optional(
      Type.Array(Type.Enum(['entra', 'okta', 'rfc'] satisfies [Family, Family, Family]), {
        title: 'Once',
        description: 'Families whose dialects all hold the same conversation here: only the first dialect of a run plays it.',
        minItems: 1,
        uniqueItems: true,
        examples: [['entra', 'okta']],
      }),
    ),
    tags: Type.Optional(
      Type.Array(
        Type.String({
          pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
          patternErrorMessage: 'must be made of small letters, digits and single -',
          maxLength: 50,
        }),
        {
          title: 'Tags',
          description: 'Words by which the scenario can be selected: tag:smoke.',
          minItems: 1,
          maxItems: 20,
          uniqueItems: true,
          examples: [['smoke']],
        },
      ),
    ),
    failures: Type.Optional(
      Type.Array(Type.String({ pattern: '^F[0-9]{2,3}$', patternErrorMessage: 'must be the number of a failure, such as F01' }), {
        title: 'Failures',
        description: 'Numbers of the failures in docs/failures.md that the scenario provokes on a server that has them.',
        minItems: 1,
        uniqueItems: true,
        examples: [['F01', 'F05']],
      }),
    ),
    steps: Type.Array(Type.Unsafe<Json>({ $ref: '#/$defs/step' }), {
      title: 'Steps',
      description: 'Played in order.',
      minItems: 1,
      maxItems: 200,
    }),
  },
  {
    title: 'scim-check scenario',
    description:
      'What a directory wants of a SCIM service provider, step by step. A client (Entra ID, Okta, plain RFC) turns each step into requests.',
    additionalProperties: false,
  },
);
