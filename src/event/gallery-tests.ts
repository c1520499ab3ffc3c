/** One of the 25 tests of Microsoft's validation template. */
export interface GalleryTestInfo {
  readonly name: GalleryTestName;
  /** A failure of an optional test is a warning. */
  readonly category: 'mandatory' | 'optional';
  readonly suite: 'UserTests' | 'GroupTests' | 'SCIMTests';
  /** What it tries, in a few words. */
  readonly title: string;
}

type Row = readonly [name: string, suite: GalleryTestInfo['suite'], category: GalleryTestInfo['category'], title: string];

/** In the order of the template's result. */
const TESTS = [
  ['Create_User_Test', 'UserTests', 'mandatory', 'Entra creates a user'],
  ['Update_User_Test', 'UserTests', 'mandatory', 'Entra changes all mapped attributes, userName included'],
  ['Disable_User_Test', 'UserTests', 'mandatory', 'a disabled user is shown with active false'],
  ['Delete_User_Test', 'UserTests', 'optional', 'a purged user is gone (404)'],
  ['User_Update_Manager_Test', 'UserTests', 'mandatory', 'the manager is set, changed and removed'],
  ['Restore_User_Test', 'UserTests', 'mandatory', 'a user who lost the app and gets it again is the same resource'],
  ['Create_Group_Test', 'GroupTests', 'mandatory', 'Entra creates a group whose name has parentheses'],
  ['Update_Group_Test', 'GroupTests', 'mandatory', 'a group is renamed'],
  ['Delete_Group_Test', 'GroupTests', 'optional', 'a deleted group is found no more'],
  ['Group_Update_Add_Member_Test', 'GroupTests', 'mandatory', 'a member is added, and shown in the list'],
  ['Group_Update_Remove_Member_Test', 'GroupTests', 'mandatory', 'a member is removed'],
  ['Schema_Discoverability_Test', 'SCIMTests', 'mandatory', '/Schemas has every target attribute'],
  ['SCIM_Null_Update_Test', 'SCIMTests', 'mandatory', 'attributes are emptied with "" and with null'],
  ['SCIM_User_Create_Test', 'SCIMTests', 'mandatory', 'a user is created directly'],
  ['SCIM_Group_Create_Test', 'SCIMTests', 'mandatory', 'a group is created directly'],
  ['SCIM_User_Update_Test', 'SCIMTests', 'mandatory', 'all single-valued attributes are replaced directly'],
  ['SCIM_Group_Update_Test', 'SCIMTests', 'mandatory', 'name and externalId of a group are replaced directly'],
  ['Validate_Credentials_Test', 'SCIMTests', 'mandatory', 'OAuth client credentials give a token of 1 to 6 hours'],
  ['Federated_Identity_Test', 'SCIMTests', 'mandatory', 'an assertion is exchanged for a token'],
  ['SCIM_User_Pagination_Test', 'SCIMTests', 'mandatory', 'users in pages of five, with startIndex shown'],
  ['SCIM_Group_Pagination_Test', 'SCIMTests', 'optional', 'groups in pages of five, with startIndex shown'],
  ['SCIM_Update_Manager_Test', 'SCIMTests', 'mandatory', 'the manager as a text, directly'],
  ['POD_User_Test', 'UserTests', 'mandatory', 'a user is provisioned on demand'],
  ['POD_Group_Test', 'GroupTests', 'mandatory', 'a group is provisioned on demand'],
  ['Restore_Group_Test', 'GroupTests', 'optional', 'a group that was taken away comes back'],
] as const satisfies readonly Row[];

export type GalleryTestName = (typeof TESTS)[number][0];

/** The tests, in the order of the template's result. */
export const GALLERY_TESTS: readonly GalleryTestInfo[] = TESTS.map(([name, suite, category, title]) => ({ name, category, suite, title }));

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
  const suite = GALLERY_TESTS.filter((test) => wanted === 'all' || test.suite.toLowerCase() === wanted);
  if (suite.length > 0) return suite.map((test) => test.name);
  const alias = Object.entries(ALIASES).find(([each]) => each.toLowerCase() === wanted)?.[1];
  const found = alias ?? GALLERY_TESTS.find(({ name: each }) => each.toLowerCase() === wanted)?.name;
  return found === undefined ? undefined : [found];
}
