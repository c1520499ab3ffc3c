import type { IntentKind, IntentOf } from '../../../scenario/intent.js';
import type { StepHandler } from '../step-handler.js';
import { CONNECT } from './connect.js';
import { CREATE } from './create.js';
import { DELETE } from './delete.js';
import { LIST } from './list.js';
import { MATCH } from './match.js';
import { REQUEST } from './raw-request.js';
import { READ } from './read.js';
import { UPDATE } from './update.js';
import { WAIT } from './wait.js';

const STEP_HANDLERS: { readonly [Kind in IntentKind]: StepHandler<Kind> } = {
  connect: CONNECT,
  create: CREATE,
  match: MATCH,
  read: READ,
  update: UPDATE,
  delete: DELETE,
  list: LIST,
  request: REQUEST,
  wait: WAIT,
};

/**
 * How an intent is carried out.
 *
 * @param intent an intent of any kind
 */
export function stepHandler<Kind extends IntentKind>(intent: IntentOf<Kind>): StepHandler<Kind> {
  const kind: Kind = intent.kind;
  return STEP_HANDLERS[kind];
}
