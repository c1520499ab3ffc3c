import { shorten } from '../layout.js';
import type { TestCaseParts } from '../test-cases.js';
import { type Element, element } from './xml.js';

/** A test case with what it counts as. */
export interface TestCase {
  readonly outcome: 'passed' | 'failed' | 'skipped' | 'broken';
  readonly seconds: number;
  readonly element: Element;
}

const TAGS = { failed: 'failure', skipped: 'skipped', broken: 'error', passed: undefined } as const;

/** A line as long as a message of the target's may be is of no use to anybody. */
function shortLines(text: string): string {
  return text
    .split('\n')
    .map((line) => shorten(line, 4000))
    .join('\n');
}

/**
 * Makes a test case.
 *
 * @param parts what it is made of
 */
export function testCase({ suite, name, file, line, seconds = 0, outcome, message = '', text, output }: TestCaseParts): TestCase {
  const tag = TAGS[outcome];
  const content = [
    ...(tag === undefined ? [] : [element(tag, { message: shorten(message, 300) }, shortLines(text ?? message))]),
    ...(output === undefined ? [] : [element('system-out', {}, shortLines(output))]),
  ];
  const attributes = { name: shorten(name, 1000), classname: `scim-check.${suite}`, file, line, time: seconds.toFixed(3) };
  return { outcome, seconds, element: element('testcase', attributes, content) };
}
