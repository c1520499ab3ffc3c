import parts from 'compiled:undici';
import { partsOr } from './undici-files.js';

export { proxyAgent } from './undici-files.js';

/** As the sources have them, and compiled with the program where undici is of the version that it was compiled of. */
export const { Pool, buildConnector } = partsOr(() => ({ Pool: parts.Pool, buildConnector: parts.buildConnector }));
