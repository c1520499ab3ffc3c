import { BULK_ID_RETURNED } from './bulk/bulk-id.js';
import { BULK_ERROR_TOLD } from './bulk/error-told.js';
import { BULK_FAIL_ON_ERRORS } from './bulk/fail-on-errors.js';
import { BULK_GOES_ON } from './bulk/goes-on.js';
import { BULK_LOCATION } from './bulk/location.js';
import { BULK_SERVED } from './bulk/served.js';
import { BULK_STATUS } from './bulk/status.js';
import type { ResponseCheck } from './check.js';
import { CHALLENGE } from './connection/challenge.js';
import { REFUSAL_IS_SCIM } from './connection/refusal-is-scim.js';
import { REFUSES_NO_CREDENTIAL } from './connection/refuses-no-credential.js';
import { REFUSES_WRONG_TOKEN } from './connection/refuses-wrong-token.js';
import { CREATED_BODY } from './create/body.js';
import { CONFLICT_TYPE } from './create/conflict-type.js';
import { CREATED_LOCATION } from './create/location.js';
import { CREATED_STATUS } from './create/status.js';
import { CONFIG } from './discovery/config.js';
import { CONFIG_TRUE } from './discovery/config-true.js';
import { MAX_RESULTS } from './discovery/max-results.js';
import { RESOURCE_TYPES } from './discovery/resource-types.js';
import { SCHEMAS } from './discovery/schemas.js';
import { HIT_DELICATE } from './filter/decoded-once.js';
import { HIT_ESCAPED } from './filter/escaped-value.js';
import { HIT_GROUP } from './filter/finds-group.js';
import { HIT } from './filter/finds-user.js';
import { FILTER_IGNORED } from './filter/ignored.js';
import { HIT_INACTIVE } from './filter/inactive.js';
import { NO_MATCH } from './filter/no-match.js';
import { HIT_OTHER_ATTRIBUTE } from './filter/other-attribute.js';
import { HIT_OTHER_CASE } from './filter/other-case.js';
import { DELETED_STATUS } from './lifecycle/deleted-status.js';
import { GONE } from './lifecycle/gone.js';
import { READ_INACTIVE } from './lifecycle/inactive-readable.js';
import { READ } from './lifecycle/readable.js';
import { READ_OTHER } from './lifecycle/right-resource.js';
import { SAME_ID } from './lifecycle/same-id.js';
import { UNKNOWN_ID } from './lifecycle/unknown-id.js';
import { BODY_IS_JSON } from './message/body-is-json.js';
import { DATES } from './message/dates.js';
import { ERROR_AS_SUCCESS } from './message/error-as-success.js';
import { ERROR_BODY } from './message/error-body.js';
import { ERROR_DETAIL } from './message/error-detail.js';
import { ERROR_STATUS } from './message/error-status.js';
import { EXCLUDED_MEMBERS } from './message/excluded-members.js';
import { EXTENSIONS_NAMED } from './message/extensions-named.js';
import { FIRST_PAGE } from './message/first-page.js';
import { ITEMS_PER_PAGE } from './message/items-per-page.js';
import { LIST_ENVELOPE } from './message/list-envelope.js';
import { LIST_NUMBERS } from './message/list-numbers.js';
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
import { TOO_MANY } from './message/too-many.js';
import { BEYOND_END } from './paging/beyond-end.js';
import { START_INDEX_ECHOED } from './paging/start-index-echoed.js';
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
  REFUSES_WRONG_TOKEN,
  REFUSES_NO_CREDENTIAL,
  REFUSAL_IS_SCIM,
  BODY_IS_JSON,
  MEDIA_TYPE,
  ERROR_BODY,
  ERROR_STATUS,
  ERROR_DETAIL,
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
  EXTENSIONS_NAMED,
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
  SORT_ORDER,
  SORT_LETTER_CASE,
  SORT_NO_VALUE,
  BULK_SERVED,
  BULK_STATUS,
  BULK_LOCATION,
  BULK_ID_RETURNED,
  BULK_ERROR_TOLD,
  BULK_GOES_ON,
  BULK_FAIL_ON_ERRORS,
];
