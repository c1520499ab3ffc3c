/**
 * SCIMMY with its Express routers over a store in memory: `node start.js [--settled-query]` prints `READY <url>`.
 * The token comes from SCIM_CHECK_TOKEN, the port from PORT (default: any free one).
 *
 * The handlers follow the examples that SCIMMY's documentation gives for ingress, egress and degress.
 * `--settled-query` gives every request a query that can be written to, as Express 4 has it and Express 5 has not.
 */
import express from 'express';
import SCIMMY from 'scimmy';
import SCIMMYRouters from 'scimmy-routers';
import { createStore, NOT_FOUND, NOT_UNIQUE } from './store.js';

const token = process.env.SCIM_CHECK_TOKEN;
if (!token) throw new Error('SCIM_CHECK_TOKEN is not set');

const users = createStore('userName');
// The schema gives displayName of a group no uniqueness.
const groups = createStore(undefined);
// A target is not empty when provisioning begins; this account has a user name and nothing else.
users.create({ userName: 'administrator', active: true });

function scimError(error, resource) {
  if (error.message === NOT_FOUND) return new SCIMMY.Types.Error(404, null, `Resource ${resource.id} not found`);
  if (error.message === NOT_UNIQUE) return new SCIMMY.Types.Error(409, 'uniqueness', 'userName is not unique');
  // What SCIMMY itself throws inside a handler, Filter.match for one, is SCIMMY's own to answer.
  return error;
}

/** Runs what a handler does with the errors that the documentation asks handlers to throw. */
const handler =
  (act) =>
  async (resource, ...rest) => {
    try {
      return await act(resource, ...rest);
    } catch (error) {
      throw scimError(error, resource);
    }
  };

const handlersOf = (store) => ({
  ingress: handler((resource, data) => (resource.id ? store.update(resource.id, data) : store.create(data))),
  egress: handler((resource) => {
    if (resource.id) return store.find(resource.id);
    return resource.filter ? resource.filter.match(store.all()) : store.all();
  }),
  degress: handler((resource) => {
    store.remove(resource.id);
    for (const group of groups.all()) {
      const left = group.members?.filter((member) => member.value !== resource.id);
      if (left !== undefined && left.length < group.members.length) groups.update(group.id, { ...group, members: left });
    }
  }),
});

SCIMMY.Resources.declare(SCIMMY.Resources.User, {
  ...handlersOf(users),
  extensions: [{ schema: SCIMMY.Schemas.EnterpriseUser, required: false }],
});
SCIMMY.Resources.declare(SCIMMY.Resources.Group, handlersOf(groups));

const app = express();
if (process.argv.includes('--settled-query')) {
  app.use((request, _response, next) => {
    const value = request.query;
    Object.defineProperty(request, 'query', { value, writable: true, configurable: true, enumerable: true });
    next();
  });
}
app.use(
  '/scim',
  new SCIMMYRouters({
    type: 'bearer',
    handler: (request) => {
      if (request.header('authorization') !== `Bearer ${token}`) throw new Error('Authorization failed');
      return 'scim-check';
    },
  }),
);
// The routers hand errors of status 500 on, after they have answered; they belong in the log of the host.
app.use((error, _request, response, next) => {
  process.stderr.write(`${error.stack ?? error}\n`);
  if (!response.headersSent) next(error);
});

const server = app.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  process.stdout.write(`READY http://127.0.0.1:${server.address().port}/scim\n`);
});
