"""manage.py rebuild_search"""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils.text import slugify

from search.engines import engine
from search.indexing import postponed
from search.models import SearchEntry
from tenants.scoping import platform_scope
from tests.factories import make_article, make_portal


@pytest.fixture
def lost(a, b):
    """Both portals have an article that the engine has forgotten."""
    pages = [make_article(a, "Mất dấu"), make_article(b, "Mất dấu")]
    with platform_scope():
        engine().remove(
            SearchEntry.objects.filter(page_number__in=[p.pk for p in pages]).values_list("uid", flat=True)
        )


def run(*arguments):
    out, err = StringIO(), StringIO()
    call_command("rebuild_search", *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_everything_is_found_again(lost, titles, a, b):
    out, err = run()
    assert [titles("mat dau", a), titles("mat dau", b)] == [["Mất dấu"]] * 2
    assert out.startswith("Đã xem lại ")
    assert err.split("/")[0] == err.split("/")[1].strip()


def test_one_portal_alone(lost, titles, a, b):
    run("--portal", "xa-a")
    assert titles("mat dau", a) == ["Mất dấu"]
    assert titles("mat dau", b) == []


def test_an_unknown_portal_is_refused_and_nothing_done(lost, titles, a):
    with pytest.raises(CommandError, match="xa-khong-co"):
        run("--portal", "xa-a", "--portal", "xa-khong-co")
    assert titles("mat dau", a) == []


def test_twice_is_as_good_as_once(lost, db):
    assert run()[0] == run()[0]


def test_it_has_help(capsys):
    with pytest.raises(SystemExit) as stopped:
        call_command("rebuild_search", "--help")
    assert stopped.value.code == 0
    assert "--portal" in capsys.readouterr().out


def test_portals_loaded_in_great_number_are_taken_in_together(titles, a, b):
    with postponed():
        for name in ("Xã Chờ Một", "Xã Chờ Hai"):
            make_portal(slugify(name), name=name)
    make_portal("xa-ngay", name="Xã Chờ Ngay")
    assert titles("xã chờ") == ["Xã Chờ Ngay"]
    run()
    assert set(titles("xã chờ")) == {"Xã Chờ Một", "Xã Chờ Hai", "Xã Chờ Ngay"}
