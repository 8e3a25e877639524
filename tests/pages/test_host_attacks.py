"""Whatever a request says about its host: the own portal answers, or a plain 404 that tells nothing.

The bytes go to the development server's own handler over a socket, for a client library would refuse to send most.
"""

import re
import socket

import pytest
from django.core.servers.basehttp import WSGIRequestHandler
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections

from tests.factories import make_article

EVIL = "evil.example"


class Server:
    """As much of a server as its request handler asks for; everything happens in the test's own transaction."""

    base_environ = {
        "SERVER_NAME": "internal.example",
        "SERVER_PORT": "8000",
        "GATEWAY_INTERFACE": "CGI/1.1",
        "REMOTE_HOST": "",
        "CONTENT_LENGTH": "",
        "SCRIPT_NAME": "",
    }

    def get_app(self):
        return get_wsgi_application()


@pytest.fixture
def _one_connection():
    """Requests leave the test's connection open, which a real server would close after each."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def send(a, b, _one_connection):
    """send(bytes of a request) -> text of the answer."""
    for portal in (a, b):
        make_article(portal, f"Tin của {portal.slug}")

    def exchange(*lines):
        client, server = socket.socketpair()
        with client, server:
            client.settimeout(10)
            client.sendall(b"\r\n".join([*lines, b"", b""]))
            client.shutdown(socket.SHUT_WR)
            WSGIRequestHandler(server, ("127.0.0.1", 40000), Server())
            server.close()
            return b"".join(iter(lambda: client.recv(65536), b"")).decode()

    return exchange


def _status(answer):
    return int(re.match(r"HTTP/1\.[01] (\d{3})", answer)[1])


def _serves_a(answer):
    return _status(answer) == 200 and "Tin của xa-a" in answer and "Tin của xa-b" not in answer


def _tells_nothing(answer):
    names = ("Tin của", "An Bình", "Bình Yên", "Tỉnh Thử", "Traceback", "internal.example")
    return _status(answer) in (400, 404) and not any(name in answer for name in names)


OWN = [b"xa-a.localhost", b"XA-A.LocalHost", b"xa-a.localhost:8000", b"xa-a.localhost:1", b"xa-a.localhost."]


@pytest.mark.parametrize("host", OWN)
def test_spellings_of_the_own_host_are_the_own_portal(send, host):
    answer = send(b"GET / HTTP/1.1", b"Host: " + host)
    assert _serves_a(answer)


NOBODYS = [
    b"",
    b" ",
    b".",
    b":",
    b":80",
    b"evil.example",
    b"internal.example",
    b"127.0.0.1",
    b"[::1]",
    b"[::1]:8000",
    b"[xa-a.localhost]",
    b"xa-a.localhost:port",
    b"xa-a.localhost:80:80",
    b"xa-a.localhost@evil.example",
    b"evil.example@xa-a.localhost",
    b"user:pw@xa-a.localhost",
    b"xa-a.localhost/evil.example",
    b"xa-a.localhost,xa-b.localhost",
    b"xa-a.localhost xa-b.localhost",
    b"xa-a_.localhost",
    b"xa_a.localhost",
    b"*.localhost",
    b"%.localhost",
    b"xa-a.localhost%00",
    b"xa-a.localhost\x00",
    b"xa-a\x0b.localhost",
    b"<script>.localhost",
    "cổng.localhost".encode(),
    "ｘａ-a.localhost".encode(),
    "xa-a。localhost".encode(),
    b"\xff\xfe",
    b"a" * 300 + b".localhost",
    b"a." * 3000 + b"localhost",
    b"xa-a.localhost.evil.example",
    b"..xa-a.localhost",
]


PATHS = [b"/", b"/admin/", b"/sitemap.xml", b"/media/portal-1/images/x.jpg", b"/documents/1/x"]


@pytest.mark.parametrize("host", NOBODYS)
def test_any_other_host_is_a_plain_404(send, host):
    answers = [send(b"GET " + path + b" HTTP/1.1", b"Host: " + host) for path in PATHS]
    assert [_tells_nothing(answer) for answer in answers] == [True] * len(PATHS)


def test_without_a_host_the_servers_own_name_decides(send):
    assert _tells_nothing(send(b"GET / HTTP/1.0"))


def test_two_hosts_are_none(send):
    assert _tells_nothing(send(b"GET / HTTP/1.1", b"Host: xa-a.localhost", b"Host: xa-b.localhost"))


FORWARDED = [b"X-Forwarded-Host", b"X-Host", b"Forwarded", b"X-Original-URL", b"X-Rewrite-URL", b"X-Forwarded-Server"]


@pytest.mark.parametrize("value", [b"evil.example", b"xa-b.localhost", b"host=xa-b.localhost", b"/admin/"])
def test_what_a_client_says_beside_the_host_counts_for_nothing(send, value):
    for name in FORWARDED:
        answer = send(b"GET / HTTP/1.1", b"Host: xa-a.localhost", name + b": " + value)
        assert _serves_a(answer)
        assert EVIL not in answer and "xa-b.localhost" not in answer


@pytest.mark.parametrize(
    "target", [b"http://xa-b.localhost/", b"http://evil.example/", b"//evil.example/", b"*", b"x"]
)
def test_a_whole_address_in_the_first_line_leads_nowhere_else(send, target):
    """The host's portal answers, be it with its page for what does not exist."""
    answer = send(b"GET " + target + b" HTTP/1.1", b"Host: xa-a.localhost")
    assert _serves_a(answer) or _status(answer) == 404
    assert "Tin của xa-b" not in answer and "Bình Yên" not in answer
    head, _, _body = answer.partition("\r\n\r\n")
    assert EVIL not in head and "xa-b" not in head


@pytest.mark.parametrize(
    "path", [b"//evil.example/tin-tuc", b"/\\evil.example/x", b"/%2f/evil.example/x", b"///evil.example"]
)
def test_no_redirect_leads_away(send, path):
    answer = send(b"GET " + path + b" HTTP/1.1", b"Host: xa-a.localhost")
    location = re.search(r"^Location: (.*?)\r$", answer, re.MULTILINE)
    assert location is None or re.match(r"/(?![/\\])", location[1])
    assert _status(answer) < 500


def test_absolute_addresses_name_the_portals_own_host(send):
    """In the page and the site map; the spelling of the request is not repeated."""
    for path in (b"/", b"/en/", b"/sitemap.xml", b"/robots.txt"):
        answer = send(b"GET " + path + b" HTTP/1.1", b"Host: XA-A.localhost.", b"X-Forwarded-Host: evil.example")
        named = set(re.findall(r"https?://([^/:\s\"<]*\blocalhost\.?)", answer, re.IGNORECASE))
        assert named <= {"xa-a.localhost", "localhost"} and "xa-a.localhost" in named
        assert EVIL not in answer
