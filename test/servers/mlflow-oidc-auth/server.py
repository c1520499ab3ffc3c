"""The SCIM router of mlflow-oidc-auth with SQLite and one token, which is in SCIM_CHECK_TOKEN. Usage: server.py PORT."""

import os
import sys
import tempfile
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from mlflow_oidc_auth import store as stores
from mlflow_oidc_auth.config import config
from mlflow_oidc_auth.routers.scim import scim_router
from mlflow_oidc_auth.sqlalchemy_store import SqlAlchemyStore

PORT = int(sys.argv[1])
TOKEN = os.environ["SCIM_CHECK_TOKEN"]

store = SqlAlchemyStore()
store.init_db(f"sqlite:///{Path(tempfile.mkdtemp()) / 'auth.db'}")
object.__setattr__(stores.store, "_instance", store)
# It makes up tokens itself: the one that it made stands for the one that the test knows.
_, issued = store.create_scim_token("test", created_by="administrator@example.org")
authenticate = store.authenticate_scim_token
store.authenticate_scim_token = lambda presented: authenticate(issued) if presented == TOKEN else None
# A directory is not empty when provisioning begins.
store.create_user("administrator@example.org", "Administrator", is_admin=True)
# Nothing of a run is to wait for it.
config.SCIM_RATE_LIMIT_PER_MINUTE = 1_000_000

app = FastAPI()
app.include_router(scim_router)
uvicorn.run(app, host="127.0.0.1", port=PORT, log_level="critical")
