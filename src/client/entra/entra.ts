import { defined } from '../../base/defined.js';
import type { Client } from '../client.js';
import { connect } from './connect.js';
import { create } from './create.js';
import { DEFAULT_SHAPE, ON_DEMAND_SHAPE } from './default-shape.js';
import { type EntraShape, entraRequest } from './dialect.js';
import { FLAG_SHAPE } from './flag-shape.js';
import { list } from './list.js';
import { match } from './match.js';
import { read } from './read.js';
import { remove } from './remove.js';
import { update } from './update.js';

/** Entra ID with one of its PATCH shapes. All hold the same conversations. */
function entra(shape: EntraShape): Client {
  return {
    dialect: shape.dialect,
    family: 'entra',
    title: shape.title,
    ...defined({ onRequest: shape.onRequest }),
    // Microsoft, "How Application Provisioning works": only the users who are direct members.
    noNestedGroups: 'Entra provisions the users in a group, and no groups in it',
    connect,
    match,
    create: (session, object) => create(shape, session, object),
    read: (_session, object) => read(object),
    update: (session, object, changes) => update(shape, session, object, changes),
    remove: (session, object) => remove(shape, session, object),
    list,
    plain: entraRequest,
  };
}

export const ENTRA_DEFAULT = entra(DEFAULT_SHAPE);
export const ENTRA_FLAG = entra(FLAG_SHAPE);
export const ENTRA_ON_DEMAND = entra(ON_DEMAND_SHAPE);
