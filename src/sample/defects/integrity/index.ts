// Written by `npm run index`.
import type { Defect } from '../../defect.js';
import { bystanderWritten } from './bystander-written.js';
import { indexIsLate } from './index-is-late.js';
import { passwordReturned } from './password-returned.js';
import { phoneNumbersReformatted } from './phone-numbers-reformatted.js';
import { readWrongUser } from './read-wrong-user.js';
import { readsAreLate } from './reads-are-late.js';
import { userPatchesIgnored } from './user-patches-ignored.js';
import { valuesLowerCased } from './values-lower-cased.js';
import { writeNotKept } from './write-not-kept.js';

/** The defects that concern the area "integrity". */
export const INTEGRITY_DEFECTS: readonly Defect[] = [
  bystanderWritten,
  indexIsLate,
  passwordReturned,
  phoneNumbersReformatted,
  readWrongUser,
  readsAreLate,
  userPatchesIgnored,
  valuesLowerCased,
  writeNotKept,
];
