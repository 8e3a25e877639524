"""Who changes the own name stays known: the logs of their portals say what it was and what it is."""

import pytest
from django.utils import timezone

from tenants.actions import grant
from tenants.audit.sentences import what
from tenants.models import Role

ACCOUNT = "/admin/account/"


def rename(client, last, first):
    names = {"name_email-last_name": last, "name_email-first_name": first}
    language = {"locale-preferred_language": "", "locale-current_time_zone": "Asia/Ho_Chi_Minh"}
    theme = {"theme-theme": "system", "theme-contrast": "system", "theme-density": "default"}
    assert client.post(ACCOUNT, names | language | theme).status_code == 302


@pytest.fixture
def editor(enter, a, b, people):
    return enter(a, Role.EDITOR, email="nam@xa-a.example")


def renamed(rows):
    return [(row.portal.slug, row.actor_name, what(row)) for row in rows if row.action == "user.renamed"]


def test_a_new_name_is_in_the_log_of_the_portal_with_the_old_one(editor, written):
    written()
    rename(editor, "Trần", "Bình")
    assert renamed(written()) == [("xa-a", "Trần Bình", "Đổi tên của chính mình: Nguyễn nam → Trần Bình")]


def test_it_is_in_the_log_of_each_portal_for_which_the_person_works(editor, written, b):
    grant(editor.user, portal=b, role=Role.OFFICER, now=timezone.now())
    written()
    rename(editor, "Trần", "Bình")
    assert [slug for slug, _name, _what in renamed(written())] == ["xa-a", "xa-b"]


def test_saving_the_same_name_is_no_renaming(editor, written):
    rename(editor, "Nguyễn", "nam")
    assert renamed(written()) == []
