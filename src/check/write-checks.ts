// Written by `npm run index`.
import type { WriteCheck } from './check.js';
import { FIXED_UNDECLARED } from './constraint/fixed.js';
import { MEMBERS } from './constraint/members.js';
import { PASSWORD } from './constraint/password.js';
import { REQUIRED_UNDECLARED } from './constraint/required.js';
import { ROOM } from './constraint/room.js';
import { SIZE } from './constraint/size.js';
import { USER_NAME_RULE } from './constraint/user-name.js';
import { VALUE_RULE } from './constraint/value.js';
import { VERSION_DEMANDED } from './constraint/version.js';
import { CREATE } from './create/accepted.js';
import { CREATE_AGAIN } from './create/again.js';
import { BEGINS_ANEW } from './create/begins-anew.js';
import { EXTERNAL_ID_OF_ANY_FORM } from './create/external-id-of-any-form.js';
import { MEDIA_TYPE_READ } from './create/media-type-read.js';
import { NULL_ACCEPTED } from './create/null-accepted.js';
import { PRIMARY_ADDRESS } from './create/primary-address.js';
import { CREATE_STORED } from './create/stored.js';
import { USER_NAME_OF_ANY_SIGNS } from './create/user-name-of-any-signs.js';
import { VACATED_NAME } from './create/vacated-name.js';
import { WITHOUT_EXTERNAL_ID } from './create/without-external-id.js';
import { WITHOUT_FAMILY_NAME } from './create/without-family-name.js';
import { ADD_AGAIN } from './group/add-again.js';
import { ADD_MEMBERS } from './group/add-members.js';
import { CREATED_EMPTY } from './group/created-empty.js';
import { EMPTIED } from './group/emptied.js';
import { GROUP_EXTERNAL_ID } from './group/external-id.js';
import { LARGE_GROUP } from './group/large.js';
import { MEMBER_IDS } from './group/member-ids.js';
import { NAME_OF_ANY_SIGNS } from './group/name-of-any-signs.js';
import { OTHER_MEMBERS } from './group/other-members.js';
import { PARALLEL_MEMBERS } from './group/parallel-members.js';
import { READ_ONLY_ID } from './group/read-only-id.js';
import { REMOVE_BY_FILTER } from './group/remove-by-filter.js';
import { REMOVE_BY_LIST } from './group/remove-by-list.js';
import { RENAME } from './group/rename.js';
import { REPLACE_MEMBERS } from './group/replace-members.js';
import { GROUP_UNTOUCHED } from './group/untouched.js';
import { ACTIVE_SHOWN } from './lifecycle/active-shown.js';
import { RENAME_USER } from './lifecycle/rename-user.js';
import { ADD_KEEPS_VALUES } from './patch/add-keeps-values.js';
import { ADD_SINGULAR } from './patch/add-singular.js';
import { ADD_TO_LIST } from './patch/add-to-list.js';
import { ATOMIC } from './patch/atomic.js';
import { DEACTIVATE } from './patch/deactivate.js';
import { EXTENSION_NEW } from './patch/extension-new.js';
import { EXTENSION_PATH } from './patch/extension-path.js';
import { INACTIVE_CHANGED } from './patch/inactive-changed.js';
import { MANAGER_STRING } from './patch/manager-string.js';
import { NO_CHANGE_ACCEPTED } from './patch/no-change-accepted.js';
import { ONLY_WHAT_IS_ASKED } from './patch/only-what-is-asked.js';
import { OP_CASE } from './patch/operation-name-case.js';
import { OWN_NAME } from './patch/own-name.js';
import { PATH_READ } from './patch/path-read.js';
import { PATHLESS } from './patch/pathless.js';
import { PATHLESS_DOTTED } from './patch/pathless-dotted.js';
import { PATHLESS_URN } from './patch/pathless-urn.js';
import { REACTIVATE } from './patch/reactivate.js';
import { REMOVE } from './patch/remove.js';
import { REPLACE_COMPLEX } from './patch/replace-complex.js';
import { REPLACE_LIST } from './patch/replace-list.js';
import { REPLACE_SINGULAR } from './patch/replace-singular.js';
import { REPLACE_WITHOUT_VALUE } from './patch/replace-without-value.js';
import { ROLE_TEXT } from './patch/role-text.js';
import { SECOND_PRIMARY } from './patch/second-primary.js';
import { SEQUENCE } from './patch/sequence.js';
import { SEVERAL_OPERATIONS } from './patch/several-operations.js';
import { STRING_BOOLEAN } from './patch/string-boolean.js';
import { PATCH_SUPPORTED } from './patch/supported.js';
import { VALUE_PATH } from './patch/value-path.js';
import { VALUE_PATH_NEW } from './patch/value-path-new.js';
import { VALUE_PATH_OTHERS } from './patch/value-path-others.js';
import { VALUE_PATH_SIBLINGS } from './patch/value-path-siblings.js';
import { WRITE_KEPT } from './patch/write-kept.js';
import { PUT_ACTIVE } from './put/active.js';
import { PUT_MEMBERS } from './put/members.js';
import { PUT_NO_CHANGE } from './put/no-change-accepted.js';
import { PUT_BACK } from './put/put-back.js';
import { PUT_STORED } from './put/stored.js';
import { PUT_SUPPORTED } from './put/supported.js';
import { CASE_KEPT } from './value/case-kept.js';
import { LIST_KEPT } from './value/list-kept.js';
import { MANAGER_ID } from './value/manager-id.js';
import { NUMBER_KEPT } from './value/number-kept.js';
import { TEXT_WHOLE } from './value/text-whole.js';
import { TYPE_KEPT } from './value/type-kept.js';

/** Checks that explain why a write went wrong. */
export const WRITE_CHECKS: readonly WriteCheck[] = [
  FIXED_UNDECLARED,
  MEMBERS,
  PASSWORD,
  REQUIRED_UNDECLARED,
  ROOM,
  SIZE,
  USER_NAME_RULE,
  VALUE_RULE,
  VERSION_DEMANDED,
  CREATE,
  CREATE_AGAIN,
  BEGINS_ANEW,
  EXTERNAL_ID_OF_ANY_FORM,
  MEDIA_TYPE_READ,
  NULL_ACCEPTED,
  PRIMARY_ADDRESS,
  CREATE_STORED,
  USER_NAME_OF_ANY_SIGNS,
  VACATED_NAME,
  WITHOUT_EXTERNAL_ID,
  WITHOUT_FAMILY_NAME,
  ADD_AGAIN,
  ADD_MEMBERS,
  CREATED_EMPTY,
  EMPTIED,
  GROUP_EXTERNAL_ID,
  LARGE_GROUP,
  MEMBER_IDS,
  NAME_OF_ANY_SIGNS,
  OTHER_MEMBERS,
  PARALLEL_MEMBERS,
  READ_ONLY_ID,
  REMOVE_BY_FILTER,
  REMOVE_BY_LIST,
  RENAME,
  REPLACE_MEMBERS,
  GROUP_UNTOUCHED,
  ACTIVE_SHOWN,
  RENAME_USER,
  ADD_KEEPS_VALUES,
  ADD_SINGULAR,
  ADD_TO_LIST,
  ATOMIC,
  DEACTIVATE,
  EXTENSION_NEW,
  EXTENSION_PATH,
  INACTIVE_CHANGED,
  MANAGER_STRING,
  NO_CHANGE_ACCEPTED,
  ONLY_WHAT_IS_ASKED,
  OP_CASE,
  OWN_NAME,
  PATH_READ,
  PATHLESS,
  PATHLESS_DOTTED,
  PATHLESS_URN,
  REACTIVATE,
  REMOVE,
  REPLACE_COMPLEX,
  REPLACE_LIST,
  REPLACE_SINGULAR,
  REPLACE_WITHOUT_VALUE,
  ROLE_TEXT,
  SECOND_PRIMARY,
  SEQUENCE,
  SEVERAL_OPERATIONS,
  STRING_BOOLEAN,
  PATCH_SUPPORTED,
  VALUE_PATH,
  VALUE_PATH_NEW,
  VALUE_PATH_OTHERS,
  VALUE_PATH_SIBLINGS,
  WRITE_KEPT,
  PUT_ACTIVE,
  PUT_MEMBERS,
  PUT_NO_CHANGE,
  PUT_BACK,
  PUT_STORED,
  PUT_SUPPORTED,
  CASE_KEPT,
  LIST_KEPT,
  MANAGER_ID,
  NUMBER_KEPT,
  TEXT_WHOLE,
  TYPE_KEPT,
];
