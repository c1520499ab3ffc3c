import type { Json, JsonObject } from '../scim/json.js';
import type { GalleryTestEvent, RunEvent } from './event.js';

/** The overall result by the template's rules. */
export interface GalleryVerdict {
  readonly overallResult: 'Succeeded' | 'Failed';
  readonly optionalTestsResult: 'PASSED' | 'WARNING';
  /** One of the two tests of credentials must pass. */
  readonly authenticationModelResult: 'PASSED' | 'FAILED';
  /** Mandatory tests that failed. */
  readonly failed: readonly string[];
}

const CREDENTIALS: ReadonlySet<string> = new Set(['Validate_Credentials_Test', 'Federated_Identity_Test']);

const KNOWN_ISSUES = 'https://learn.microsoft.com/en-us/azure/active-directory/app-provisioning/known-issues';

/** The tests of a run, in order. */
export function galleryTestsIn(events: readonly RunEvent[]): GalleryTestEvent[] {
  return events.filter((event): event is GalleryTestEvent => event.type === 'gallery-test');
}

/**
 * Evaluates the tests as the template's orchestrator does: a failed mandatory test fails the whole, an optional one is a warning, and
 * one of the two tests of credentials must have passed. What was skipped, or not played, is no failure.
 *
 * @param tests the tests of a run
 */
export function galleryVerdictOf(tests: readonly GalleryTestEvent[]): GalleryVerdict {
  const isFailed = ({ overallResult }: GalleryTestEvent): boolean => overallResult === 'FAILED';
  const failed = tests
    .filter((test) => isFailed(test) && test.category === 'mandatory' && !CREDENTIALS.has(test.name))
    .map(({ name }) => name);
  const isAuthenticated = tests.some(({ name, overallResult }) => CREDENTIALS.has(name) && overallResult === 'PASSED');
  return {
    overallResult: failed.length === 0 && isAuthenticated ? 'Succeeded' : 'Failed',
    optionalTestsResult: tests.some((test) => test.category === 'optional' && isFailed(test)) ? 'WARNING' : 'PASSED',
    authenticationModelResult: isAuthenticated ? 'PASSED' : 'FAILED',
    failed,
  };
}

/**
 * The template's `Final_TestResults`, as vendors hand it in. Links to runs in Azure are empty: there are none.
 *
 * @param tests the tests of a run
 * @param names all tests, in the template's order; what is missing counts as skipped
 */
export function finalTestResults(
  tests: readonly GalleryTestEvent[],
  names: readonly Pick<GalleryTestEvent, 'name' | 'category'>[],
): JsonObject {
  const entries = names.map(({ name, category }): JsonObject => {
    const test = tests.find((each) => each.name === name);
    const isFailed = test?.overallResult === 'FAILED';
    const isSkipped = test === undefined || test.overallResult === 'SKIPPED';
    return {
      testName: name,
      testCategory: category,
      testResult: test === undefined ? 'SKIPPED' : resultOf(test),
      provisioningErrorDetails: isFailed ? (test.errorDetails ?? '') : '',
      recommendationUrl: isFailed ? KNOWN_ISSUES : '',
      runLink: '',
      message: isSkipped ? '' : 'Click the runLink and search for the action Compose_Final_Results for more info.',
    } satisfies Record<string, Json>;
  });
  const childWorkflowRunLinks = { Initialization_Workflow: '', UserTests_Workflow: '', GroupTests_Workflow: '', SCIMTests_Workflow: '' };
  return { testResults: entries, childWorkflowRunLinks, overallResult: galleryVerdictOf(tests).overallResult };
}

/** A failed optional test is a warning. */
export function resultOf({ category, overallResult, result }: GalleryTestEvent): string {
  return category === 'optional' && overallResult === 'FAILED' ? result.replaceAll('FAILED', 'WARNING') : result;
}
