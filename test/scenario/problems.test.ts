import { describe, expect, it } from 'vitest';
import { loadScenario, loadScenarios } from '../../src/scenario/load.js';
import { expectProblem, withSteps } from './marked.js';

const GOOD = withSteps('  - connect: right');

describe('the head of a file', () => {
  it.each([
    ['an unknown key', GOOD.replace('title:', 'needs: []\n«titel: x\ntitle:'), 'unknown key "titel"', 'Did you mean "title"?'],
    ['a missing key', '«id: test/one\nsteps:\n  - connect: right\n', 'missing key "title"', 'What must hold, in one sentence.'],
    ['a wrong type', GOOD.replace('A test', '«[a]'), '"title" must be text, not a list', undefined],
    ['a number as text', GOOD.replace('A test', '«12'), '"title" must be text, not the number 12', undefined],
    ['a key without a value', GOOD.replace('title: A test', '«title:'), '"title" has no value', 'What must hold, in one sentence.'],
    [
      'an id with capitals',
      GOOD.replace('test/one', '«Test/One'),
      '"id" must be made of small letters, digits and single -, with / between the parts',
      undefined,
    ],
    ['no steps at all', 'id: a\ntitle: b\nsteps: «[]\n', '"steps" is empty', 'Played in order.'],
    [
      'an unknown client',
      GOOD.replace('steps', 'clients: [entra, «otka]\nsteps'),
      'an item of "clients" cannot be "otka"',
      'Did you mean "okta"?',
    ],
    ['a client twice', GOOD.replace('steps', 'clients: [entra, «entra]\nsteps'), '"entra" stands twice in "clients"', undefined],
    [
      'a need that is no path',
      GOOD.replace('steps', 'needs: ["«ac?tive"]\nsteps'),
      expect.stringMatching(/^"ac\?tive" is no attribute path: /),
      undefined,
    ],
    [
      'a misspelt capability',
      GOOD.replace('steps', 'needs: [«group]\nsteps'),
      '"group" is neither a capability nor an attribute',
      'Did you mean "groups"?',
    ],
    [
      'a misspelt attribute',
      GOOD.replace('steps', 'needs: [«acitve]\nsteps'),
      'no resource has an attribute "acitve"',
      'Did you mean "active"?',
    ],
    [
      'a path with an offset',
      GOOD.replace('steps', "needs: ['emails[type eq «work].value']\nsteps"),
      expect.stringMatching(/is no attribute path: /),
      undefined,
    ],
    ['a list in place of the file', '«- a\n', 'the file must be a map, not a list', undefined],
  ])('%s', (_name, text, message, hint) => expectProblem(text, message, hint));
});

describe('the form of a step', () => {
  const user = '  - create: { user: ann }\n';
  const group = '  - create: { group: team }\n';
  it.each([
    [
      'an unknown key',
      `${user}  - update: ann\n    «sett: { title: x }\n    set: { title: y }`,
      'unknown key "sett"',
      'Did you mean "set"?',
    ],
    ['an unknown key deep inside', '  - create:\n      user: ann\n      «wiht: { title: x }', 'unknown key "wiht"', 'Did you mean "with"?'],
    ['two intents', `${user}  - match: ann\n    «read: ann`, 'two intents in one step: "match" and "read"', 'Give each a step of its own.'],
    ['no intent', '  - «expect: { status: 200 }', 'this step has no intent', undefined],
    ['a misspelt intent', '  - «conect: right', 'this step has no intent', 'Did you mean "connect"?'],
    ['a step that is text', '  - «connect', 'a step must be a map with one intent', undefined],
    ['an empty step', '  - connect: right\n  -«', 'a step must be a map with one intent', undefined],
    ['a wrong choice', '  - connect: «rihgt', '"connect" cannot be "rihgt"', 'Did you mean "right"?'],
    ['a user and a group at once', '  - create: { user: ann, «group: team }', 'a step creates a user or a group, not both', undefined],
    ['neither user nor group', '  - create: «{ persona: plain }', 'missing key "user"', undefined],
    ['members of a user', '  - create: { user: ann, «members: [bob] }', 'unknown key "members"', undefined],
    [
      'an update that changes nothing',
      `${user}  - «update: ann`,
      'the step changes nothing',
      'It needs set, clear, manager, add, remove, members or every.',
    ],
    ['null as a value', `${user}  - update: ann\n    set: { title: «null }`, '"title" has no value', undefined],
    [
      'a map as a value',
      `${user}  - update: ann\n    set: { name: «{ givenName: x } }`,
      '"name" must be text, a number, true or false or a list, not a map',
      undefined,
    ],
    ['an empty set', `${user}  - update: ann\n    set: «{}`, '"set" is empty', undefined],
    ['a status out of range', '  - connect: right\n    expect: { status: «99 }', '"status" must be >= 100', undefined],
    ['a status in a list', '  - connect: right\n    expect: { status: [200, «600] }', 'an item of "status" must be <= 599', undefined],
    [
      'a status as text',
      '  - connect: right\n    expect: { status: «ok }',
      '"status" must be a whole number or a list, not text',
      undefined,
    ],
    [
      'an expectation that the intent cannot have',
      '  - connect: right\n    expect: { «found: true }',
      'unknown key "found"',
      'Possible here: status.',
    ],
    ['a check id', '  - connect: right\n    check: «SC12', '"check" must be the id of a check, such as SC2104', undefined],
    [
      'a check that there is not',
      '  - connect: right\n    check: «SC2999',
      'there is no check "SC2999"',
      'All checks: scim-check list checks.',
    ],
    ['a page size', '  - list: users\n    count: «0', '"count" must be >= 1', undefined],
    ['a page size that is no number', '  - list: users\n    count: «"2"', '"count" must be a whole number, not text', undefined],
    [
      'an object name',
      '  - create: { user: «"a b" }',
      '"user" must be a name of letters, digits, - and _ that begins with a letter',
      undefined,
    ],
    ['a member twice', `${user}${group}  - update: team\n    add: [ann, «ann]`, '"ann" stands twice in "add"', undefined],
    ['a method', '  - request: { method: «PATHC, path: /Users }', '"method" cannot be "PATHC"', 'Did you mean "PATCH"?'],
    ['a path without a slash', '  - request: { path: «Users }', '"path" must begin with /', undefined],
    [
      'a capture',
      '  - request: { path: /Users, capture: { id: «id } }',
      '"id" must be a JSON pointer, such as /id or sent:/id, or header:Name',
      undefined,
    ],
    [
      'a capture name',
      '  - request: { path: /Users, capture: { «"a b": /id } }',
      '"a b" is no name of letters, digits, - and _',
      undefined,
    ],
  ])('%s', (_name, steps, message, hint) => expectProblem(withSteps(steps), message, hint));
});

describe('the meaning of a step', () => {
  const user = '  - create: { user: ann }\n';
  const two = `${user}  - create: { user: bob }\n`;
  const group = '  - create: { group: team }\n';
  it.each([
    ['an object that nothing creates', `${user}  - read: «an`, 'no step creates an object "an"', 'Did you mean "ann"?'],
    [
      'an object before its creation',
      '  - read: «ann\n  - create: { user: ann }',
      '"ann" is used before a step creates it',
      'Line 5 creates it; move that step up.',
    ],
    [
      'a hit before the creation',
      `  - match: ann\n    expect: { found: «true }\n${user}`,
      '"ann" cannot be found before a step creates it',
      undefined,
    ],
    [
      'an object twice',
      `${user}  - create: { group: «ann }`,
      'there is an object "ann" already',
      'Line 4 creates it; choose another name.',
    ],
    ['a reserved name', '  - create: { user: «run }', '"run" is a name of variables, not of objects', undefined],
    [
      'an update after deletion',
      `${user}  - delete: ann\n  - update: «ann\n    set: { title: x }`,
      '"ann" is used after it was deleted',
      'Line 5 deletes it; only match and read make sense afterwards.',
    ],
    ['a deletion after deletion', `${user}  - delete: ann\n  - delete: «ann`, '"ann" is used after it was deleted', undefined],
    ['their own manager, on creation', '  - create: { user: ann, manager: «ann }', '"ann" cannot be their own manager', undefined],
    ['their own manager, later', `${user}  - update: ann\n    manager: «ann`, '"ann" cannot be their own manager', undefined],
    ['an unknown manager', '  - create: { user: ann, manager: «bob }', 'no step creates an object "bob"', undefined],
    ['a group as manager', `${user}${group}  - update: ann\n    manager: «team`, '"team" is a group, and a user is needed here', undefined],
    ['members of a user', `${two}  - update: ann\n    «add: [bob]`, 'a user has no members', undefined],
    ['the manager of a group', `${user}${group}  - update: team\n    «manager: ann`, 'a group has no manager', undefined],
    [
      'members beside add',
      `${user}${group}  - update: team\n    add: [ann]\n    «members: []`,
      'members cannot stand beside add or remove',
      undefined,
    ],
    [
      'added and removed',
      `${user}${group}  - update: team\n    add: [ann]\n    remove: [«ann]`,
      '"ann" is added and removed in one step',
      undefined,
    ],
    [
      'set and cleared',
      `${user}  - update: ann\n    set: { title: x }\n    clear: [«title]`,
      '"title" is given a value and taken away in one step',
      undefined,
    ],
    [
      'expected and absent',
      `${user}  - read: ann\n    expect: { attributes: { title: x }, absent: [«title] }`,
      '"title" is expected to have a value and to be absent',
      undefined,
    ],
    ['a misspelt attribute', `${user}  - update: ann\n    set: { «tilte: x }`, 'a user has no attribute "tilte"', 'Did you mean "title"?'],
    [
      'a misspelt attribute of a group',
      `${group}  - update: team\n    set: { «dispayName: x }`,
      'a group has no attribute "dispayName"',
      'Did you mean "displayName"?',
    ],
    ['the id', `${user}  - update: ann\n    set: { «id: x }`, '"id" is for the target to decide', undefined],
    [
      'members as a value',
      `${group}  - update: team\n    clear: [«members]`,
      'members are objects of the scenario, not values',
      'Name the users under add, remove or members.',
    ],
    ['active as text', `${user}  - update: ann\n    set: { active: «"False" }`, '"active" must be true or false', undefined],
    [
      'a variable that is not closed',
      `${user}  - update: ann\n    set: { title: "a «\${run.id" }`,
      'the variable is not closed with }',
      'A plain ${ is written $${.',
    ],
    ['an unknown variable', `${user}  - update: ann\n    set: { title: 'a «\${rum}' }`, 'unknown variable "rum"', undefined],
    [
      'a misspelt variable',
      `${user}  - request: { path: '/Users/«\${an.id}' }`,
      'unknown variable "an": no step creates such an object',
      'Did you mean "ann.id"?',
    ],
    [
      'a variable of run',
      '  - request: { path: "/Users/«${run.uuid}" }',
      'the variables of run are ${run.id}, ${run.domain}, ${run.date} and ${run.time}; a date may go on like ${run.date+14d}',
      undefined,
    ],
    ['a captured name too early', '  - request: { path: "/Users/«${x}", capture: { x: /id } }', 'unknown variable "x"', undefined],
    [
      'a variable in a body',
      '  - request:\n      method: POST\n      path: /Users\n      body: { a: [{ b: "«${nobody}" }] }',
      'unknown variable "nobody"',
      undefined,
    ],
    [
      'an attribute in a variable',
      `${user}  - request: { path: "/Users/«\${ann.usrName}" }`,
      'a user has no attribute "usrName"',
      'Did you mean "userName"?',
    ],
    [
      'a write onto a stranger',
      '  - request: { method: DELETE, path: «/Users/1 }',
      'DELETE may only reach a resource that this run created',
      undefined,
    ],
    [
      'a write onto a collection',
      `${user}  - request: { method: PUT, path: «"/Users?x=\${ann.id}" }`,
      'PUT may only reach a resource that this run created',
      undefined,
    ],
    [
      'a write onto what a GET found',
      `  - request: { path: /Users, capture: { x: /Resources/0/id } }\n  - request: { method: DELETE, path: «"/Users/\${x}" }`,
      'DELETE may only reach a resource that this run created',
      undefined,
    ],
    [
      'the id of the object that is being created',
      '  - create: { user: ann, with: { title: "x «${ann.id}" } }',
      '"ann" is used before a step creates it',
      undefined,
    ],
    [
      'a write by a name',
      `${user}  - request: { method: DELETE, path: «"/Users/\${ann.userName}" }`,
      'DELETE may only reach a resource that this run created',
      undefined,
    ],
    ['a path that leaves the base URL', '  - request: { path: «/../admin }', 'the path leaves the base URL', undefined],
    ['another host', '  - request: { path: «//example.com/Users }', 'the path leaves the base URL', undefined],
    [
      'a blank in a path',
      '  - request: { path: /Users?filter=userName«%eq }'.replace('«%', '« '),
      'the path holds a character that a URL cannot hold',
      undefined,
    ],
    [
      'a credential',
      '  - request: { path: /Users, headers: { «authorization: Bearer x } }',
      'the header authorization cannot be set',
      undefined,
    ],
    ['a header name', '  - request: { path: /Users, headers: { «"a b": x } }', '"a b" is no header name', undefined],
    [
      'a header of two lines',
      '  - request: { path: /Users, headers: { X-A: «"a\\r\\nX-B: c" } }',
      'a header value must be one line',
      undefined,
    ],
    ['a captured run', '  - request: { path: /Users, capture: { «run: /id } }', '"run" is a name of the tool\'s own variables', undefined],
  ])('%s', (_name, steps, message, hint) => expectProblem(withSteps(steps), message, hint));

  it('points into a path at the character that is wrong', () => {
    const { problems } = loadScenario(withSteps(`${user}  - update: ann\n    set: { 'emails[type eq "work".value': x }`), 'x');
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain('is no attribute path');
    expect(problems[0]?.position.line).toBe(6);
    expect(problems[0]?.position.column).toBeGreaterThan('    set: { \'emails[type eq "wor'.length);
  });

  it('tells an object of a broken step as known, so that one mistake is told once', () => {
    expectProblem(withSteps('  - create: { user: ann, «persna: x }\n  - read: ann'), 'unknown key "persna"', 'Did you mean "persona"?');
  });

  it.each([
    ['match before creation', `  - match: ann\n    expect: { found: false }\n${user}`],
    ['match and read after deletion', `${user}  - delete: ann\n  - match: ann\n  - read: ann`],
    ['a deleted id in a request', `${user}  - delete: ann\n  - request: { method: DELETE, path: "/Users/\${ann.id}" }`],
    [
      'a write onto what a POST created',
      '  - request: { method: POST, path: /Users, capture: { x: /id } }\n  - request: { method: DELETE, path: "/Users/${x}" }',
    ],
    ['the own values of a person who is being created', '  - create: { user: ann, with: { title: "x ${ann.userName}" } }'],
    ['a random id', '  - request: { method: PATCH, path: "/Users/${random.uuid}" }'],
    [
      'a captured id',
      '  - request: { path: /Users, capture: { one: /Resources/0/id, tag: "header:ETag" } }\n  - request: { path: "/Users/${one}" }',
    ],
    ['a value path in a variable', `${user}  - request: { path: '/Users?filter=x%20\${ann.emails[type eq "work"].value}' }`],
    ['an emptied group', `${user}${group}  - update: team\n    members: []`],
    ['a plain dollar sign', `${user}  - update: ann\n    set: { title: 'costs $5 and $\${x}' }`],
  ])('accepts %s', (_name, steps) => expect(loadScenario(withSteps(steps), 'x').problems).toEqual([]));
});

describe('several problems', () => {
  it('are told in one go, in the order of the text', () => {
    const text = 'id: X\nsteps:\n  - create: { user: ann, wth: {} }\n  - read: bob\n  - updat: ann\n  - delete: ann\n  - delete: ann\n';
    const { problems } = loadScenario(text, 'x');
    expect(problems.map((problem) => `${problem.position.line} ${problem.message}`)).toEqual([
      '1 missing key "title"',
      '1 "id" must be made of small letters, digits and single -, with / between the parts',
      '3 unknown key "wth"',
      '4 no step creates an object "bob"',
      '5 this step has no intent',
      '7 "ann" is used after it was deleted',
    ]);
  });

  it('tell of one id in two files at both places', () => {
    const { scenarios, problems } = loadScenarios([
      { file: 'a.yaml', text: GOOD },
      { file: 'b.yaml', text: `# twin\n${GOOD}` },
      { file: 'c.yaml', text: GOOD.replace('test/one', 'test/two') },
    ]);
    expect(scenarios.map(({ id }) => id)).toEqual(['test/two']);
    expect(problems.map(({ position, message, hint }) => [`${position.file}:${position.line}:${position.column}`, message, hint])).toEqual([
      ['a.yaml:1:1', 'another scenario has the id "test/one" too', 'See b.yaml:2.'],
      ['b.yaml:2:1', 'another scenario has the id "test/one" too', 'See a.yaml:1.'],
    ]);
  });
});
