import type { GalleryRequirementEvent, GalleryTestEvent } from '../../event/event.js';

/** One of the gallery's requirements, judged. */
export type Requirement = Omit<GalleryRequirementEvent, 'type'>;

/** How it stands, and by what. */
export type Shown = Pick<Requirement, 'status' | 'evidence'>;

/** A requirement that the gallery insists on. */
export function required(name: string, title: string, shown: Shown): Requirement {
  return { name, title, need: 'required', ...shown };
}

/** Nothing was shown. */
export function notTested(why: string): Shown {
  return { status: 'not-tested', evidence: why };
}

/** A person has to say it, since no wire can show it. */
export function forPerson(why: string): Shown {
  return { status: 'person', evidence: why };
}

/**
 * What a test has shown.
 *
 * @param tests the tests that were played
 * @param name of the test
 */
export function fromTest(tests: readonly GalleryTestEvent[], name: string): Shown {
  const test = tests.find((each) => each.name === name);
  if (test === undefined) return notTested(`${name} was not played`);
  if (test.overallResult === 'SKIPPED') return notTested(test.result);
  return { status: test.overallResult === 'PASSED' ? 'proven' : 'failed', evidence: `${name}: ${test.cause ?? test.result}` };
}
