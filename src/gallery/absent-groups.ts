import type { GalleryTestInfo } from '../event/gallery-tests.js';
import type { GalleryContext } from './context.js';
import type { GalleryOutcome } from './outcome.js';

/**
 * Whether a target has no groups at all. The template goes by the mapping alone and then fails with texts that speak of look-ups and logs.
 *
 * @param context asks once
 * @returns what was seen; undefined: there are groups, or nobody knows
 */
export async function absentGroups(context: GalleryContext): Promise<string | undefined> {
  const { status } = await context.send('GET', '/Groups?startIndex=1&count=1');
  return status === 404 || status === 501 ? `GET /Groups was answered ${status}: the target has no groups` : undefined;
}

/**
 * The outcome of a test of groups against a target that has none: the text is the template's, and the cause what was seen.
 *
 * @param outcome as the test has ended
 * @param test the test
 * @param absent what was seen
 */
export function withoutGroups(outcome: GalleryOutcome, test: GalleryTestInfo, absent: string): GalleryOutcome {
  if (outcome.overallResult !== 'FAILED') return outcome;
  const then =
    test.suite === 'GroupTests'
      ? 'where their mapping is taken out in Entra, this test is skipped (rehearse that with --schema)'
      : 'the template plays this test all the same';
  return { ...outcome, cause: `${absent}; ${then}` };
}

/** Whether a test is about groups. */
export function isOfGroups({ suite, name }: GalleryTestInfo): boolean {
  return suite === 'GroupTests' || name.startsWith('SCIM_Group_');
}
