"""Two portals with answered questions, and one of every kind that must never show."""

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from cms.questions.actions import Contact, remove, reopen, set_visibility, split
from cms.questions.models import Removal, Visibility
from tests.factories.questions import fresh, make_question, make_staff

SECRET = "Sùng Bí Mật"
CONTACT = Contact(name=f"Người {SECRET}", email="bimat@example.com", phone="0977 000 111", address=f"Nhà {SECRET}")


def words(node):
    return " ".join(node.stripped_strings)


@pytest.fixture
def read(visit):
    """read(portal, path) -> the parsed page."""

    def get(portal, path="/hoi-dap/", status=200, **data):
        answer = visit(portal, path, **data)
        assert answer.status_code == status
        return BeautifulSoup(answer.content.decode(), "html.parser")

    return get


def show(portal, heading, *, text="", answer="Đã trả lời.", at=None, **values):
    """A public question: the asker's own words and contact hold the secret, what was cleared does not."""
    return make_question(
        portal,
        f"{SECRET} hỏi: {heading}",
        upto="answered",
        at=at,
        contact=CONTACT,
        answer=f"{SECRET} {answer}",
        public_text=text or heading,
        public_answer=answer,
        **values,
    )


@pytest.fixture
def shut(a, b, now):
    """{portal slug: {why: case}}."""
    return {portal.slug: _shut(portal, now) for portal in (a, b)}


def _shut(portal, now):
    staff = make_staff(portal)
    about = {"portal": portal, "by": staff.officer, "now": now, "reason": f"Lý do {SECRET}"}
    secret = {"text": f"Câu {SECRET}", "contact": CONTACT, "at": now, "answer": f"Trả lời {SECRET}"}
    cases = {upto: make_question(portal, upto=upto, **secret) for upto in ("submitted", "answered")}
    del secret["answer"]
    cases |= {upto: make_question(portal, upto=upto, **secret) for upto in ("sent", "received")}
    cases["hidden"] = cases.pop("answered")
    set_visibility(cases["hidden"].pk, visibility=Visibility.HIDDEN, **about)
    private = {**secret, "answer": f"Trả lời {SECRET}", "visibility": "private"}
    cases["private"] = make_question(portal, upto="answered", **private)
    cases["removed"] = make_question(portal, **secret)
    remove(cases["removed"].pk, removal=Removal.VIOLATION, **about)
    for why, verb, told in (
        ("asked again, then split", split, {"parts": [(portal, f"Một {SECRET}"), (portal, f"Hai {SECRET}")]}),
        ("asked again, then removed", remove, {"removal": Removal.VIOLATION}),
        ("asked again, then hidden", set_visibility, {"visibility": Visibility.HIDDEN}),
    ):
        cases[why] = make_question(portal, upto="answered", **{**secret, "answer": f"Trả lời {SECRET}"})
        reopen(cases[why], text=f"Chưa rõ {SECRET}", now=now)
        verb(cases[why].pk, **told, **about)
    cases["split"] = make_question(portal, **secret)
    split(cases["split"].pk, parts=[(portal, f"Một {SECRET}"), (portal, f"Hai {SECRET}")], **about)
    return {why: fresh(case) for why, case in cases.items()}


@pytest.fixture
def now():
    return timezone.now()
