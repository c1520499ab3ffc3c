import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../src/scenario/load.js';
import { expectProblem, withSteps } from './marked.js';

describe('what cannot be repeated', () => {
  it.each([
    [
      'a value that no item has',
      '  - each: [{ who: ann }]\n    steps:\n      - «create: { user: "${each.whom}" }',
      'an item of "each" has no "whom"',
      'Did you mean "who"?',
    ],
    [
      'a value of an item that is no map',
      '  - each: [ann]\n    steps:\n      - «create: { user: "${each.who}" }',
      'an item of "each" has no "who"',
      'The items are no maps: write ${each}.',
    ],
    [
      'a map as a whole',
      '  - each: [{ who: ann }]\n    steps:\n      - «create: { user: "${each}" }',
      '"${each}" is a map here',
      'Name one of its values: ${each.who}.',
    ],
    [
      'a repetition',
      '  - each: [a]\n    steps:\n      - «each: [b]\n        steps: [{ connect: right }]',
      '"each" cannot stand inside "each"',
      'Write one list of maps: each item has all values that one round needs.',
    ],
    [
      'an object that is created twice',
      '  - each: [a, b]\n    steps:\n      - create: { user: «ann }',
      'there is an object "ann" already',
      'Line 6 creates it; choose another name.',
    ],
    [
      'a slip, which is told once',
      '  - each: [a, b]\n    steps:\n      - connect: «rihgt',
      '"connect" cannot be "rihgt"',
      'Did you mean "right"?',
    ],
    ['an item without a value', '  - each: [a, «null]\n    steps: [{ connect: right }]', 'an item of "each" has no value', undefined],
    ['nothing', '  - each: «[]\n    steps: [{ connect: right }]', '"each" is empty', undefined],
    ['no steps', '  - «each: [a]', 'missing key "steps"', undefined],
    ['with an intent beside it', '  - each: [a]\n    «connect: right\n    steps: [{ connect: right }]', 'unknown key "connect"', undefined],
    [
      'an item outside of a list',
      '  - create: { user: ann, with: { title: "A «${each}" } }',
      '"${each}" stands outside of "each"',
      undefined,
    ],
  ])('%s', (_name, steps, message, hint) => expectProblem(withSteps(steps), message, hint));

  it('so often that a file becomes too long', () => {
    const many = '  - each: 200\n    steps: [{ connect: right }, { connect: right }]\n'.repeat(3);
    const { problems } = loadScenario(withSteps(many), 'x');
    expect(problems.map(({ message }) => message)).toEqual(['1200 steps come of this file, and 1000 are the most']);
  });
});

describe('a group as a member', () => {
  const groups = '  - create: { group: inner }\n  - create: { group: outer, members: [inner] }\n';
  it.each([
    ['of itself', `${groups}  - update: outer\n    add: [«outer]`, '"outer" cannot be a member of itself'],
    [
      'before it is created',
      '  - create: { group: outer, members: [«inner] }\n  - create: { group: inner }',
      '"inner" is used before a step creates it',
    ],
  ])('%s', (_name, steps, message) => expectProblem(withSteps(steps), message));
});

describe('times', () => {
  it.each([
    ['a wait of no time', '  - wait: «0', '"wait" must be > 0', undefined],
    ['a wait that never ends', '  - wait: «6000', '"wait" must be <= 600', undefined],
    ['a wait in words', '  - wait: «5s', '"wait" must be a number, not text', undefined],
    [
      'a write that is sent again',
      '  - request: { method: POST, path: /Users, body: {} }\n    «within: 5',
      '"within" sends a request again, and a POST may not be',
      'Write it without within, and look at what came of it in a step of its own: request with GET, read or match.',
    ],
    [
      'a date in a unit that there is not',
      '  - create: { user: ann, with: { title: "«${run.date+2y}" } }',
      'an offset of run.date has a unit: s, m (minutes), h, d or w',
      undefined,
    ],
    [
      'a variable of run that there is not',
      '  - create: { user: ann, with: { title: "«${run.day}" } }',
      'the variables of run are ${run.id}, ${run.domain}, ${run.date} and ${run.time}; a date may go on like ${run.date+14d}',
      undefined,
    ],
  ])('%s', (_name, steps, message, hint) => expectProblem(withSteps(steps), message, hint));
});
