import type { GalleryTestEvent } from '../event/event.js';
import { GALLERY_TESTS } from '../event/gallery-tests.js';
import { galleryVerdictOf } from '../event/gallery-verdict.js';
import type { RunRecord } from './record.js';
import { countOf } from './words.js';

/**
 * How the gallery's tests ended: `24 passed, 0 failed, 1 skipped`. A failure of an optional test is a warning.
 *
 * @param tests those of a run
 */
export function galleryCounts(tests: readonly GalleryTestEvent[]): string {
  const count = (result: GalleryTestEvent['overallResult']): number => tests.filter((test) => test.overallResult === result).length;
  const warned = tests.filter((test) => test.overallResult === 'FAILED' && test.category === 'optional').length;
  return [
    `${count('PASSED')} passed`,
    `${count('FAILED') - warned} failed`,
    ...(warned === 0 ? [] : [countOf(warned, 'warning')]),
    `${count('SKIPPED')} skipped`,
    ...(tests.length === GALLERY_TESTS.length ? [] : [`${GALLERY_TESTS.length - tests.length} not played`]),
  ].join(', ');
}

/**
 * What is told below the result of a test that did not pass: which of its words are not the template's, and what really happened.
 *
 * @param test a test that was played
 */
export function galleryNotes({ overallResult, result, ownWords, cause }: GalleryTestEvent): string[] {
  return [
    ...(ownWords === undefined ? [] : [`in scim-check's words, as the template's are not known: "${ownWords}"`]),
    ...(cause === undefined || result.includes(cause) ? [] : [`${overallResult === 'SKIPPED' ? '' : 'what happened: '}${cause}`]),
  ];
}

/**
 * The result of a rehearsal by the rules of the template, in one line.
 *
 * @param run the run
 * @param tests its tests
 */
export function galleryResult(run: RunRecord, tests: readonly GalleryTestEvent[]): string {
  const { overallResult } = galleryVerdictOf(tests);
  const isWhole = run.finished !== undefined && run.finished.aborted === undefined;
  const mark = overallResult === 'Succeeded' && isWhole ? '✓' : '✗';
  return `${mark} By the rules of the template: ${overallResult} (${galleryCounts(tests)}). This is a rehearsal, and no verdict of Microsoft's.`;
}
