/**
 * Better Auth with its SCIM plugin, in memory. Usage: server.js FOLDER PORT; FOLDER has the packages, the token is in SCIM_CHECK_TOKEN.
 * The plugin is used as its documentation shows: one connection with a static bearer credential, no roles, no organizations.
 */
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { token } from '../install.js';

const [, , folder = '', port = '0'] = process.argv;
const from = createRequire(`${folder}/package.json`);
const load = (name) => import(pathToFileURL(from.resolve(name)).href);
const [{ betterAuth }, { getAuthTables }, { toNodeHandler }, { memoryAdapter }, { scim }] = await Promise.all(
  ['better-auth', 'better-auth/db', 'better-auth/node', '@better-auth/memory-adapter', '@better-auth/scim'].map(load),
);

const options = {
  baseURL: `http://127.0.0.1:${port}`,
  secret: 'the secret of a server that lives as long as a test',
  emailAndPassword: { enabled: true },
  plugins: [scim({ connections: [{ id: 'scim-check', credentials: [{ type: 'bearer', id: 'token', token: token() }] }] })],
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  logger: { disabled: true },
};
const tables = Object.values(getAuthTables(options)).map(({ modelName }) => [modelName, []]);
const auth = betterAuth({ ...options, database: memoryAdapter(Object.fromEntries(tables)) });
createServer(toNodeHandler(auth)).listen(Number(port), '127.0.0.1');
