/**
 * The SCIM endpoint of mlflow-oidc-auth with SQLite: `node start.js` prints `READY <url>`.
 * The token comes from SCIM_CHECK_TOKEN, the port from PORT (default: any free one). Needs python3 with venv.
 */
import { startPython } from '../python.js';

// What its SCIM endpoint loads, in place of the whole of MLflow. Version 10.2 and later break down when Python 3.11 loads them.
const PACKAGES = [
  'mlflow-skinny==3.17.2',
  'fastapi==0.165.0',
  'uvicorn==0.54.0',
  'SQLAlchemy==2.1.9',
  'alembic==1.20.1',
  'Authlib==1.9.10',
  'joserfc==1.8.0',
  'httpx2==2.16.2',
  'cachetools==7.3.3',
  'Flask==3.1.3',
  'flask-cors==6.0.5',
  'asgiref==3.13.0',
  'truststore==0.10.5',
];
await startPython(import.meta.url, 'mlflow-oidc-auth-10.1.3', PACKAGES, ['mlflow-oidc-auth==10.1.3']);
