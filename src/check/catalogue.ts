import type { Check, ResponseCheck, StepCheck, WriteCheck } from './check.js';
import { CHALLENGE } from './connection/challenge.js';
import { HEADERS_SERVED } from './connection/headers-served.js';
import { NO_ANSWER } from './connection/no-answer.js';
import { REFUSAL_IS_SCIM } from './connection/refusal-is-scim.js';
import { REFUSES_NO_CREDENTIAL } from './connection/refuses-no-credential.js';
import { REFUSES_WRONG_TOKEN } from './connection/refuses-wrong-token.js';
import { CREATE } from './create/accepted.js';
import { ADOPTED } from './create/adopted.js';
import { CREATE_AGAIN } from './create/again.js';
import { ATTRIBUTE_NAMES_CASE } from './create/attribute-names-case.js';
import { CREATED_BODY } from './create/body.js';
import { COLLISION } from './create/collision.js';
import { CONFLICT_TYPE } from './create/conflict-type.js';
import { DUPLICATE } from './create/duplicate.js';
import { DUPLICATE_OTHER_CASE } from './create/duplicate-other-case.js';
import { CREATED_LOCATION } from './create/location.js';
import { NULL_ACCEPTED } from './create/null-accepted.js';
import { REQUIRED_MISSING } from './create/required-missing.js';
import { CREATED_STATUS } from './create/status.js';
import { CREATE_STORED } from './create/stored.js';
import { WRONG_TYPE } from './create/wrong-type.js';
import { CONFIG } from './discovery/config.js';
import { CONFIG_TRUE } from './discovery/config-true.js';
import { DISCOVERY_FILTER } from './discovery/filter-refused.js';
import { MAX_RESULTS } from './discovery/max-results.js';
import { ONE_SCHEMA } from './discovery/one-schema.js';
import { RESOURCE_TYPES } from './discovery/resource-types.js';
import { SCHEMAS } from './discovery/schemas.js';
import { ETAG_CURRENT } from './etag/current-accepted.js';
import { ETAG_OLD_REFUSED } from './etag/old-refused.js';
import { ETAG_SHOWN } from './etag/shown.js';
import { ETAG_UNCHANGED } from './etag/unchanged.js';
import { AMBIGUOUS } from './filter/ambiguous.js';
import { HIT_DELICATE } from './filter/decoded-once.js';
import { HIT_ESCAPED } from './filter/escaped-value.js';
import { FILTER_EXTENSION } from './filter/extension.js';
import { HIT_GROUP } from './filter/finds-group.js';
import { HIT } from './filter/finds-user.js';
import { FILTER_IGNORED } from './filter/ignored.js';
import { HIT_INACTIVE } from './filter/inactive.js';
import { FILTER_INVALID } from './filter/invalid.js';
import { FILTER_LOGICAL } from './filter/logical.js';
import { FILTER_NAMES_CASE } from './filter/names-case.js';
import { NO_MATCH } from './filter/no-match.js';
import { FILTER_OPERATORS } from './filter/operators.js';
import { HIT_OTHER_ATTRIBUTE } from './filter/other-attribute.js';
import { HIT_OTHER_CASE } from './filter/other-case.js';
import { SEARCH_BY_POST } from './filter/search-by-post.js';
import { FILTER_VALUE_CASE } from './filter/value-case.js';
import { ADD_MEMBERS } from './group/add-members.js';
import { MEMBER_ONCE } from './group/member-once.js';
import { OTHER_MEMBERS } from './group/other-members.js';
import { PARALLEL_MEMBERS } from './group/parallel-members.js';
import { READ_ONLY_ID } from './group/read-only-id.js';
import { REMOVE_BY_FILTER } from './group/remove-by-filter.js';
import { REMOVE_BY_LIST } from './group/remove-by-list.js';
import { RENAME } from './group/rename.js';
import { REPLACE_MEMBERS } from './group/replace-members.js';
import { UNKNOWN_MEMBER } from './group/unknown-member.js';
import { GROUP_UNTOUCHED } from './group/untouched.js';
import { BYSTANDER } from './integrity/bystander.js';
import { CONSISTENT } from './integrity/consistent.js';
import { ACTIVE_SHOWN } from './lifecycle/active-shown.js';
import { DELETE_WORKS } from './lifecycle/delete-works.js';
import { DELETED_STATUS } from './lifecycle/deleted-status.js';
import { DELETED_TWICE } from './lifecycle/deleted-twice.js';
import { GONE } from './lifecycle/gone.js';
import { INACTIVE_KEEPS_GROUPS } from './lifecycle/inactive-keeps-groups.js';
import { READ_INACTIVE } from './lifecycle/inactive-readable.js';
import { READ } from './lifecycle/readable.js';
import { READ_OTHER } from './lifecycle/right-resource.js';
import { SAME_ID } from './lifecycle/same-id.js';
import { UNKNOWN_ID } from './lifecycle/unknown-id.js';
import { BODY_IS_JSON } from './message/body-is-json.js';
import { DATES } from './message/dates.js';
import { ERROR_AS_SUCCESS } from './message/error-as-success.js';
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
import { META } from './message/meta.js';
import { METHOD_UNKNOWN } from './message/method-unknown.js';
import { MISTAKE_AS_FAULT } from './message/mistake-as-fault.js';
import { NULLS } from './message/nulls.js';
import { ONE_PRIMARY } from './message/one-primary.js';
import { OWN_SCHEMAS } from './message/own-schemas.js';
import { PASSWORD_RETURNED } from './message/password-returned.js';
import { SCHEMA_CONFORMANCE } from './message/schema-conformance.js';
import { SCHEMA_TYPES } from './message/schema-types.js';
import { SCHEMAS_NAMED } from './message/schemas-named.js';
import { SCIM_TYPE_KNOWN } from './message/scim-type-known.js';
import { SERVER_ERROR } from './message/server-error.js';
import { SYNTAX_REFUSED } from './message/syntax-refused.js';
import { TOO_MANY } from './message/too-many.js';
import { UNKNOWN_ENDPOINT } from './message/unknown-endpoint.js';
import { BEYOND_END } from './paging/beyond-end.js';
import { PAGING_LENIENT } from './paging/lenient-numbers.js';
import { PAGING } from './paging/paging.js';
import { START_INDEX_ECHOED } from './paging/start-index-echoed.js';
import { ADD_SINGULAR } from './patch/add-singular.js';
import { ATOMIC } from './patch/atomic.js';
import { DEACTIVATE } from './patch/deactivate.js';
import { EXTENSION_NEW } from './patch/extension-new.js';
import { EXTENSION_PATH } from './patch/extension-path.js';
import { MANAGER_STRING } from './patch/manager-string.js';
import { NO_OP } from './patch/no-op.js';
import { NO_TARGET } from './patch/no-target.js';
import { ONLY_WHAT_IS_ASKED } from './patch/only-what-is-asked.js';
import { OP_CASE } from './patch/operation-name-case.js';
import { PATHLESS } from './patch/pathless.js';
import { PATHLESS_DOTTED } from './patch/pathless-dotted.js';
import { PATHLESS_URN } from './patch/pathless-urn.js';
import { REACTIVATE } from './patch/reactivate.js';
import { READ_ONLY } from './patch/read-only.js';
import { REMOVE } from './patch/remove.js';
import { REMOVE_NEVER_WRITES } from './patch/remove-never-writes.js';
import { REMOVE_WITHOUT_PATH } from './patch/remove-without-path.js';
import { REPLACE_COMPLEX } from './patch/replace-complex.js';
import { REPLACE_LIST } from './patch/replace-list.js';
import { REPLACE_SINGULAR } from './patch/replace-singular.js';
import { SEQUENCE } from './patch/sequence.js';
import { SEVERAL_OPERATIONS } from './patch/several-operations.js';
import { STRING_BOOLEAN } from './patch/string-boolean.js';
import { PATCH_SUPPORTED } from './patch/supported.js';
import { UNKNOWN_OPERATION } from './patch/unknown-operation.js';
import { UNKNOWN_PATH } from './patch/unknown-path.js';
import { VALUE_PATH } from './patch/value-path.js';
import { VALUE_PATH_NEW } from './patch/value-path-new.js';
import { VALUE_PATH_OTHERS } from './patch/value-path-others.js';
import { WRITE_KEPT } from './patch/write-kept.js';
import { ALWAYS_RETURNED } from './projection/always.js';
import { ATTRIBUTES } from './projection/attributes.js';
import { EXCLUDED } from './projection/excluded.js';
import { PUT_ACTIVE } from './put/active.js';
import { PUT_MEMBERS } from './put/members.js';
import { PUT_NEVER_CREATES } from './put/never-creates.js';
import { PUT_BACK } from './put/put-back.js';
import { PUT_STORED } from './put/stored.js';
import { PUT_SUPPORTED } from './put/supported.js';
import { PUT_WITHOUT_ACTIVE } from './put/without-active.js';
import { EXPECTATION } from './scenario/expectation.js';
import { UNEXPECTED } from './scenario/unexpected.js';
import { CASE_KEPT } from './value/case-kept.js';
import { TYPE_KEPT } from './value/type-kept.js';

/** Checks of single exchanges. */
export const RESPONSE_CHECKS: readonly ResponseCheck[] = [
  REFUSES_WRONG_TOKEN,
  REFUSES_NO_CREDENTIAL,
  REFUSAL_IS_SCIM,
  BODY_IS_JSON,
  MEDIA_TYPE,
  ERROR_BODY,
  ERROR_STATUS,
  ERROR_AS_SUCCESS,
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
  HIT_ESCAPED,
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
  CHALLENGE,
  SCHEMAS_NAMED,
  META,
  DATES,
  SCHEMA_CONFORMANCE,
  OWN_SCHEMAS,
  ONE_PRIMARY,
  NULLS,
  SCIM_TYPE_KNOWN,
  CONFLICT_TYPE,
  BEYOND_END,
  START_INDEX_ECHOED,
  ATTRIBUTES,
  ALWAYS_RETURNED,
  EXCLUDED,
  CONFIG,
  SCHEMAS,
  RESOURCE_TYPES,
  CONFIG_TRUE,
  PUT_WITHOUT_ACTIVE,
  REMOVE_NEVER_WRITES,
  UNKNOWN_ID,
  MAX_RESULTS,
];

/** Checks that explain why a write went wrong. Their order counts: general reasons first, the most specific last. */
export const WRITE_CHECKS: readonly WriteCheck[] = [
  PUT_SUPPORTED,
  PUT_BACK,
  PUT_STORED,
  PUT_ACTIVE,
  PUT_MEMBERS,
  CREATE,
  CREATE_STORED,
  NULL_ACCEPTED,
  PATCH_SUPPORTED,
  OP_CASE,
  WRITE_KEPT,
  ONLY_WHAT_IS_ASKED,
  SEVERAL_OPERATIONS,
  PATHLESS,
  REPLACE_SINGULAR,
  REPLACE_LIST,
  REPLACE_COMPLEX,
  SEQUENCE,
  ADD_SINGULAR,
  REMOVE,
  VALUE_PATH,
  EXTENSION_PATH,
  DEACTIVATE,
  STRING_BOOLEAN,
  PATHLESS_DOTTED,
  PATHLESS_URN,
  EXTENSION_NEW,
  MANAGER_STRING,
  VALUE_PATH_NEW,
  VALUE_PATH_OTHERS,
  REACTIVATE,
  ADD_MEMBERS,
  REPLACE_MEMBERS,
  RENAME,
  REMOVE_BY_LIST,
  REMOVE_BY_FILTER,
  OTHER_MEMBERS,
  GROUP_UNTOUCHED,
  READ_ONLY_ID,
  PARALLEL_MEMBERS,
  CASE_KEPT,
  TYPE_KEPT,
  ATOMIC,
];

/** Checks that the engine raises, or a step of a scenario. */
export const STEP_CHECKS: readonly StepCheck[] = [
  NO_ANSWER,
  HEADERS_SERVED,
  AMBIGUOUS,
  ADOPTED,
  DUPLICATE,
  ACTIVE_SHOWN,
  BYSTANDER,
  DELETE_WORKS,
  CONSISTENT,
  PAGING,
  ATTRIBUTE_NAMES_CASE,
  CREATE_AGAIN,
  DELETED_TWICE,
  DISCOVERY_FILTER,
  DUPLICATE_OTHER_CASE,
  ETAG_OLD_REFUSED,
  ETAG_SHOWN,
  FILTER_INVALID,
  FILTER_LOGICAL,
  FILTER_NAMES_CASE,
  FILTER_OPERATORS,
  INACTIVE_KEEPS_GROUPS,
  MEMBER_ONCE,
  PAGING_LENIENT,
  PUT_NEVER_CREATES,
  READ_ONLY,
  REMOVE_WITHOUT_PATH,
  REQUIRED_MISSING,
  SEARCH_BY_POST,
  SYNTAX_REFUSED,
  UNKNOWN_ENDPOINT,
  UNKNOWN_MEMBER,
  UNKNOWN_OPERATION,
  UNKNOWN_PATH,
  WRONG_TYPE,
  COLLISION,
  ETAG_CURRENT,
  ETAG_UNCHANGED,
  FILTER_EXTENSION,
  FILTER_VALUE_CASE,
  METHOD_UNKNOWN,
  NO_OP,
  NO_TARGET,
  ONE_SCHEMA,
  MISTAKE_AS_FAULT,
  UNEXPECTED,
  EXPECTATION,
];

/** The catalogue: every check, by id. */
export const CHECKS: ReadonlyMap<string, Check> = new Map(
  [...RESPONSE_CHECKS, ...WRITE_CHECKS, ...STEP_CHECKS].map((check) => [check.id, check] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
);
