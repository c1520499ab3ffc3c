import type { GalleryTestName } from '../../event/gallery-tests.js';
import type { GalleryContext } from '../context.js';
import type { GalleryOutcome } from '../outcome.js';
import { federatedIdentity, validateCredentials } from './credentials.js';
import { groupCreate, userCreate } from './direct-create.js';
import { directManager } from './direct-manager.js';
import { groupUpdate, userUpdate } from './direct-update.js';
import { addMember, createGroup, deleteGroup, groupOnDemand, removeMember, restoreGroup, updateGroup } from './groups.js';
import { nullUpdate } from './null-update.js';
import { groupPagination, userPagination } from './pagination.js';
import { schemaDiscoverability } from './schema-discoverability.js';
import { createUser, deleteUser, disableUser, restoreUser, updateManager, updateUser, userOnDemand } from './users.js';

/** How each test is played. */
export const PLAYS: Readonly<Record<GalleryTestName, (context: GalleryContext) => Promise<GalleryOutcome>>> = {
  Create_User_Test: createUser,
  Update_User_Test: updateUser,
  Disable_User_Test: disableUser,
  Delete_User_Test: deleteUser,
  User_Update_Manager_Test: updateManager,
  Restore_User_Test: restoreUser,
  Create_Group_Test: createGroup,
  Update_Group_Test: updateGroup,
  Delete_Group_Test: deleteGroup,
  Group_Update_Add_Member_Test: addMember,
  Group_Update_Remove_Member_Test: removeMember,
  Schema_Discoverability_Test: schemaDiscoverability,
  SCIM_Null_Update_Test: nullUpdate,
  SCIM_User_Create_Test: userCreate,
  SCIM_Group_Create_Test: groupCreate,
  SCIM_User_Update_Test: userUpdate,
  SCIM_Group_Update_Test: groupUpdate,
  Validate_Credentials_Test: validateCredentials,
  Federated_Identity_Test: federatedIdentity,
  SCIM_User_Pagination_Test: userPagination,
  SCIM_Group_Pagination_Test: groupPagination,
  SCIM_Update_Manager_Test: directManager,
  POD_User_Test: userOnDemand,
  POD_Group_Test: groupOnDemand,
  Restore_Group_Test: restoreGroup,
};
