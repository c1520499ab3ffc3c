import type { Check, ResponseCheck, WriteCheck } from './check.js';
import { REFUSAL_IS_SCIM, REFUSES_WRONG_TOKEN } from './connection/refuses-wrong-token.js';
import { CREATED_BODY, CREATED_LOCATION, CREATED_STATUS } from './create/answer.js';
import { HIT, HIT_DELICATE, HIT_GROUP, HIT_INACTIVE, HIT_OTHER_ATTRIBUTE, HIT_OTHER_CASE } from './filter/hit.js';
import { FILTER_IGNORED } from './filter/ignored.js';
import { NO_MATCH } from './filter/no-match.js';
import { GROUP_CHECKS } from './group/checks.js';
import { DELETED_STATUS, GONE, READ, READ_INACTIVE, READ_OTHER, SAME_ID } from './lifecycle/read.js';
import { BODY_IS_JSON } from './message/body-is-json.js';
import { ERROR_BODY } from './message/error-body.js';
import { ERROR_STATUS } from './message/error-status.js';
import { EXCLUDED_MEMBERS } from './message/excluded-members.js';
import { FIRST_PAGE } from './message/first-page.js';
import { ITEMS_PER_PAGE } from './message/items-per-page.js';
import { LIST_ENVELOPE } from './message/list-envelope.js';
import { LIST_NUMBERS } from './message/list-numbers.js';
import { MANAGER_SHAPE } from './message/manager-shape.js';
import { MEDIA_TYPE } from './message/media-type.js';
import { MEMBERS_NULL } from './message/members-null.js';
import { PASSWORD_RETURNED } from './message/password-returned.js';
import { SCHEMA_TYPES } from './message/schema-types.js';
import { SERVER_ERROR } from './message/server-error.js';
import { TOO_MANY } from './message/too-many.js';
import { PATCH_CHECKS } from './patch/checks.js';
import { CASE_KEPT, PUT_CHECKS, TYPE_KEPT } from './put/checks.js';
import { STEP_CHECKS } from './step/checks.js';

/** Checks of single exchanges. */
export const RESPONSE_CHECKS: readonly ResponseCheck[] = [
  REFUSES_WRONG_TOKEN,
  REFUSAL_IS_SCIM,
  BODY_IS_JSON,
  MEDIA_TYPE,
  ERROR_BODY,
  ERROR_STATUS,
  SERVER_ERROR,
  LIST_ENVELOPE,
  LIST_NUMBERS,
  ITEMS_PER_PAGE,
  PASSWORD_RETURNED,
  MEMBERS_NULL,
  MANAGER_SHAPE,
  CREATED_STATUS,
  CREATED_BODY,
  CREATED_LOCATION,
  NO_MATCH,
  FILTER_IGNORED,
  HIT,
  HIT_GROUP,
  HIT_OTHER_CASE,
  HIT_OTHER_ATTRIBUTE,
  HIT_INACTIVE,
  HIT_DELICATE,
  EXCLUDED_MEMBERS,
  TOO_MANY,
  FIRST_PAGE,
  SCHEMA_TYPES,
  READ,
  READ_INACTIVE,
  READ_OTHER,
  SAME_ID,
  GONE,
  DELETED_STATUS,
];

/** Checks that explain why a write went wrong: general reasons first, the most specific last. */
export const WRITE_CHECKS: readonly WriteCheck[] = [...PUT_CHECKS, ...PATCH_CHECKS, ...GROUP_CHECKS, CASE_KEPT, TYPE_KEPT];

/** The catalogue: every check, by id. */
export const CHECKS: ReadonlyMap<string, Check> = new Map(
  [...RESPONSE_CHECKS, ...WRITE_CHECKS, ...STEP_CHECKS].map((check) => [check.id, check] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
);
