/**
 * The Django app django-scim2-server in a project of its own: `node start.js` prints `READY <url>`.
 * The token comes from SCIM_CHECK_TOKEN, the port from PORT (default: any free one). Needs python3 with venv.
 */
import { startPython } from '../python.js';

const PACKAGES = ['django-scim2-server==1.1.0', 'Django==5.2.19', 'scim2-models==0.12.3'];
await startPython(import.meta.url, 'django-scim2-server-1.1.0', PACKAGES);
