"""django-scim2-server in a project of its own, in memory. Usage: server.py PORT; the token is in SCIM_CHECK_TOKEN."""

import os
import sys
from hmac import compare_digest
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from django.conf import settings

PORT = int(sys.argv[1])
TOKEN = os.environ["SCIM_CHECK_TOKEN"]


def holds_token(request):
    """Who may use the API; the package's own checks know sessions of people alone."""
    return compare_digest(request.headers.get("Authorization", "").encode(), f"Bearer {TOKEN}".encode())


# The package names the check by its module.
sys.modules["server"] = sys.modules[__name__]
settings.configure(
    SECRET_KEY="only for tests",
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF="server",
    USE_TZ=True,
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django_scim2_server"],
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    SCIM2_SERVER_AUTH_CHECK="server.holds_token",
)
django.setup()

from django.core.management import call_command  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.urls import include, path  # noqa: E402

urlpatterns = [path("scim/v2/", include("django_scim2_server.urls"))]


class Quiet(WSGIRequestHandler):
    """Writes no log."""

    def log_message(self, *_):
        pass


call_command("migrate", verbosity=0)
make_server("127.0.0.1", PORT, get_wsgi_application(), WSGIServer, Quiet).serve_forever()
