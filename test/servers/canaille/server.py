"""Canaille with its memory backend and one client whose token is in SCIM_CHECK_TOKEN. Usage: server.py PORT."""

import datetime
import os
import sys
import uuid
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"

from canaille import create_app  # noqa: E402
from canaille.app import models  # noqa: E402
from canaille.backends import Backend  # noqa: E402

PORT = int(sys.argv[1])
TOKEN = os.environ["SCIM_CHECK_TOKEN"]

app = create_app(
    config={
        "ENV_FILE": None,
        "SECRET_KEY": "only for tests",
        "PREFERRED_URL_SCHEME": "http",
        "SERVER_NAME": f"127.0.0.1:{PORT}",
        "CANAILLE": {"DATABASE": "memory", "JAVASCRIPT": False},
        "CANAILLE_SCIM": {"ENABLE_SERVER": True},
    }
)
with app.app_context():
    client = models.Client(
        client_id="provisioning",
        client_name="provisioning",
        client_secret=str(uuid.uuid4()),
        grant_types=["client_credentials"],
        scope=["openid"],
        token_endpoint_auth_method="client_secret_basic",
    )
    Backend.instance.save(client)
    token = models.Token(
        id=str(uuid.uuid4()),
        token_id=str(uuid.uuid4()),
        access_token=TOKEN,
        client=client,
        subject=None,
        type="access_token",
        scope=["openid"],
        issue_date=datetime.datetime.now(datetime.timezone.utc),
        lifetime=86400,
        audience=[client],
    )
    Backend.instance.save(token)
    # A directory is not empty when provisioning begins.
    user = models.User(user_name="administrator", formatted_name="Administrator", family_name="Administrator", emails=["administrator@example.org"])
    Backend.instance.save(user)


class Quiet(WSGIRequestHandler):
    """Writes no log."""

    def log_message(self, *_):
        pass


make_server("127.0.0.1", PORT, app, WSGIServer, Quiet).serve_forever()
