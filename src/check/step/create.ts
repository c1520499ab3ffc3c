import { USER_URN } from '../../scim/urn.js';
import { ALL, field, must, okta, says, should } from '../authority.js';
import { defineStepChecks } from '../define.js';
import { answer, created, exampleUser, excerpt, get, list, ok, post, put, refusal, same, without } from '../messages.js';

/** The account that was there, whose values happen to be those that are sent. */
const RUNSCOPE = exampleUser({ id: 'u7', name: { givenName: 'Runscope', familyName: 'Test' }, displayName: 'Runscope Test' });

const SECOND = exampleUser({ id: 'u2', name: { givenName: 'Second', familyName: 'Original' } });

const SENT_AGAIN = exampleUser({ userName: 'sent.again.r1@example.com' });

const CONFLICT = must(
  '7644',
  '3.3',
  'the service provider MUST return HTTP status code 409 (Conflict) with a "scimType" error code of "uniqueness", as per Section 3.12.',
);

/** Checks of creates that need more than one exchange, or a step of a scenario, to be seen. */
export const CREATE_STEPS = defineStepChecks([
  {
    id: 'SC1121',
    roots: ['SC1204', 'SC1216', 'SC2501', 'SC2703', 'SC1224', 'SC2804', 'SC1504'],
    title: 'The names of attributes count without regard to case',
    impact: 'provisioning-lost',
    authorities: [
      says('7643', '2.1', 'Attribute names are case insensitive and are often "camel-cased" (e.g., "camelCase").'),
      field('F48'),
    ],
    clients: ['rfc'],
    effect: 'A client that writes UserName or Title loses the value, or is told that userName is missing.',
    fix: 'Compare attribute names without regard to case: in bodies, in paths, in filters and in "attributes".',
    example: {
      scenario: 'rfc/attribute-names',
      request: post('/Users', { schemas: [USER_URN], UserName: 'names.r1@example.com', Title: 'Engineer', Active: true }, 'raw'),
      good: excerpt(answer(201, { title: 'Engineer' }, { Location: 'https://scim.example.com/Users/u1' })),
      bad: refusal(400, 'userName is required.', 'invalidValue'),
    },
  },
  {
    id: 'SC1225',
    title: 'A create that is answered with an error has made nothing',
    impact: 'provisioning-lost',
    authorities: [
      must(
        '7644',
        '3.3',
        'When the service provider successfully creates the new resource, an HTTP response SHALL be returned with HTTP status code 201 (Created).',
      ),
      field('F111'),
    ],
    clients: ALL,
    effect: 'The client takes it that nobody was created and tries again: it meets a conflict with an account that it does not know.',
    fix: 'Keep the resource and whatever may fail after it in one transaction; or answer 201, and do the rest later.',
    example: {
      scenario: 'users/password',
      client: 'okta',
      request: post('/Users', { userName: 'ada@example.com' }, 'create'),
      good: excerpt(answer(201, { userName: 'ada@example.com' }, { Location: 'https://scim.example.com/Users/u1' })),
      bad: refusal(500, 'The welcome mail could not be sent.'),
      besides: [
        {
          request: get('/Users?filter=userName%20eq%20%22ada%40example.com%22', 'verify'),
          good: ok(list([])),
          bad: ok(list([exampleUser({ id: 'u5', userName: 'ada@example.com' })])),
        },
      ],
    },
  },
  {
    id: 'SC1207',
    title: 'A create makes a new resource',
    impact: 'data-damaged',
    safety: true,
    authorities: [
      CONFLICT,
      says('7644', '3.3', 'To create new resources, clients send HTTP POST requests to the resource endpoint'),
      field('F89'),
    ],
    clients: ALL,
    effect: 'The create took over an account that was there before: whoever owns it loses it.',
    fix: 'Answer 409 to a create that collides with an existing resource.',
    example: {
      scenario: 'okta-spec/spec',
      client: 'okta',
      request: post('/Users', { displayName: 'Runscope Test' }, 'raw'),
      nth: 1,
      good: excerpt(answer(201, { id: 'u2', displayName: 'Runscope Test' }, { Location: 'https://scim.example.com/Users/u2' })),
      bad: created(RUNSCOPE),
      besides: [
        same(get('/Users?count=1&startIndex=1'), ok(list([RUNSCOPE], { totalResults: 6 }))),
        same(get('/Users/u7'), ok(RUNSCOPE)),
        { ...same(post('/Users', { displayName: 'Runscope Test' }, 'raw'), refusal(409, 'The userName is taken.', 'uniqueness')), nth: 2 },
      ],
    },
  },
  {
    id: 'SC1208',
    roots: ['SC1216', 'SC1204', 'SC1224'],
    title: 'A second create of the same userName is answered 409',
    impact: 'data-damaged',
    authorities: [CONFLICT, okta('test'), field('F16')],
    clients: ALL,
    effect: 'People exist twice, or the client retries for ever because it cannot tell a conflict from another error.',
    fix: 'Answer 409 with "scimType": "uniqueness".',
    example: {
      scenario: 'users/duplicate',
      request: post('/Users', { userName: 'ada@example.com', name: { givenName: 'Second', familyName: 'Original' } }, 'raw'),
      good: refusal(409, 'The userName is taken.', 'uniqueness'),
      bad: created(SECOND),
    },
  },
  {
    id: 'SC1210',
    roots: ['SC1208', 'SC1204', 'SC1216'],
    title: 'A userName that differs in case alone is a conflict',
    impact: 'data-damaged',
    authorities: [must('7643', '4.1.1', 'This attribute is REQUIRED and is case insensitive.'), field('F16')],
    clients: ['okta', 'rfc'],
    effect: 'One person gets two accounts, and look-ups find two of them.',
    fix: 'Compare userName without regard to case when looking for a conflict.',
    example: {
      scenario: 'rfc/user-names',
      client: 'rfc',
      request: post('/Users', { schemas: [USER_URN], userName: 'CASE.r1@example.com' }, 'raw'),
      good: refusal(409, 'The userName is taken.', 'uniqueness'),
      bad: created(exampleUser({ id: 'u2', userName: 'CASE.r1@example.com' })),
    },
  },
  {
    id: 'SC1220',
    roots: [
      'SC1216',
      'SC1207',
      'SC2501',
      'SC2703',
      'SC1208',
      'SC1204',
      'SC1304',
      'SC1308',
      'SC1309',
      'SC1401',
      'SC1104',
      'SC1301',
      'SC1302',
      'SC1303',
    ],
    title: 'A create that is sent again makes no second user',
    impact: 'data-damaged',
    authorities: [CONFLICT, field('F90')],
    clients: ['entra'],
    effect: 'Entra sends a create again whose answer did not come in time: people exist twice, and every later look-up is ambiguous.',
    fix: 'Make userName unique in the store itself; answer 409 to the second create.',
    example: {
      scenario: 'users/sent-again',
      request: get('/Users?filter=userName+eq+%22sent.again.r1%40example.com%22'),
      good: ok(list([SENT_AGAIN])),
      bad: ok(list([SENT_AGAIN, { ...SENT_AGAIN, id: 'u2' }])),
    },
  },
  {
    id: 'SC1222',
    roots: ['SC1216', 'SC1202', 'SC1204', 'SC1205', 'SC1003', 'SC1104'],
    title: 'A primary postal address or number keeps nobody from being created',
    severity: 'warning',
    impact: 'provisioning-lost',
    authorities: [says('7643', '2.4', "primary  A Boolean value indicating the 'primary' or preferred attribute value for this attribute")],
    clients: ['entra'],
    effect: 'Nobody with an address is provisioned where Entra marks it as the primary one (log of one vendor).',
    fix: 'Accept "primary" on every list of values, or ignore it.',
    example: {
      scenario: 'users/primary-addresses',
      request: post('/Users', { meta: { resourceType: 'User' } }),
      nth: 4,
      good: excerpt(answer(201, { active: true })),
      bad: refusal(400, 'attribute primary is not recognized by the schema', 'invalidSyntax'),
    },
  },
  {
    id: 'SC1211',
    roots: ['SC1204', 'SC1216'],
    title: 'A user without userName is refused with 400',
    impact: 'noise',
    authorities: [
      must('7643', '4.1.1', 'Each User MUST include a non-empty userName value.'),
      says('7644', '3.12', 'A required value was missing, or the value specified was not compatible with the operation or attribute type'),
    ],
    clients: ['rfc'],
    effect: 'Accounts come into being that no client can find again.',
    effects: [{ refused: true, effect: 'The client is told of another mistake than its own, and cannot mend it.' }],
    fix: 'Answer 400 with "scimType": "invalidValue".',
    example: {
      scenario: 'rfc/mistakes',
      request: post('/Users', { schemas: [USER_URN], displayName: 'Nobody r1' }, 'raw'),
      good: refusal(400, 'userName is required.', 'invalidValue'),
      bad: created(without(exampleUser({ id: 'u2', displayName: 'Nobody r1' }), 'userName')),
    },
  },
  {
    id: 'SC1213',
    roots: ['SC1204', 'SC1216'],
    title: 'A value of the wrong type is refused with 400',
    severity: 'warning',
    impact: 'noise',
    authorities: [
      should('7644', '3.12', 'Implementers SHOULD handle the identified HTTP status codes as described below.'),

      says('7644', '3.12', 'A required value was missing, or the value specified was not compatible with the operation or attribute type'),
    ],
    clients: ['rfc'],
    effect: 'What the client sent is dropped without a word, or the server fails.',
    fix: 'Answer 400 with "scimType": "invalidValue".',
    example: {
      scenario: 'rfc/mistakes',
      request: post('/Users', { name: [{ familyName: [] }], active: { not: 'a boolean' } }, 'raw'),
      good: refusal(400, 'name must be an object.', 'invalidValue'),
      bad: refusal(500, 'cannot cast object to boolean'),
    },
  },
  // What a create may not do, a change may not do either. Whether the refusal is a 409 or a 400 is not said.
  {
    id: 'SC1215',
    roots: ['SC2200', 'SC2100', 'SC2113', 'SC2118', 'SC2152', 'SC1208'],
    title: 'A change to a userName that another user has is refused',
    impact: 'data-damaged',
    authorities: [
      must('7643', '4.1.1', "This identifier MUST be unique across the service provider's entire set of Users."),
      says('7644', '3.12', 'One or more of the attribute values are already in use or are reserved.'),
      field('F16'),
    ],
    clients: ['rfc'],
    effect: 'Two accounts answer to one name: the next look-up finds both, and nobody knows whose access is whose.',
    effects: [
      {
        refused: true,
        effect: 'The client is not told that the name is taken: it takes the answer for a passing fault and tries again for ever.',
      },
    ],
    fix: 'Answer 409 with "scimType": "uniqueness" to a PUT or PATCH as to a POST.',
    example: {
      scenario: 'rfc/collisions',
      request: put('/Users/u1', { schemas: [USER_URN], userName: 'grace@example.com' }),
      good: refusal(409, 'The userName is taken.', 'uniqueness'),
      bad: ok(exampleUser({ userName: 'grace@example.com' })),
    },
  },
  {
    id: 'SC1218',
    roots: ['SC1208', 'SC1204', 'SC1225', 'SC1216', 'SC1224', 'SC1221'],
    title: 'Creates of one userName at the same moment make one user',
    impact: 'data-damaged',
    authorities: [must('7643', '4.1.1', "This identifier MUST be unique across the service provider's entire set of Users."), CONFLICT],
    clients: ['rfc'],
    effect: 'A client that repeats a create, or two jobs that provision one person, leave two accounts for one person.',
    fix: 'Let the database keep userName unique, and answer 409 to whoever comes second; looking first is not enough.',
    example: {
      scenario: 'rfc/parallel-creates',
      request: post('/Users', { userName: 'parallel.same.r1@example.com' }),
      nth: 2,
      good: { status: 409, body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '409', scimType: 'uniqueness' } },
      bad: created(exampleUser({ id: 'u8', userName: 'parallel.same.r1@example.com' })),
      besides: [same(get('/Users/u8', 'verify'), ok(exampleUser({ id: 'u8', userName: 'parallel.same.r1@example.com' })))],
    },
  },
  {
    id: 'SC1219',
    roots: ['SC1204', 'SC1225', 'SC1216', 'SC1126', 'SC1104', 'SC1224', 'SC1221'],
    title: 'Creates of different users at the same moment are all made',
    severity: 'warning',
    impact: 'provisioning-lost',
    authorities: [
      must(
        '7644',
        '3.3',
        'When the service provider successfully creates the new resource, an HTTP response SHALL be returned with HTTP status code 201 (Created).',
      ),
    ],
    clients: ['rfc'],
    effect: 'People are missing after a large import, and nobody can tell which.',
    fix: 'Lock what two creates share for as short a time as it takes, and let the second one wait; or answer 429 or 503.',
    example: {
      scenario: 'rfc/parallel-creates',
      request: post('/Users', { schemas: [USER_URN], userName: 'parallel.u9@example.com' }),
      nth: 2,
      good: excerpt(created({})),
      bad: refusal(400, 'Another create is under way.'),
    },
  },
]);
