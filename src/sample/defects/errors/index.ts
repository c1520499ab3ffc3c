// Written by `npm run index`.
import type { Defect } from '../../defect.js';
import { anyMethodAccepted } from './any-method-accepted.js';
import { anyTokenAccepted } from './any-token-accepted.js';
import { challengeMissing } from './challenge-missing.js';
import { conflictWithoutScimType } from './conflict-without-scim-type.js';
import { credentialRepeated } from './credential-repeated.js';
import { detailMissing401 } from './detail-missing-401.js';
import { emptyBody500 } from './empty-body-500.js';
import { errorDetailList } from './error-detail-list.js';
import { errorHtml } from './error-html.js';
import { errorNested } from './error-nested.js';
import { errorSchemasText } from './error-schemas-text.js';
import { errorStatusNumber } from './error-status-number.js';
import { malformedId500 } from './malformed-id-500.js';
import { missingAnswers200 } from './missing-answers-200.js';
import { missingTokenAccepted } from './missing-token-accepted.js';
import { mistakesAnswer500 } from './mistakes-answer-500.js';
import { read404 } from './read-404.js';
import { read500 } from './read-500.js';
import { readHtml } from './read-html.js';
import { readLists } from './read-lists.js';
import { scimTypeUnknown } from './scim-type-unknown.js';
import { serverErrorsAtTimes } from './server-errors-at-times.js';
import { stackTracesShown } from './stack-traces-shown.js';
import { unguardedReads } from './unguarded-reads.js';
import { unguardedWrites } from './unguarded-writes.js';
import { unknownEndpoint200 } from './unknown-endpoint-200.js';
import { validTokenRefusedAtTimes } from './valid-token-refused-at-times.js';
import { writeToUnknown500 } from './write-to-unknown-500.js';
import { wrongToken403 } from './wrong-token-403.js';
import { wrongTokenRedirects } from './wrong-token-redirects.js';

/** The defects that concern the area "errors". */
export const ERRORS_DEFECTS: readonly Defect[] = [
  anyMethodAccepted,
  anyTokenAccepted,
  challengeMissing,
  conflictWithoutScimType,
  credentialRepeated,
  detailMissing401,
  emptyBody500,
  errorDetailList,
  errorHtml,
  errorNested,
  errorSchemasText,
  errorStatusNumber,
  malformedId500,
  missingAnswers200,
  missingTokenAccepted,
  mistakesAnswer500,
  read404,
  read500,
  readHtml,
  readLists,
  scimTypeUnknown,
  serverErrorsAtTimes,
  stackTracesShown,
  unguardedReads,
  unguardedWrites,
  unknownEndpoint200,
  validTokenRefusedAtTimes,
  writeToUnknown500,
  wrongToken403,
  wrongTokenRedirects,
];
