"""django-scim2 with models of the kind that its documentation shows, in memory. Usage: server.py PORT; the token is in SCIM_CHECK_TOKEN."""

import os
import sys
from hmac import compare_digest
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from django.conf import settings

PORT = int(sys.argv[1])
TOKEN = os.environ["SCIM_CHECK_TOKEN"]


class BearerToken:
    """Signs in whoever brings the token, as the documentation leaves to the application."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        from django.contrib.auth.models import AnonymousUser

        class Caller:
            is_anonymous = False
            is_authenticated = True

        given = request.headers.get("Authorization", "")
        request.user = Caller() if compare_digest(given.encode(), f"Bearer {TOKEN}".encode()) else AnonymousUser()
        return self.get_response(request)


settings.configure(
    SECRET_KEY="only for tests",
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    USE_TZ=True,
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django_scim", "people"],
    AUTH_USER_MODEL="people.Person",
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    MIDDLEWARE=[f"{__name__}.BearerToken", "django_scim.middleware.SCIMAuthCheckMiddleware"],
    SCIM_SERVICE_PROVIDER={
        "NETLOC": f"127.0.0.1:{PORT}",
        "SCHEME": "http",
        "WWW_AUTHENTICATE_HEADER": 'Bearer realm="django-scim2"',
        "GROUP_MODEL": "people.models.Team",
        "AUTHENTICATION_SCHEMES": [{"type": "oauthbearertoken", "name": "Bearer", "description": "A bearer token"}],
    },
)
django.setup()

from django.core.management import call_command  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.urls import include, path  # noqa: E402

urlpatterns = [path("scim/v2/", include("django_scim.urls", namespace="scim"))]


class Quiet(WSGIRequestHandler):
    """Keeps connections and writes no log."""

    def log_message(self, *_):
        pass


call_command("migrate", run_syncdb=True, verbosity=0)
make_server("127.0.0.1", PORT, get_wsgi_application(), WSGIServer, Quiet).serve_forever()
