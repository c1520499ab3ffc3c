// Written by `npm run index`.
import type { ResponseCheck } from './check.js';
import { BULK_ID_RETURNED } from './bulk/bulk-id.js';
import { BULK_ERROR_TOLD } from './bulk/error-told.js';
import { BULK_FAIL_ON_ERRORS } from './bulk/fail-on-errors.js';
import { BULK_GOES_ON } from './bulk/goes-on.js';
import { BULK_LOCATION } from './bulk/location.js';
import { BULK_SERVED } from './bulk/served.js';
import { BULK_STATUS } from './bulk/status.js';
import { CHALLENGE } from './connection/challenge.js';
import { REFUSAL_IS_SCIM } from './connection/refusal-is-scim.js';
import { REFUSES_NO_CREDENTIAL } from './connection/refuses-no-credential.js';
import { REFUSES_STRANGER } from './connection/refuses-stranger.js';
import { REFUSES_WRONG_TOKEN } from './connection/refuses-wrong-token.js';
import { CREATED_BODY } from './create/body.js';
import { CONFLICT_TYPE } from './create/conflict-type.js';
import { ID_GIVEN_AGAIN } from './create/id-given-again.js';
import { CREATED_LOCATION } from './create/location.js';
import { CREATED_STATUS } from './create/status.js';
import { CONFIG } from './discovery/config.js';
import { CONFIG_TRUE } from './discovery/config-true.js';
import { MAX_RESULTS } from './discovery/max-results.js';
import { RESOURCE_TYPES } from './discovery/resource-types.js';
import { SCHEMAS } from './discovery/schemas.js';
import { HIT_BY_CHOICE } from './filter/choice-declined.js';
import { HIT_DELICATE } from './filter/decoded-once.js';
import { HIT_ESCAPED } from './filter/escaped-value.js';
import { HIT_GROUP } from './filter/finds-group.js';
import { HIT } from './filter/finds-user.js';
import { HIT_SIGNED } from './filter/hit-signed.js';
import { FILTER_IGNORED } from './filter/ignored.js';
import { HIT_INACTIVE } from './filter/inactive.js';
import { NO_MATCH } from './filter/no-match.js';
import { HIT_OTHER_ATTRIBUTE } from './filter/other-attribute.js';
import { HIT_OTHER_CASE } from './filter/other-case.js';
import { HIT_RENAMED } from './filter/renamed.js';
import { DELETED_STATUS } from './lifecycle/deleted-status.js';
import { GONE } from './lifecycle/gone.js';
import { READ_INACTIVE } from './lifecycle/inactive-readable.js';
import { READ_NO_LIST } from './lifecycle/no-list.js';
import { ANSWER_OTHER } from './lifecycle/other-answer.js';
import { READ } from './lifecycle/readable.js';
import { READ_OTHER } from './lifecycle/right-resource.js';
import { SAME_ID } from './lifecycle/same-id.js';
import { STAYS } from './lifecycle/stays.js';
import { UNKNOWN_ID } from './lifecycle/unknown-id.js';
import { BODY_IS_JSON } from './message/body-is-json.js';
import { BYTE_ORDER_MARK } from './message/byte-order-mark.js';
import { CHANGE_STATUS } from './message/change-status.js';
import { CREDENTIAL_RETURNED } from './message/credential-returned.js';
import { DATES } from './message/dates.js';
import { ERROR_AS_SUCCESS } from './message/error-as-success.js';
import { ERROR_BODY } from './message/error-body.js';
import { ERROR_DETAIL } from './message/error-detail.js';
import { ERROR_STATUS } from './message/error-status.js';
import { EXCLUDED_MEMBERS } from './message/excluded-members.js';
import { EXTENSIONS_NAMED } from './message/extensions-named.js';
import { FIRST_PAGE } from './message/first-page.js';
import { IDS_SHOWN } from './message/ids-shown.js';
import { ITEMS_PER_PAGE } from './message/items-per-page.js';
import { LIST_ENVELOPE } from './message/list-envelope.js';
import { LIST_NAMES } from './message/list-names.js';
import { LIST_NUMBERS } from './message/list-numbers.js';
import { LOCATION_REACHABLE } from './message/location-reachable.js';
import { MANAGER_SHAPE } from './message/manager-shape.js';
import { MEDIA_TYPE } from './message/media-type.js';
import { MEMBERS_NULL } from './message/members-null.js';
import { META } from './message/meta.js';
import { NULLS } from './message/nulls.js';
import { ONE_PRIMARY } from './message/one-primary.js';
import { OWN_SCHEMAS } from './message/own-schemas.js';
import { PASSWORD_RETURNED } from './message/password-returned.js';
import { SCHEMA_CONFORMANCE } from './message/schema-conformance.js';
import { SCHEMA_TYPES } from './message/schema-types.js';
import { SCHEMAS_NAMED } from './message/schemas-named.js';
import { SCIM_TYPE_KNOWN } from './message/scim-type-known.js';
import { SERVER_ERROR } from './message/server-error.js';
import { STACK_TRACE } from './message/stack-trace.js';
import { TOO_MANY } from './message/too-many.js';
import { BEYOND_END } from './paging/beyond-end.js';
import { START_INDEX_ECHOED } from './paging/start-index-echoed.js';
import { TOO_SMALL } from './paging/too-small.js';
import { TOTAL_COVERS_PAGE } from './paging/total-covers-page.js';
import { REMOVE_NEVER_WRITES } from './patch/remove-never-writes.js';
import { ALWAYS_RETURNED } from './projection/always.js';
import { ATTRIBUTES } from './projection/attributes.js';
import { EXCLUDED } from './projection/excluded.js';
import { PUT_WITHOUT_ACTIVE } from './put/without-active.js';
import { SORT_LETTER_CASE } from './sort/letter-case.js';
import { SORT_NO_VALUE } from './sort/no-value.js';
import { SORT_ORDER } from './sort/order.js';

/** Checks of single exchanges. */
export const RESPONSE_CHECKS: readonly ResponseCheck[] = [
  BULK_ID_RETURNED,
  BULK_ERROR_TOLD,
  BULK_FAIL_ON_ERRORS,
  BULK_GOES_ON,
  BULK_LOCATION,
  BULK_SERVED,
  BULK_STATUS,
  CHALLENGE,
  REFUSAL_IS_SCIM,
  REFUSES_NO_CREDENTIAL,
  REFUSES_STRANGER,
  REFUSES_WRONG_TOKEN,
  CREATED_BODY,
  CONFLICT_TYPE,
  ID_GIVEN_AGAIN,
  CREATED_LOCATION,
  CREATED_STATUS,
  CONFIG,
  CONFIG_TRUE,
  MAX_RESULTS,
  RESOURCE_TYPES,
  SCHEMAS,
  HIT_BY_CHOICE,
  HIT_DELICATE,
  HIT_ESCAPED,
  HIT_GROUP,
  HIT,
  HIT_SIGNED,
  FILTER_IGNORED,
  HIT_INACTIVE,
  NO_MATCH,
  HIT_OTHER_ATTRIBUTE,
  HIT_OTHER_CASE,
  HIT_RENAMED,
  DELETED_STATUS,
  GONE,
  READ_INACTIVE,
  READ_NO_LIST,
  ANSWER_OTHER,
  READ,
  READ_OTHER,
  SAME_ID,
  STAYS,
  UNKNOWN_ID,
  BODY_IS_JSON,
  BYTE_ORDER_MARK,
  CHANGE_STATUS,
  CREDENTIAL_RETURNED,
  DATES,
  ERROR_AS_SUCCESS,
  ERROR_BODY,
  ERROR_DETAIL,
  ERROR_STATUS,
  EXCLUDED_MEMBERS,
  EXTENSIONS_NAMED,
  FIRST_PAGE,
  IDS_SHOWN,
  ITEMS_PER_PAGE,
  LIST_ENVELOPE,
  LIST_NAMES,
  LIST_NUMBERS,
  LOCATION_REACHABLE,
  MANAGER_SHAPE,
  MEDIA_TYPE,
  MEMBERS_NULL,
  META,
  NULLS,
  ONE_PRIMARY,
  OWN_SCHEMAS,
  PASSWORD_RETURNED,
  SCHEMA_CONFORMANCE,
  SCHEMA_TYPES,
  SCHEMAS_NAMED,
  SCIM_TYPE_KNOWN,
  SERVER_ERROR,
  STACK_TRACE,
  TOO_MANY,
  BEYOND_END,
  START_INDEX_ECHOED,
  TOO_SMALL,
  TOTAL_COVERS_PAGE,
  REMOVE_NEVER_WRITES,
  ALWAYS_RETURNED,
  ATTRIBUTES,
  EXCLUDED,
  PUT_WITHOUT_ACTIVE,
  SORT_LETTER_CASE,
  SORT_NO_VALUE,
  SORT_ORDER,
];
