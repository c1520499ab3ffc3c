import { type Static, Type } from 'typebox';
import { defined } from '../../base/defined.js';
import type { Json } from '../../scim/json.js';
import type { Diagnostic } from '../../yaml/diagnostic.js';
import type { Path } from '../../yaml/document.js';
import { expectation } from '../forms/expectation.js';
import { check, described, paths, within } from '../forms/pieces.js';
import { pathProblems } from '../lint/paths.js';
import { inStep, type StepInPlace } from '../lint/place.js';
import { rawNameProblems } from '../lint/raw-names.js';
import { rawRequestProblems } from '../lint/raw-request.js';
import type { StepType } from '../step-type.js';

const VARIABLE = '^[A-Za-z][A-Za-z0-9_-]{0,63}$';

/** Request: the form in which it is written. */
export const REQUEST_FORM = Type.Object(
  {
    request: Type.Object(
      {
        method: Type.Optional(
          Type.Enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], { title: 'Method', description: 'The HTTP method.', default: 'GET' }),
        ),
        path: Type.String({
          title: 'Path',
          description: 'Path and query below the base URL. Values of `${variables}` are percent-encoded.',
          pattern: '^/',
          patternErrorMessage: 'must begin with /',
          maxLength: 4000,
          examples: ['/Users/${mover.id}'],
        }),
        headers: Type.Optional(
          Type.Unsafe<Record<string, string>>({
            title: 'Headers',
            description: "Header lines on top of the client's own. The credential is added by itself.",
            type: 'object',
            maxProperties: 50,
            additionalProperties: { type: 'string', maxLength: 4000 },
            examples: [{ 'If-Match': 'W/"1"' }],
          }),
        ),
        body: Type.Optional(Type.Unsafe<Json>({ title: 'Body', description: 'The body, sent as JSON. Any value.' })),
        capture: Type.Optional(
          Type.Unsafe<Record<string, string>>({
            title: 'Capture',
            description:
              'Variable → JSON pointer into the answer, `sent:` and a JSON pointer into the request, or `header:Name`. Later steps use it as `${variable}`.',
            type: 'object',
            maxProperties: 50,
            additionalProperties: {
              type: 'string',
              pattern: "^((sent:)?/|header:[A-Za-z0-9!#$%&'*+.^_`|~-]+$)",
              patternErrorMessage: 'must be a JSON pointer, such as /id or sent:/id, or header:Name',
            },
            propertyNames: { pattern: VARIABLE },
            examples: [{ version: '/meta/version' }],
          }),
        ),
        times: Type.Optional(
          Type.Integer({
            title: 'Times',
            description:
              'Send a creation this often at the same moment. Where the copies are equal, one user may come of them; where `${random.uuid}` makes them differ, all must be made.',
            minimum: 2,
            maximum: 10,
          }),
        ),
        exceed: Type.Optional(
          Type.Enum(['maxOperations'], {
            title: 'Exceed',
            description:
              'The only operation of the body is repeated until there is one more than `bulk.maxOperations` of ServiceProviderConfig allows. Skipped where more than 100 are allowed, or where no limit is told.',
          }),
        ),
        optional: Type.Optional(
          Type.Array(Type.String({ pattern: VARIABLE }), {
            title: 'Optional',
            description: 'Variables of `capture` that an answer may lack. The steps that use one which is missing are skipped.',
            minItems: 1,
            maxItems: 50,
            uniqueItems: true,
            examples: [['version']],
          }),
        ),
      },
      {
        title: 'Request',
        description: 'Method, path, headers and body. Texts may hold `${variables}`.',
        additionalProperties: false,
      },
    ),
    ignoringCase: Type.Optional(
      described(paths, {
        title: 'Ignoring case',
        description: "The step is skipped where the target's schemas say that one of these attributes counts with its letter case.",
      }),
    ),
    expect: expectation('request', ['status', 'attributes', 'absent']),
    within,
    check,
  },
  {
    title: 'Request',
    description: "A request in the scenario's own words, for what no intent covers.",
    additionalProperties: false,
  },
);

export const REQUEST: StepType<'request', { request: Static<typeof REQUEST_FORM> }> = {
  read: {
    request: ({ request: { method, path, headers, body, capture, optional, exceed, times }, ignoringCase }) => ({
      kind: 'request',
      method: method ?? 'GET',
      target: path,
      headers: Object.entries(headers ?? {}),
      capture: capture ?? {},
      optional: optional ?? [],
      ignoringCase: ignoringCase ?? [],
      ...defined({ body, exceed, times }),
    }),
  },
  label: ({ method, target }) => `${method} ${target}`,
  captures: ({ method, capture }) => new Map(Object.keys(capture).map((name) => [name, method])),
  rawAnswer: true,
  lint: (place) => [
    ...rawRequestProblems(place),
    ...rawNameProblems(place),
    ...repetitionProblems(place),
    ...place.step.intent.ignoringCase.flatMap((path, index) => pathProblems(place, inStep(place, 'ignoringCase', index), path)),
  ],
  texts: ({ target, headers, body }): (readonly [Path, Json])[] => [
    [['request', 'path'], target],
    ...headers.map(([name, value]) => [['request', 'headers', name], value] as const),
    ...(body === undefined ? [] : [[['request', 'body'], body] as const]),
  ],
};

/** What may be sent again and again is a read: a write that was answered is done. */
function repetitionProblems(place: StepInPlace<'request'>): Diagnostic[] {
  const { step, document } = place;
  if (step.within === undefined || step.intent.method === 'GET') return [];
  const hint = 'Write it without within, and look at what came of it in a step of its own: request with GET, read or match.';
  return [
    document.problem(inStep(place, 'within'), `"within" sends a request again, and a ${step.intent.method} may not be`, {
      hint,
      at: 'key',
    }),
  ];
}
