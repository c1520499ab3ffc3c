import { defined } from '../../base/defined.js';
import type { Client } from '../client.js';
import { done, pathOf, stop, succeeded } from '../conversation-helpers.js';
import { connect } from './connect.js';
import { create } from './create.js';
import { AIW, about, GRANULAR, OIN, type OktaKind, oktaRequest } from './dialect.js';
import { list } from './list.js';
import { match } from './match.js';
import { refused } from './reaction.js';
import { read } from './read.js';
import { updateGroup } from './update-group.js';
import { updateUser } from './update-user.js';

/** Okta with one of its two kinds of integration. */
function okta(kind: OktaKind): Client {
  return {
    dialect: kind.dialect,
    family: 'okta',
    title: kind.title,
    ...defined({ onRequest: kind.onRequest }),
    noNestedGroups: 'the groups of Okta hold people alone',
    connect,
    match,
    create: (session, object) => create(kind, session, object),
    read: (_session, object) => read(object),
    update: (session, object, changes) =>
      object.type === 'User' ? updateUser(kind, session, object, changes) : updateGroup(kind, session, object, changes),
    *remove(_session, object) {
      if (object.type === 'User' && kind.deletesUsers !== true) return stop('unsupported', 'Okta never deletes users: it deactivates them');
      const response = yield oktaRequest({ method: 'DELETE', target: pathOf(object), purpose: 'delete', ...about(object) });
      return succeeded(response) ? done(undefined) : refused(`the delete of ${object.key}`, response);
    },
    list,
    plain: oktaRequest,
  };
}

export const OKTA_OIN = okta(OIN);
export const OKTA_AIW = okta(AIW);
export const OKTA_GRANULAR = okta(GRANULAR);
