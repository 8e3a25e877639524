"""Templates and delegations of a portal: kept by its chief, read by nobody else's."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.questions.models import AnswerTemplate, Delegation, OfficialTitle
from cms.questions.signing import signers_of
from tenants.models import AuditEntry
from tests.factories import make_post, make_user
from tests.questions.screens import at_screen

from .conftest import ROOM

TEMPLATES, DELEGATIONS = f"{ROOM}templates/", f"{ROOM}delegations/"
TEMPLATE = {"name": "Khai sinh", "topic": "Hộ tịch", "text": "Cảm ơn ông/bà."}


@pytest.fixture
def delegate(a, b, staff_a, staff_b):
    """delegate(portal) -> a delegation of a person of that portal."""

    def make(portal, name="Nguyễn Văn Phó"):
        person = make_post(portal, name, title="Phó Chủ tịch UBND xã").person
        title = OfficialTitle.objects.get(name="Chủ tịch UBND xã")
        return Delegation.objects.create(
            portal=portal, person=person, form="KT", signs_for=title, from_date=timezone.localdate(), document="12/QĐ"
        )

    return make


def test_the_list_says_until_which_day_a_delegation_holds(chief, a, b, delegate):
    day = timezone.localdate() + timedelta(days=300)
    for portal in (a, b):
        row = delegate(portal)
        row.to_date = day if portal == a else day + timedelta(days=1)
        row.save()
    text = chief.get(DELEGATIONS).text
    assert f"{day:%d/%m/%Y}" in text and f"{timezone.localdate():%d/%m/%Y}" in text
    assert "Vừa xong" not in text and f"{day + timedelta(days=1):%d/%m/%Y}" not in text


def _delegation(person, **changes):
    title = OfficialTitle.objects.get(name="Chủ tịch UBND xã")
    return {
        "person": person.pk,
        "form": "TUQ",
        "signs_for": title.pk,
        "kind": "",
        "document": "12/QĐ-UBND ngày 01/07/2026",
        "from_date": "01/07/2026",
        "to_date": "",
        **changes,
    }


def test_a_chief_keeps_templates_and_every_change_is_logged(chief, a, b):
    chief.post(f"{TEMPLATES}new/", TEMPLATE)
    (row,) = AnswerTemplate.objects.all()
    assert (row.portal, row.name, row.topic) == (a, "Khai sinh", "Hộ tịch")
    chief.post(f"{TEMPLATES}edit/{row.pk}/", {**TEMPLATE, "name": "Khai sinh lại"})
    assert AnswerTemplate.objects.get().name == "Khai sinh lại"
    chief.post(f"{TEMPLATES}delete/{row.pk}/")
    assert not AnswerTemplate.objects.exists()
    logged = AuditEntry.objects.filter(target_model="questions.answertemplate").order_by("pk")
    assert [entry.action for entry in logged] == ["wagtail.create", "wagtail.edit", "wagtail.delete"]
    assert {(entry.portal, entry.actor) for entry in logged} == {(a, chief.user)}


def test_another_portals_templates_are_not_there(chief, a, b, template):
    ours, theirs = template(a, "Của ta"), template(b, "Của xã bên")
    text = chief.get(TEMPLATES).text
    assert ("Của ta" in text, "Của xã bên" in text) == (True, False)
    for path in ("edit", "delete", "history", "usage"):
        assert chief.get(f"{TEMPLATES}{path}/{theirs.pk}/").status_code == 404
        chief.post(f"{TEMPLATES}{path}/{theirs.pk}/", TEMPLATE)
    assert AnswerTemplate.objects.get(pk=theirs.pk).name == "Của xã bên"
    assert chief.get(f"{TEMPLATES}edit/{ours.pk}/").status_code == 200


def test_a_delegate_signs_in_the_place_of_the_title(chief, a, b, kind, staff_a, delegate):
    person = make_post(a, "Phạm Văn Thay", title="Công chức Văn phòng").person
    answer = chief.post(f"{DELEGATIONS}new/", _delegation(person), follow=True)
    row = Delegation.objects.get(portal=a)
    assert (row.person, row.form, row.to_date, answer.status_code) == (person, "TUQ", None, 200)
    from_day = row.from_date
    chief.post(f"{ROOM}setup/accounts/", {"part": staff_a.head.pk})
    user = make_user("thay@xa-a.example", portal=a, role="head", last_name="Phạm Văn", first_name="Thay")
    chief.post(f"{ROOM}setup/accounts/", {"user": user.pk, "person": person.pk})
    signers = signers_of(user, portal=a, kind=kind, day=from_day)
    assert [(signer.form, signer.signed_for) for signer in signers] == [("TUQ", "Chủ tịch UBND xã")]


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"to_date": "30/06/2026"}, "delegation_ends_in_time"), ({"document": ""}, "document"), ({"form": "X"}, "form")],
)
def test_a_wrong_delegation_is_refused_and_its_words_stay(chief, a, b, changes, field):
    person = make_post(a, "Phạm Văn Thay").person
    answer = chief.post(f"{DELEGATIONS}new/", _delegation(person, **changes))
    assert (answer.status_code, Delegation.objects.exists()) == (200, False)
    assert "01/07/2026" in answer.text


def test_another_portals_person_or_delegation_is_not_there(chief, a, b, delegate):
    ours, theirs = delegate(a, "Người Ta"), delegate(b, "Người Xã Bên")
    text = chief.get(DELEGATIONS).text
    assert ("Người Ta" in text, "Người Xã Bên" in text) == (True, False)
    assert "Người Xã Bên" not in chief.get(f"{DELEGATIONS}new/").text
    for path in ("edit", "delete", "history", "usage"):
        assert chief.get(f"{DELEGATIONS}{path}/{theirs.pk}/").status_code == 404
    chief.post(f"{DELEGATIONS}edit/{ours.pk}/", _delegation(theirs.person))
    assert Delegation.objects.get(pk=ours.pk).person == ours.person


@pytest.mark.parametrize("url", [TEMPLATES, DELEGATIONS])
@pytest.mark.parametrize(("role", "may"), [("chief", True), ("officer", False), ("head", False), ("editor", False)])
def test_who_keeps_lists(a, b, url, role, may):
    client = at_screen(make_user(f"{role}.neu@xa-a.example", portal=a, role=role), a)
    assert [client.get(url).status_code == 200, client.get(f"{url}new/").status_code == 200] == [may, may]


@pytest.mark.parametrize("url", [TEMPLATES, DELEGATIONS])
def test_lists_cost_the_same_with_one_and_with_thirty(chief, a, template, delegate, url):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert chief.get(url).status_code == 200
        return len(queries)

    template(a), delegate(a)
    before = asked() and asked()
    for number in range(29):
        template(a, f"Mẫu {number}"), delegate(a, f"Người {number}")
    assert asked() == before
