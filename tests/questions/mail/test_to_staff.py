"""Officers and heads: at once for what is due on the next working day or overdue, else one digest a working day."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cms.questions import tasks
from cms.questions.actions import Contact, ask_back, extend, forward, remove, save_draft, sign, submit
from cms.questions.mail.alerts import write_alerts
from cms.questions.mail.digest import send_digests
from cms.questions.models import CaseMail, DigestMail, Question
from tenants.actions import grant
from tenants.models import Membership
from tenants.scoping import platform_scope
from tests.factories.pages import local
from tests.factories.questions import make_question
from tests.questions.mail.test_sending import Switched

ASKED = local(2026, 3, 3)  # a Tuesday: due on Tuesday 24 March
FRIDAY, SUNDAY, MONDAY, TUESDAY, WEDNESDAY = (local(2026, 3, day) for day in (20, 22, 23, 24, 25))
OFFICER, HEAD = "officer@xa-a.example", "head@xa-a.example"
SECRET = "chuyện riêng của tôi"


def alert(now):
    with platform_scope():
        return write_alerts(now=now)


def digest(now):
    with platform_scope():
        return send_digests(now=now)


def alerts():
    rows = CaseMail._base_manager.filter(kind__in=["due", "overdue"]).order_by("kind", "to")
    return [(row.question_id, row.kind, row.to) for row in rows]


def quiet(portal, **values):
    """A case of somebody without e-mail: no letters but those to staff."""
    return make_question(portal, SECRET, at=ASKED, contact=Contact(phone="0911"), **values)


@pytest.fixture
def mine(a, b, staff_a, staff_b):
    return quiet(a)


def by_officer(portal, staff, now):
    return {"portal": portal, "by": staff.officer, "now": now}


def test_the_working_day_before_and_the_day_after_once_each(mine, send):
    assert (alert(FRIDAY), alert(SUNDAY)) == (0, 0)
    assert (alert(MONDAY), alert(MONDAY), alert(TUESDAY)) == (2, 0, 0)
    assert alerts() == [(mine.pk, "due", HEAD), (mine.pk, "due", OFFICER)]
    assert (alert(WEDNESDAY), alert(WEDNESDAY)) == (2, 0) and alerts()[2:] == [
        (mine.pk, "overdue", HEAD), (mine.pk, "overdue", OFFICER),
    ]  # fmt: skip


def test_before_a_weekend_tomorrow_is_monday(a, b, staff_a):
    """Asked on a Monday, due on a Monday: told of on Friday, not on Sunday."""
    make_question(a, at=local(2026, 3, 2), contact=Contact(phone="0911"))
    assert (alert(local(2026, 3, 19)), alert(FRIDAY), alert(SUNDAY)) == (0, 2, 0)


def test_an_alert_names_number_and_deadline_and_no_word_of_the_case(mine, send):
    alert(MONDAY)
    letters = send(MONDAY)
    assert {letter.to[0] for letter in letters} == {OFFICER, HEAD}
    for letter in letters:
        assert f"số {mine.pk}" in letter.subject and "24/03/2026" in letter.body
        link = f"http://xa-a.localhost:8000{reverse('questions_desk:case', args=[mine.pk])}"
        assert f"Xử lý tại: {link}\n" in letter.body
        for secret in (SECRET, mine.code, "0911"):
            assert secret not in letter.body + letter.subject


def test_what_is_answered_removed_standing_or_split_alerts_nobody(a, b, staff_a, staff_b):
    quiet(a, upto="answered")
    removed, standing = quiet(a), quiet(a)
    remove(removed.pk, removal="violation", reason="x", **by_officer(a, staff_a, ASKED))
    ask_back(standing.pk, text="Ở đâu?", **by_officer(a, staff_a, ASKED))
    Question._base_manager.filter(pk=quiet(a).pk).update(is_split=True)
    assert (alert(MONDAY), alert(WEDNESDAY)) == (0, 0)


def test_a_new_deadline_is_told_of_anew(a, mine, staff_a):
    alert(MONDAY)
    extend(mine.pk, to=local(2026, 3, 27).date(), reason="Chờ Sở.", **by_officer(a, staff_a, MONDAY))
    assert (alert(TUESDAY), alert(local(2026, 3, 26))) == (0, 2)


def test_an_alert_that_came_too_late_is_dropped(a, b, mine, staff_a, send):
    """Forwarded or answered while it waited: those who handled it learn nothing of it any more."""
    alert(MONDAY)
    forward(mine.pk, to=b, reason="Của xã kia.", **by_officer(a, staff_a, MONDAY))
    assert send(MONDAY) == [] and alerts() == []
    alert(MONDAY)
    assert {letter.to[0] for letter in send(MONDAY)} == {"officer@xa-b.example", "head@xa-b.example"}


def test_an_import_of_old_cases_alerts_nobody(mine):
    assert alert(TUESDAY + timedelta(days=8)) == 0


def test_who_acts_for_a_portal_or_left_it_gets_none(a, mine, staff_a):
    Membership.objects.filter(user=staff_a.head).delete()
    staff_a.officer.is_active = False
    staff_a.officer.save()
    assert alert(MONDAY) == 0


def test_one_digest_a_working_day_with_numbers_alone(a, b, mine, staff_a, mailoutbox):
    quiet(b)
    quiet(a, upto="submitted")
    assert (digest(local(2026, 3, 23, 7)), digest(SUNDAY)) == (0, 0)
    assert (digest(MONDAY), digest(MONDAY), digest(local(2026, 3, 23, 11))) == (4, 0, 0)
    body = {letter.to[0]: letter.body for letter in mailoutbox}
    for line in ("Xã An Bình\n", "- Đến hạn trong 2 ngày làm việc: 2\n", "- Chờ tiếp nhận: 1\n", "- Chờ ký: 1\n"):
        assert line in body[HEAD]
    assert f"http://xa-a.localhost:8000{reverse('questions_desk:index')}\n" in body[OFFICER]
    assert "Xã Bình Yên" not in body[HEAD] + body[OFFICER] and "Xã Bình Yên" in body["head@xa-b.example"]
    assert not any(secret in text for text in body.values() for secret in (SECRET, mine.code, "0911"))
    assert digest(TUESDAY) == 4


def test_who_has_nothing_to_do_gets_no_digest(a, b, staff_a, staff_b):
    quiet(b)
    assert digest(local(2026, 3, 5)) == 2 and not DigestMail.objects.filter(user=staff_a.officer).exists()


def test_somebody_of_two_portals_gets_one_digest_of_both(a, b, mine, staff_a, staff_b, mailoutbox):
    quiet(b)
    grant(staff_a.officer, portal=b, role="officer", now=ASKED)
    digest(MONDAY)
    (letter,) = [letter for letter in mailoutbox if letter.to == [OFFICER]]
    assert "Xã An Bình" in letter.body and "Xã Bình Yên" in letter.body


def test_a_correction_waits_for_the_head_though_the_case_is_answered(a, b, staff_a, staff_b, mailoutbox):
    question, about = quiet(a, upto="answered"), by_officer(a, staff_a, MONDAY)
    assert digest(FRIDAY) == 0
    save_draft(question.pk, draft="Sửa lại.", **about)
    submit(question.pk, masked=True, **about)
    assert digest(MONDAY) == 1 and mailoutbox[-1].to == [HEAD] and "Chờ ký: 1" in mailoutbox[-1].body
    sign(question.pk, portal=a, by=staff_a.head, now=MONDAY)
    assert digest(TUESDAY) == 0


def test_a_digest_that_failed_is_sent_by_the_next_run(mine, settings, monkeypatch, mailoutbox):
    settings.EMAIL_BACKEND = f"{Switched.__module__}.{Switched.__qualname__}"
    monkeypatch.setattr(Switched, "refuses", {HEAD})
    assert digest(MONDAY) == 1
    monkeypatch.setattr(Switched, "refuses", frozenset())
    assert digest(MONDAY + timedelta(minutes=15)) == 1 and digest(MONDAY + timedelta(minutes=30)) == 0
    assert sorted(letter.to[0] for letter in mailoutbox) == [HEAD, OFFICER]
    monkeypatch.setattr(Switched, "answers", False)
    assert digest(TUESDAY) == 0
    monkeypatch.setattr(Switched, "answers", True)
    assert digest(TUESDAY + timedelta(hours=1)) == 2


def test_many_cases_cost_the_same_number_of_queries(a, mine, django_assert_max_num_queries):
    for _number in range(5):
        quiet(a)
    with django_assert_max_num_queries(6):
        assert alert(MONDAY) == 12
    with django_assert_max_num_queries(14):
        assert digest(MONDAY) == 2


def test_the_clock_runs_them_across_portals(a, b, mine):
    results = [task.enqueue() for task in (tasks.alert_staff, tasks.send_morning_digests)]
    assert [result.status.name for result in results] in (["SUCCEEDED"] * 2, ["SUCCESSFUL"] * 2)
