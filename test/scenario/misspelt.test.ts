import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../../src/client/values/persona.js';
import { DEFAULT_MAPPING } from '../../src/mapping/default.js';
import { AttributeBook } from '../../src/scenario/lint/attribute-book.js';
import { loadScenario } from '../../src/scenario/load.js';
import { CREATE_USER_FORM } from '../../src/scenario/steps/create.js';
import { expectProblem, withSteps } from './marked.js';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const user = '  - create: { user: ann }\n';
const group = '  - create: { group: team }\n';
const set = (pair: string): string => `${user}  - update: ann\n    set: { ${pair} }`;
const patch = (operation: string): string =>
  `${user}  - request: { method: PATCH, path: "/Users/\${ann.id}", body: { Operations: [${operation}] } }`;
const ask = (path: string, expectation = '200'): string => `  - request: { path: "${path}" }\n    expect: { status: ${expectation} }`;

describe('names that would blame the server', () => {
  it.each([
    ["Entra's name of an attribute", set('«jobTitle: x'), 'a user has no attribute "jobTitle"', 'Did you mean "title"?'],
    ['a kind as a part', set('«emails.work: x'), '"emails" has no part "work"', `Did you mean 'emails[type eq "work"].value'?`],
    [
      'a kind of address',
      set('«addresses.home: x'),
      '"addresses" has no part "home"',
      `Did you mean 'addresses[type eq "home"].formatted'?`,
    ],
    ['a misspelt part', set('«name.givnName: x'), '"name" has no part "givnName"', 'Did you mean "name.givenName"?'],
    [
      'a part behind brackets',
      set(`«'emails[type eq "work"].vlaue': x`),
      '"emails" has no part "vlaue"',
      'Did you mean "emails[…].value"?',
    ],
    ['a part inside brackets', set(`«'emails[typ eq "work"].value': x`), '"emails" has no part "typ"', 'Did you mean "emails[…].type"?'],
    [
      'a kind inside brackets',
      set(`«'emails[type eq "wrok"].value': x`),
      '"emails" has no values of the type "wrok"',
      'Did you mean "work"?',
    ],
    ['a part of a plain value', set('«title.value: x'), '"title" has no part "value"', 'It is a plain value.'],
    [
      'an attribute of the extension without its URN',
      set('«departmnt: x'),
      'a user has no attribute "departmnt"',
      `Did you mean "${ENTERPRISE}:department"?`,
    ],
    [
      'a misspelt attribute of the extension',
      set(`«'${ENTERPRISE}:departmnt': x`),
      `a user has no attribute "${ENTERPRISE}:departmnt"`,
      `Did you mean "${ENTERPRISE}:department"?`,
    ],
    [
      'a misspelt URN',
      set(`«'${ENTERPRISE.replace('enterprise', 'entreprise')}:department': x`),
      `a user has no attribute "${ENTERPRISE.replace('enterprise', 'entreprise')}:department"`,
      `Did you mean "${ENTERPRISE}:department"?`,
    ],
    ['an attribute that nobody has', set('«favouriteColour: blue'), 'a user has no attribute "favouriteColour"', undefined],
    [
      'what is to be created',
      '  - create: { user: ann, with: { «jobTitle: x } }',
      'a user has no attribute "jobTitle"',
      'Did you mean "title"?',
    ],
    [
      'what is left out',
      '  - create: { user: ann, without: [«nickNmae] }',
      'a user has no attribute "nickNmae"',
      'Did you mean "nickName"?',
    ],
    [
      'what is cleared',
      `${user}  - update: ann\n    clear: [«surname]`,
      'a user has no attribute "surname"',
      'Did you mean "name.familyName"?',
    ],
    ['what is looked up by', `${user}  - match: ann\n    by: «upn`, 'a user has no attribute "upn"', 'Did you mean "userName"?'],
    [
      'what is expected',
      `${user}  - read: ann\n    expect: { attributes: { «givenName: x } }`,
      'a user has no attribute "givenName"',
      'Did you mean "name.givenName"?',
    ],
    [
      'what is expected of a group',
      `${group}  - read: team\n    expect: { absent: [«title] }`,
      'a group has no attribute "title"',
      undefined,
    ],
    [
      'a part of an element',
      `  - create: { user: ann, with: { roles: [{ «vlaue: x }] } }`,
      '"roles" has no part "vlaue"',
      'Did you mean "roles.value"?',
    ],
    ['a persona', '  - create: { user: ann, persona: «apostroph }', '"persona" cannot be "apostroph"', 'Did you mean "apostrophe"?'],
    [
      'a variable without a value',
      `${user}  - request: { path: '/Users/«\${ann.uuid}' }`,
      '"ann" has no value "uuid"',
      'Did you mean "${ann.id}"?',
    ],
    [
      'a variable of an unknown attribute',
      `${user}  - request: { path: '/Users?filter=title%20eq%20%22«\${ann.jobTitle}%22' }`,
      'a user has no attribute "jobTitle"',
      'Did you mean "title"?',
    ],
    ['an endpoint', ask('«/Usrs').replace('«/', '/«'), 'there is no endpoint /Usrs', 'Did you mean "/Users"?'],
    ['an endpoint in small letters', ask('/«users'), 'there is no endpoint /users', 'Did you mean "/Users"?'],
    ['a query parameter', ask('/Users?«startindex=1'), 'there is no query parameter "startindex"', 'Did you mean "startIndex"?'],
    ['an attribute in a filter', ask('/Users?«filter=usrName%20pr'), 'a user has no attribute "usrName"', 'Did you mean "userName"?'],
    [
      'an attribute in a value filter',
      ask('/Users?«filter=emails%5Btyp%20eq%20%22work%22%5D'),
      '"emails" has no part "typ"',
      'Did you mean "emails[…].type"?',
    ],
    ['a filter', ask('/Users?«filter=userName%20is%20%22x%22'), expect.stringMatching(/^the filter cannot be read: /), undefined],
    [
      'attributes that are asked for',
      ask('/Users?count=1&«attributes=userName,titel'),
      'a user has no attribute "titel"',
      'Did you mean "title"?',
    ],
    ['an operation', patch('{ op: «replcae, path: title, value: x }'), 'there is no operation "replcae"', 'Did you mean "replace"?'],
    [
      'a path in a PATCH',
      patch(`{ op: add, path: «'emials[type eq "work"].value', value: x }`),
      'a user has no attribute "emials"',
      'Did you mean "emails"?',
    ],
    [
      'a key in a PATCH without a path',
      patch('{ op: add, value: { «tilte: x } }'),
      'a user has no attribute "tilte"',
      'Did you mean "title"?',
    ],
    [
      'a member of a body',
      '  - request: { method: POST, path: /Users, body: { userName: x, name: { «famliyName: x } } }',
      '"name" has no part "famliyName"',
      'Did you mean "name.familyName"?',
    ],
    [
      'a member of the extension in a body',
      `  - request: { method: POST, path: /Users, body: { '${ENTERPRISE}': { «departmnt: x } } }`,
      `a user has no attribute "${ENTERPRISE}:departmnt"`,
      `Did you mean "${ENTERPRISE}:department"?`,
    ],
  ])('%s', (_name, steps, message, hint) => expectProblem(withSteps(steps), message, hint));

  it.each([
    ['jobTitle', 'no resource has an attribute "jobTitle"', 'Did you mean "title"?'],
    ['nothing', 'no resource has an attribute "nothing"', undefined],
    ['grousp', '"grousp" is neither a capability nor an attribute', 'Did you mean "groups"?'],
    ['ptach', '"ptach" is neither a capability nor an attribute', 'Did you mean "patch"?'],
  ])('a need: %s', (need, message, hint) => expectProblem(withSteps(user).replace('steps', `needs: [«${need}]\nsteps`), message, hint));
});

describe('values of another type', () => {
  it.each([
    ['zeros in front', set('title: «007'), 'YAML reads 007 as the number 7', 'Put it in quotes if it is text: "007".'],
    ['a number that is a name', set('title: «1.10'), '"title" is text, and 1.1 is a number', 'Put it in quotes: "1.10".'],
    ['a truth value that is a name', set('nickName: «true'), '"nickName" is text, and true is a truth value', 'Put it in quotes: "true".'],
    [
      'an expected number',
      `${user}  - read: ann\n    expect: { attributes: { userType: «7 } }`,
      '"userType" is text, and 7 is a number',
      'Put it in quotes: "7".',
    ],
    [
      'text for a truth value',
      set(`'emails[type eq "work"].primary': «"yes"`),
      expect.stringContaining('must be true or false'),
      undefined,
    ],
  ])('%s', (_name, steps, message, hint) => expectProblem(withSteps(steps), message, hint));
});

describe('what is right', () => {
  const accepts = (steps: string, attributes?: AttributeBook): void =>
    expect(loadScenario(withSteps(steps), 'x', attributes).problems).toEqual([]);

  it.each([
    ['letter case', set('TITLE: x')],
    ['a part that every list has', set(`'addresses[type eq "work"].primary': true`)],
    ['a type of the author', set(`'emails[type eq "invoices"].value': x`)],
    ['a request that is to be refused', ask('/Users?filter=usrName%20is%20x', '400')],
    ['operations in any letter case', patch('{ op: Replace, path: title, value: x }')],
    ['an endpoint of the app', ask('/Departments')],
    ["an attribute of the app's own in a body", patch('{ op: add, path: favouriteColour, value: x }')],
    ['a variable inside a filter', `${user}${ask('/Users?filter=userName%20eq%20%22${ann.userName}%22')}`],
  ])('%s', (_name, steps) => accepts(steps));

  const own = new AttributeBook({
    ...DEFAULT_MAPPING,
    users: [
      { name: 'favouriteColour', type: 'String', filterable: false, required: false },
      { name: 'urn:example:acme:2.0:User:badge', type: 'Integer', filterable: false, required: false },
      { name: 'emails[type eq "wrok"].value', type: 'String', filterable: false, required: false },
    ],
  });
  it.each(['favouriteColour: x', "'urn:example:acme:2.0:User:badge': 7", `'emails[type eq "wrok"].value': x`])(
    'an attribute of the mapping: %s',
    (pair) => accepts(set(pair), own),
  );

  it('takes any name where the scenario is about what an app advertises besides', () => {
    const text = (needs: string): string => `${needs}${withSteps(set("'urn:example:acme:2.0:User:badge': x"))}`;
    expect(loadScenario(text('needs: [besides]\n'), 'x').problems).toEqual([]);
    expect(loadScenario(text(''), 'x').problems).toHaveLength(1);
  });

  it('finds slips in the names of the mapping, and values that it has otherwise', () => {
    const messages = (pair: string): unknown[] =>
      loadScenario(withSteps(set(pair)), 'x', own).problems.map(({ message, hint }) => [message, hint]);
    expect(messages('favoriteColour: x')).toEqual([['a user has no attribute "favoriteColour"', 'Did you mean "favouriteColour"?']]);
    expect(messages("'urn:example:acme:2.0:User:bagde': 7")).toEqual([
      ['a user has no attribute "urn:example:acme:2.0:User:bagde"', 'Did you mean "urn:example:acme:2.0:User:badge"?'],
    ]);
    expect(messages("'urn:example:acme:2.0:User:badge': seven")).toEqual([
      ['"urn:example:acme:2.0:User:badge" must be a number', 'Write it without quotes.'],
    ]);
  });
});

it('offers everybody whom the tool knows', () => {
  const { persona } = CREATE_USER_FORM.properties.create.properties;
  expect((persona as { enum?: unknown }).enum).toEqual(['plain', ...PERSONAS.map(({ name }) => name)]);
});

describe('a slip of YAML is one message, with the hint that fits', () => {
  it.each([
    ['id: a: b', 1, 'Text that holds a colon and a blank must stand in quotes.'],
    ["title: 'It's here'", 1, "Inside '…' an apostrophe is written twice: ''."],
    ['title: "a "b" c"', 1, 'Inside "…" a quotation mark is written \\".'],
    ['title: @x', 1, 'Put the text in quotes.'],
    ['steps:\n\t- connect: right', 2, 'Indent with blanks only.'],
    [
      'set: { emails[type eq "work"].value: x }',
      1,
      'A path with brackets must stand in single quotes, as in \'emails[type eq "work"].value\'.',
    ],
    ['steps:\n  - connect: right\n   - list: users', 3, expect.stringContaining('begin in the same column')],
    ['- a\nid: b', 2, expect.stringContaining('A list (-) and keys cannot stand side by side')],
    ['title: x\n  id: y', 1, expect.stringContaining('look at the indentation')],
    ['title: "abc', 2, expect.stringContaining('must be closed')],
    ['a: [1, 2', 2, expect.stringContaining('may be open')],
    ['body: { "a": 1 }}', 1, expect.stringContaining('closing sign')],
  ])('%s', (text, line, hint) => {
    const { problems } = loadScenario(`${text}\n`, 'x');
    expect(problems.map((problem) => [problem.position.line, problem.hint])).toEqual([[line, hint]]);
  });
});
