"""Pictures an editor works with show on every host where that editor may log in, and to nobody else there."""

import pytest

from tests.factories import make_image


@pytest.fixture
def addresses(a, b):
    return [make_image(portal).get_rendition("max-165x165").url for portal in (a, b)]


def status(client, portal, address):
    return client.get(address, headers={"host": f"{portal.slug}.localhost"}).status_code


def test_an_editor_sees_own_pictures_on_the_provincial_host(log_in, a, province, addresses):
    own, foreign = addresses
    client = log_in(a, "editor")
    assert [status(client, province, own), status(client, province, foreign)] == [200, 404]


def test_a_visitor_sees_them_on_the_portals_own_host_only(client, a, b, province, addresses):
    own, foreign = addresses
    assert [status(client, host, own) for host in (a, b, province)] == [200, 404, 404]
    assert [status(client, host, foreign) for host in (a, b, province)] == [404, 200, 404]
