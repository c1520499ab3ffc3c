import { BULK_CARRIED_OUT } from './bulk/carried-out.js';
import { BULK_TOO_MANY } from './bulk/too-many.js';
import type { StepCheck } from './check.js';
import { HEADERS_SERVED } from './connection/headers-served.js';
import { NO_ANSWER } from './connection/no-answer.js';
import { ADOPTED } from './create/adopted.js';
import { ALL_OF_DIFFERENT } from './create/all-of-different.js';
import { ATTRIBUTE_NAMES_CASE } from './create/attribute-names-case.js';
import { COLLISION } from './create/collision.js';
import { DUPLICATE } from './create/duplicate.js';
import { DUPLICATE_OTHER_CASE } from './create/duplicate-other-case.js';
import { ONE_OF_EQUAL } from './create/one-of-equal.js';
import { REQUIRED_MISSING } from './create/required-missing.js';
import { WRONG_TYPE } from './create/wrong-type.js';
import { DISCOVERY_FILTER } from './discovery/filter-refused.js';
import { ONE_SCHEMA } from './discovery/one-schema.js';
import { ETAG_CURRENT } from './etag/current-accepted.js';
import { ETAG_OLD_REFUSED } from './etag/old-refused.js';
import { ETAG_SHOWN } from './etag/shown.js';
import { ETAG_UNCHANGED } from './etag/unchanged.js';
import { AMBIGUOUS } from './filter/ambiguous.js';
import { FILTER_EXTENSION } from './filter/extension.js';
import { FILTER_INVALID } from './filter/invalid.js';
import { FILTER_LOGICAL } from './filter/logical.js';
import { FILTER_NAMES_CASE } from './filter/names-case.js';
import { FILTER_OPERATORS } from './filter/operators.js';
import { SEARCH_BY_POST } from './filter/search-by-post.js';
import { FILTER_VALUE_CASE } from './filter/value-case.js';
import { MEMBER_ONCE } from './group/member-once.js';
import { UNKNOWN_MEMBER } from './group/unknown-member.js';
import { BYSTANDER } from './integrity/bystander.js';
import { CONSISTENT } from './integrity/consistent.js';
import { DELETE_WORKS } from './lifecycle/delete-works.js';
import { DELETED_TWICE } from './lifecycle/deleted-twice.js';
import { INACTIVE_KEEPS_GROUPS } from './lifecycle/inactive-keeps-groups.js';
import { METHOD_UNKNOWN } from './message/method-unknown.js';
import { MISTAKE_AS_FAULT } from './message/mistake-as-fault.js';
import { SYNTAX_REFUSED } from './message/syntax-refused.js';
import { UNKNOWN_ENDPOINT } from './message/unknown-endpoint.js';
import { PAGING_LENIENT } from './paging/lenient-numbers.js';
import { PAGING } from './paging/paging.js';
import { NO_OP } from './patch/no-op.js';
import { NO_TARGET } from './patch/no-target.js';
import { READ_ONLY } from './patch/read-only.js';
import { REMOVE_WITHOUT_PATH } from './patch/remove-without-path.js';
import { UNKNOWN_OPERATION } from './patch/unknown-operation.js';
import { UNKNOWN_PATH } from './patch/unknown-path.js';
import { PUT_NEVER_CREATES } from './put/never-creates.js';
import { EXPECTATION } from './scenario/expectation.js';
import { UNEXPECTED } from './scenario/unexpected.js';

/** Checks that the engine raises, or a step of a scenario. */
export const STEP_CHECKS: readonly StepCheck[] = [
  NO_ANSWER,
  HEADERS_SERVED,
  AMBIGUOUS,
  ADOPTED,
  DUPLICATE,
  BYSTANDER,
  DELETE_WORKS,
  CONSISTENT,
  PAGING,
  ATTRIBUTE_NAMES_CASE,
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
  BULK_CARRIED_OUT,
  BULK_TOO_MANY,
  ONE_OF_EQUAL,
  ALL_OF_DIFFERENT,
  MISTAKE_AS_FAULT,
  UNEXPECTED,
  EXPECTATION,
];
