"""The page behind a letter's link: for whom it is, and where it leads nowhere, why."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from tenants.invitations import NoOffer, find_offer
from tenants.models import Membership, User

from .screens import PEOPLE, text

ASK_AGAIN = "Hãy nhờ người đã mời gửi lại lời mời."


@pytest.fixture
def invite(chief, people):
    """invite(portal, email) -> the path in the letter that the chief of A has sent."""

    def send(portal, email="moi@example.vn"):
        data = {"email": email, "last_name": "Lò Thị", "first_name": "Mây", "portal": portal.pk, "role": "editor"}
        chief.post(f"{PEOPLE}new/", data)
        return urlsplit(re.search(r"http\S+", mail.outbox[-1].body).group()).path

    return send


def row():
    return Membership.objects.get(user__email="moi@example.vn")


def opened(portal, path):
    return text(Client(HTTP_HOST=f"{portal.slug}.localhost").get(path))


def test_the_page_names_whom_the_letter_names(invite, a, b):
    page = opened(a, invite(a, email="mai@xa-b.example"))
    assert ("Lời mời này dành cho Lò Thị Mây." in page, "Trần Mai" in page, b.name in page) == (True, False, False)
    assert "Bạn đang đăng nhập" not in page


def test_a_colleague_is_warned_and_stays_logged_in_until_accepting(invite, people, enter, a, b):
    path = invite(a)
    colleague = enter(a, "officer")
    page = text(colleague.get(path))
    assert f"Bạn đang đăng nhập là {colleague.user}." in page
    assert colleague.get("/admin/").status_code == 200
    answer = colleague.post(path)
    assert "/password_reset/" in answer.url
    assert "_auth_user_id" not in colleague.session


def test_a_colleague_who_takes_what_is_somebodys_with_a_password_is_logged_out_too(invite, enter, a, b):
    colleague = enter(a, "officer")
    answer = colleague.post(invite(a, email="mai@xa-b.example"), follow=True)
    assert answer.redirect_chain[-1][0].startswith("/admin/login/")
    assert "Bạn đã nhận lời mời. Hãy đăng nhập để làm việc." in text(answer)


def test_who_is_logged_in_and_invited_stays_so(invite, enter, a, b):
    person = enter(b, "officer")
    person.defaults["HTTP_HOST"] = "xa-b.localhost"
    path = invite(a, email=person.user.email)
    assert "Bạn đang đăng nhập" not in text(person.get(path))
    person.post(path)
    assert "_auth_user_id" in person.session


def test_one_that_was_taken_says_so_and_leads_to_the_log_in(invite, a, b):
    path = invite(a, email="mai@xa-b.example")
    Client(HTTP_HOST="xa-a.localhost").post(path)
    page = opened(a, path)
    assert "Lời mời đã được nhận. Hãy đăng nhập." in page
    assert ('href="/admin/login/"' in page, ASK_AGAIN in page) == (True, False)


def test_who_accepted_long_ago_without_choosing_a_password_needs_a_new_link(invite, a, b):
    path = invite(a)
    Client(HTTP_HOST="xa-a.localhost").post(path)
    assert "Lời mời này dành cho" in opened(a, path)
    with pytest.raises(NoOffer, match="Lời mời đã quá hạn"):
        find_offer(path.rstrip("/").rpartition("/")[2], now=timezone.now() + timedelta(days=4))


def test_one_that_was_renewed_leads_to_the_newest_letter(invite, chief, a, b):
    path = invite(a)
    chief.post(f"{PEOPLE}link/{row().pk}/")
    page = opened(a, path)
    assert "Đã có thư mời mới hơn. Hãy mở liên kết trong thư mới nhất." in page
    assert ASK_AGAIN not in page


def test_one_that_was_taken_back_or_is_too_old_says_so(invite, chief, a, b):
    path = invite(a)
    Membership.objects.filter(pk=row().pk).update(expires_at=timezone.now() - timedelta(minutes=1))
    assert "Lời mời đã quá hạn." in opened(a, path)
    path = invite(a)
    chief.post(f"{PEOPLE}revoke/{row().pk}/")
    page = opened(a, path)
    assert ("Lời mời đã được rút lại." in page, ASK_AGAIN in page) == (True, True)


def test_of_a_closed_account_and_of_a_made_up_link_nothing_is_said(invite, a, b):
    path = invite(a)
    User.objects.filter(email="moi@example.vn").update(is_active=False)
    for tried in (path, f"{path[:-2]}x/"):
        assert "Lời mời không còn hiệu lực." in opened(a, tried)
