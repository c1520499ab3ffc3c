// Written by `npm run index`.
import type { Defect } from '../../defect.js';
import { acceptRequired } from './accept-required.js';
import { bodyCut } from './body-cut.js';
import { byteOrderMark } from './byte-order-mark.js';
import { charsetRefused } from './charset-refused.js';
import { contentTypeJsonOnly } from './content-type-json-only.js';
import { jsonRefused } from './json-refused.js';
import { patchNeverAnswered } from './patch-never-answered.js';
import { scimJsonRefused } from './scim-json-refused.js';
import { userAgentRequired } from './user-agent-required.js';
import { wrongContentType } from './wrong-content-type.js';

/** The defects that concern the area "transport". */
export const TRANSPORT_DEFECTS: readonly Defect[] = [
  acceptRequired,
  bodyCut,
  byteOrderMark,
  charsetRefused,
  contentTypeJsonOnly,
  jsonRefused,
  patchNeverAnswered,
  scimJsonRefused,
  userAgentRequired,
  wrongContentType,
];
