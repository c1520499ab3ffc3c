// Written by `npm run index`.
import type { StepCheck } from './check.js';
import { BULK_STEPS } from './step/bulk.js';
import { CONNECTION_STEPS } from './step/connection.js';
import { CONSTRAINT_STEPS } from './step/constraint.js';
import { CREATE_STEPS } from './step/create.js';
import { DISCOVERY_STEPS } from './step/discovery.js';
import { ETAG_STEPS } from './step/etag.js';
import { FILTER_STEPS } from './step/filter.js';
import { GROUP_STEPS } from './step/group.js';
import { INTEGRITY_STEPS } from './step/integrity.js';
import { LIFECYCLE_STEPS } from './step/lifecycle.js';
import { MESSAGE_STEPS } from './step/message.js';
import { PAGING_STEPS } from './step/paging.js';
import { PATCH_STEPS } from './step/patch.js';
import { PUT_STEPS } from './step/put.js';
import { SCENARIO_STEPS } from './step/scenario.js';
import { VALUE_STEPS } from './step/value.js';

/** Checks that the engine raises, or a step of a scenario. */
export const STEP_CHECKS: readonly StepCheck[] = [
  ...BULK_STEPS,
  ...CONNECTION_STEPS,
  ...CONSTRAINT_STEPS,
  ...CREATE_STEPS,
  ...DISCOVERY_STEPS,
  ...ETAG_STEPS,
  ...FILTER_STEPS,
  ...GROUP_STEPS,
  ...INTEGRITY_STEPS,
  ...LIFECYCLE_STEPS,
  ...MESSAGE_STEPS,
  ...PAGING_STEPS,
  ...PATCH_STEPS,
  ...PUT_STEPS,
  ...SCENARIO_STEPS,
  ...VALUE_STEPS,
];
