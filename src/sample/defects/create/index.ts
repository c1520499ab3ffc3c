// Written by `npm run index`.
import type { Defect } from '../../defect.js';
import { apostrophe500 } from './apostrophe-500.js';
import { attributeNamesCaseSensitive } from './attribute-names-case-sensitive.js';
import { bodiesOfAKilobyte } from './bodies-of-a-kilobyte.js';
import { create200 } from './create-200.js';
import { create500Kept } from './create-500-kept.js';
import { createAgainAccepted } from './create-again-accepted.js';
import { createDropsExtension } from './create-drops-extension.js';
import { createEmptyBody } from './create-empty-body.js';
import { createWithoutId } from './create-without-id.js';
import { createWithoutLocation } from './create-without-location.js';
import { createdActive } from './created-active.js';
import { departmentRequired } from './department-required.js';
import { domainsVerified } from './domains-verified.js';
import { duplicate400 } from './duplicate-400.js';
import { duplicate500 } from './duplicate-500.js';
import { duplicateAccepted } from './duplicate-accepted.js';
import { duplicateInOtherCaseAccepted } from './duplicate-in-other-case-accepted.js';
import { duplicateOverwrites } from './duplicate-overwrites.js';
import { emojiBreaksCreates } from './emoji-breaks-creates.js';
import { emojiRefused } from './emoji-refused.js';
import { externalIdRequired } from './external-id-required.js';
import { externalIdUuidOnly } from './external-id-uuid-only.js';
import { externalIdsMissingConflict } from './external-ids-missing-conflict.js';
import { familyNameRequired } from './family-name-required.js';
import { formerGroupNameTaken } from './former-group-name-taken.js';
import { formerNameTaken } from './former-name-taken.js';
import { furtherListsDropped } from './further-lists-dropped.js';
import { givenNameRequired } from './given-name-required.js';
import { groupDescriptionsLost } from './group-descriptions-lost.js';
import { idsFromNames } from './ids-from-names.js';
import { localPartsUnique } from './local-parts-unique.js';
import { longTextsRefused } from './long-texts-refused.js';
import { namesNotSupported } from './names-not-supported.js';
import { namesakesRefused } from './namesakes-refused.js';
import { nullRefused } from './null-refused.js';
import { ownNameInOtherCaseTaken } from './own-name-in-other-case-taken.js';
import { parallelCreatesFail } from './parallel-creates-fail.js';
import { parallelDuplicatesAccepted } from './parallel-duplicates-accepted.js';
import { passwordRequired } from './password-required.js';
import { passwordsLong } from './passwords-long.js';
import { primaryAddressRefused } from './primary-address-refused.js';
import { renameCollisionAccepted } from './rename-collision-accepted.js';
import { seatsUsedUp } from './seats-used-up.js';
import { textBody500 } from './text-body-500.js';
import { titlesLimited } from './titles-limited.js';
import { unknownAttributeRefused } from './unknown-attribute-refused.js';
import { userNamesNarrow } from './user-names-narrow.js';
import { userWithoutNameAccepted } from './user-without-name-accepted.js';
import { wrongType500 } from './wrong-type-500.js';

/** The defects that concern the area "create". */
export const CREATE_DEFECTS: readonly Defect[] = [
  apostrophe500,
  attributeNamesCaseSensitive,
  bodiesOfAKilobyte,
  create200,
  create500Kept,
  createAgainAccepted,
  createDropsExtension,
  createEmptyBody,
  createWithoutId,
  createWithoutLocation,
  createdActive,
  departmentRequired,
  domainsVerified,
  duplicate400,
  duplicate500,
  duplicateAccepted,
  duplicateInOtherCaseAccepted,
  duplicateOverwrites,
  emojiBreaksCreates,
  emojiRefused,
  externalIdRequired,
  externalIdUuidOnly,
  externalIdsMissingConflict,
  familyNameRequired,
  formerGroupNameTaken,
  formerNameTaken,
  furtherListsDropped,
  givenNameRequired,
  groupDescriptionsLost,
  idsFromNames,
  localPartsUnique,
  longTextsRefused,
  namesNotSupported,
  namesakesRefused,
  nullRefused,
  ownNameInOtherCaseTaken,
  parallelCreatesFail,
  parallelDuplicatesAccepted,
  passwordRequired,
  passwordsLong,
  primaryAddressRefused,
  renameCollisionAccepted,
  seatsUsedUp,
  textBody500,
  titlesLimited,
  unknownAttributeRefused,
  userNamesNarrow,
  userWithoutNameAccepted,
  wrongType500,
];
