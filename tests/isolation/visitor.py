"""Somebody who asks: each request runs in a savepoint that is rolled back, and is read to its last byte."""

import io
import json
import sys
import traceback
import zipfile
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.core.cache import cache
from django.core.signals import got_request_exception
from django.db import connection, transaction
from django.dispatch import receiver
from django.test import Client, RequestFactory, TestCase
from django.test.client import ClientHandler

from .database import Writes

FORM = "application/x-www-form-urlencoded"

_errors = []


@receiver(got_request_exception)
def _remember(sender, **kwargs):
    """What a 500 hides from the reader, for whoever has to mend it."""
    kind, error, trace = sys.exc_info()
    ours = [frame for frame in traceback.extract_tb(trace) if "site-packages" not in frame.filename]
    place = (ours or traceback.extract_tb(trace))[-1]
    _errors.append(f"{kind.__name__}: {error} ({place.filename.rpartition('/')[2]}:{place.lineno} {place.name})")


@dataclass(frozen=True)
class Ask:
    """One request. `data` is a form's {name: value or [values]}; `body` is sent as JSON; `files` make it multipart.

    `then` is an address that is opened afterwards, as the frame of a preview is: its answer counts as well.
    """

    method: str
    url: str
    data: dict | None = None
    body: dict | None = None
    files: dict | None = None
    host: str | None = None
    then: str | None = None

    @property
    def sent(self):
        return " ".join(
            [self.url, json.dumps(self.data or {}, default=str), json.dumps(self.body or {}), str(self.host)]
        )


@dataclass
class Answer:
    status: int
    text: str
    route: str | None
    error: str = ""
    tables: set = field(default_factory=set)
    changes: list = field(default_factory=list)


class Visitor:
    """One person on one host, logged in, with a session that outlives every rolled back request."""

    def __init__(self, role, host, user, **session):
        self.role, self.user, self.host = role, user, f"{host}.localhost"
        self.is_of_a_unit = not role.startswith("province")
        self.cookies = {}
        if user is not None:
            client = Client(HTTP_HOST=self.host)
            client.force_login(user)
            _keep(client.session, session)
            self.cookies = {name: morsel.value for name, morsel in client.cookies.items()}
        self.handler = ClientHandler(enforce_csrf_checks=False)

    def send(self, ask, database=None):
        """The answer to one request; with a database also what the request changed of B. Nothing of it stays."""
        writes = Writes()
        _errors.clear()
        with transaction.atomic(), connection.execute_wrapper(writes):
            with TestCase.captureOnCommitCallbacks(execute=True):
                response = self.handler(self._environ(ask))
                text = _read(response)
                if ask.then:
                    text += _read(self.handler(self._environ(Ask("GET", ask.then, host=ask.host))))
            match = response.wsgi_request.resolver_match
            route = match.route if match else None
            answer = Answer(response.status_code, text, route, " ".join(_errors), writes.tables)
            if database is not None and writes.tables:
                answer.changes = database.changes(writes.tables, sent=ask.sent, others=self.is_of_a_unit)
            transaction.set_rollback(True)
        if writes.tables:
            cache.clear()
        return answer

    def _environ(self, ask):
        factory = RequestFactory(HTTP_HOST=ask.host or self.host)
        factory.cookies.load(self.cookies)
        request = getattr(factory, ask.method.lower())(ask.url, **self._payload(ask))
        return {**request.environ}

    @staticmethod
    def _payload(ask):
        if ask.method in ("GET", "HEAD"):
            return {}
        if ask.body is not None:
            return {"data": json.dumps(ask.body), "content_type": "application/json"}
        if ask.files and ask.method == "POST":
            return {"data": {**(ask.data or {}), **{name: make() for name, make in ask.files.items()}}}
        return {"data": urlencode(ask.data or {}, doseq=True), "content_type": FORM}


def _keep(stored, values):
    stored.update(values)
    stored.save()


def _read(response):
    """The whole answer as text: body, streamed or zipped, and every header but the visitor's own cookies."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if body[:2] == b"PK":
        archive = zipfile.ZipFile(io.BytesIO(body))
        body = b"\n".join(archive.read(name) for name in archive.namelist())
    headers = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
    return f"{body.decode('utf-8', 'replace')}\n{headers}"
