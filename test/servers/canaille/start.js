/**
 * The identity provider Canaille, whose SCIM endpoint others may write to: `node start.js` prints `READY <url>`.
 * The token comes from SCIM_CHECK_TOKEN, the port from PORT (default: any free one). Needs python3 with venv.
 */
import { startPython } from '../python.js';

// Its SCIM endpoint ends in a TypeError with scim2-models of 2026.
const PACKAGES = ['canaille[front,oidc,scim]==0.3.6', 'scim2-models==0.6.12', 'scim2-client==0.7.5'];
await startPython(import.meta.url, 'canaille-0.3.6', PACKAGES);
