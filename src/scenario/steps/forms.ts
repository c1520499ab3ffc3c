import type { TSchema } from 'typebox';
import type { IntentKind } from '../intent.js';
import { CONNECT_FORM } from './connect.js';
import { CREATE_GROUP_FORM, CREATE_USER_FORM } from './create.js';
import { DELETE_FORM } from './delete.js';
import { LIST_FORM } from './list.js';
import { MATCH_FORM } from './match.js';
import { READ_FORM } from './read.js';
import type { STEP_TYPES } from './registry.js';
import { REQUEST_FORM } from './request.js';
import { UPDATE_FORM } from './update.js';
import { WAIT_FORM } from './wait.js';

/** A schema for each form that a kind of step can read. */
type FormsOf<Kind extends IntentKind> = Readonly<Record<keyof (typeof STEP_TYPES)[Kind]['read'], TSchema>>;

/** The forms in which steps are written. */
export const FORMS = {
  connect: { connect: CONNECT_FORM },
  create: { createUser: CREATE_USER_FORM, createGroup: CREATE_GROUP_FORM },
  match: { match: MATCH_FORM },
  read: { read: READ_FORM },
  update: { update: UPDATE_FORM },
  delete: { delete: DELETE_FORM },
  list: { list: LIST_FORM },
  request: { request: REQUEST_FORM },
  wait: { wait: WAIT_FORM },
} satisfies { readonly [Kind in IntentKind]: FormsOf<Kind> };
