/** One of the 25 tests of Microsoft's validation template. */
export interface GalleryTestInfo {
  readonly name: GalleryTestName;
  /** A failure of an optional test is a warning. */
  readonly category: 'mandatory' | 'optional';
  readonly suite: 'UserTests' | 'GroupTests' | 'SCIMTests';
  /** What it tries, in a few words. */
  readonly title: string;
}

export type GalleryTestName = (typeof NAMES)[number];

const NAMES = [
  'Create_User_Test',
  'Update_User_Test',
  'Disable_User_Test',
  'Delete_User_Test',
  'User_Update_Manager_Test',
  'Restore_User_Test',
  'Create_Group_Test',
  'Update_Group_Test',
  'Delete_Group_Test',
  'Group_Update_Add_Member_Test',
  'Group_Update_Remove_Member_Test',
  'Schema_Discoverability_Test',
  'SCIM_Null_Update_Test',
  'SCIM_User_Create_Test',
  'SCIM_Group_Create_Test',
  'SCIM_User_Update_Test',
  'SCIM_Group_Update_Test',
  'Validate_Credentials_Test',
  'Federated_Identity_Test',
  'SCIM_User_Pagination_Test',
  'SCIM_Group_Pagination_Test',
  'SCIM_Update_Manager_Test',
  'POD_User_Test',
  'POD_Group_Test',
  'Restore_Group_Test',
] as const;

const OPTIONAL: ReadonlySet<GalleryTestName> = new Set([
  'Delete_User_Test',
  'Delete_Group_Test',
  'Restore_Group_Test',
  'SCIM_Group_Pagination_Test',
]);

const USERS: ReadonlySet<GalleryTestName> = new Set([
  'Create_User_Test',
  'Update_User_Test',
  'Disable_User_Test',
  'Delete_User_Test',
  'User_Update_Manager_Test',
  'Restore_User_Test',
  'POD_User_Test',
]);

const GROUPS: ReadonlySet<GalleryTestName> = new Set([
  'Create_Group_Test',
  'Update_Group_Test',
  'Delete_Group_Test',
  'Group_Update_Add_Member_Test',
  'Group_Update_Remove_Member_Test',
  'POD_Group_Test',
  'Restore_Group_Test',
]);

const TITLES: Readonly<Record<GalleryTestName, string>> = {
  Create_User_Test: 'Entra creates a user',
  Update_User_Test: 'Entra changes all mapped attributes, userName included',
  Disable_User_Test: 'a disabled user is shown with active false',
  Delete_User_Test: 'a purged user is gone (404)',
  User_Update_Manager_Test: 'the manager is set, changed and removed',
  Restore_User_Test: 'a user who lost the app and gets it again is the same resource',
  Create_Group_Test: 'Entra creates a group whose name has parentheses',
  Update_Group_Test: 'a group is renamed',
  Delete_Group_Test: 'a deleted group is found no more',
  Group_Update_Add_Member_Test: 'a member is added, and shown in the list',
  Group_Update_Remove_Member_Test: 'a member is removed',
  Schema_Discoverability_Test: '/Schemas has every target attribute',
  SCIM_Null_Update_Test: 'attributes are emptied with "" and with null',
  SCIM_User_Create_Test: 'a user is created directly',
  SCIM_Group_Create_Test: 'a group is created directly',
  SCIM_User_Update_Test: 'all single-valued attributes are replaced directly',
  SCIM_Group_Update_Test: 'name and externalId of a group are replaced directly',
  Validate_Credentials_Test: 'OAuth client credentials give a token of 1 to 6 hours',
  Federated_Identity_Test: 'an assertion is exchanged for a token',
  SCIM_User_Pagination_Test: 'users in pages of five, with startIndex shown',
  SCIM_Group_Pagination_Test: 'groups in pages of five, with startIndex shown',
  SCIM_Update_Manager_Test: 'the manager as a text, directly',
  POD_User_Test: 'a user is provisioned on demand',
  POD_Group_Test: 'a group is provisioned on demand',
  Restore_Group_Test: 'a group that was taken away comes back',
};

/** The tests, in the order of the template's result. */
export const GALLERY_TESTS: readonly GalleryTestInfo[] = NAMES.map((name) => ({
  name,
  category: OPTIONAL.has(name) ? 'optional' : 'mandatory',
  suite: USERS.has(name) ? 'UserTests' : GROUPS.has(name) ? 'GroupTests' : 'SCIMTests',
  title: TITLES[name],
}));

/** The alias that the template knows besides. */
const ALIASES: Readonly<Record<string, GalleryTestName>> = { Null_Update_User_Test: 'SCIM_Null_Update_Test' };

/**
 * The tests that a name selects, as the template's EnabledTests does.
 *
 * @param name `All`, a suite, or a test
 * @returns undefined when there is no such name
 */
export function testsNamed(name: string): readonly GalleryTestName[] | undefined {
  const wanted = name.toLowerCase();
  if (wanted === 'all') return NAMES;
  const suite = GALLERY_TESTS.filter((test) => test.suite.toLowerCase() === wanted);
  if (suite.length > 0) return suite.map((test) => test.name);
  const alias = Object.entries(ALIASES).find(([each]) => each.toLowerCase() === wanted)?.[1];
  const found = alias ?? NAMES.find((each) => each.toLowerCase() === wanted);
  return found === undefined ? undefined : [found];
}
