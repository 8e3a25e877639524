"""Two people act on one case over two connections: one wins, the other is told who did what, nothing is lost."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections, transaction

from cms.questions import actions
from cms.questions.history import faults
from cms.questions.models import CaseMail, Question
from tenants.models import AuditEntry, Portal
from tests.conftest import plant_world
from tests.factories.questions import ASKER, events_of, fresh, make_question, make_staff, question_kind
from tests.questions.actions.case import LATER, NOW, REASON

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="two writers at once need PostgreSQL: set DATABASE_URL to one"
    ),
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
PATIENCE = 60  # seconds until a test that hangs gives up
WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"

# both acts of a pair, each (verb, person, arguments), on a case that has come so far
PAIRS = {
    "two receive": ("sent", ("receive", "officer", {}), ("receive", "head", {})),
    "received and forwarded": ("sent", ("receive", "officer", {}), ("forward", "head", {"to": "xa-b", **REASON})),
    "forwarded to two units": (
        "received",
        ("forward", "officer", {"to": "xa-b", **REASON}),
        ("forward", "head", {"to": "so-a", **REASON}),
    ),
    "removed and drafted": (
        "received",
        ("remove", "officer", {"removal": "duplicate", **REASON}),
        ("save_draft", "head", {"draft": "Một trang chữ."}),
    ),
    "signed and sent back": ("submitted", ("sign", "head", {}), ("send_draft_back", "officer", REASON)),
    "signed twice": ("submitted", ("sign", "head", {}), ("sign", "head", {})),
}


@pytest.fixture
def world(transactional_db):
    plant_world()
    portals = {portal.slug: portal for portal in Portal.objects.all()}
    return portals, make_staff(portals["xa-a"])


def act(world, question, name, person, told, *, version, barrier=None):
    """The verb over a connection of its own -> the case, or the NotDone or DoesNotExist that it raised."""
    portals, staff = world
    told = {**told, **({"to": portals[told["to"]]} if "to" in told else {})}
    if barrier:
        barrier.wait(PATIENCE)
    try:
        about = {"portal": portals["xa-a"], "by": getattr(staff, person), "now": LATER, "version": version}
        return getattr(actions, name)(question.pk, **told, **about)
    except (actions.NotDone, Question.DoesNotExist) as refusal:
        return refusal
    finally:
        connections.close_all()


@pytest.mark.parametrize("pair", PAIRS)
def test_one_wins_and_the_other_is_told(world, pair):
    upto, *both = PAIRS[pair]
    for _round in range(4):
        mine = make_question(world[0]["xa-a"], at=NOW, upto=upto)
        before, shown, barrier = len(events_of(mine)), fresh(mine).version, Barrier(2)
        with ThreadPoolExecutor(2) as pool:
            tasks = [pool.submit(act, world, mine, *one, version=shown, barrier=barrier) for one in both]
            outcomes = [task.result(PATIENCE) for task in tasks]
        winners = [outcome for outcome in outcomes if isinstance(outcome, Question)]
        (loser,) = [outcome for outcome in outcomes if not isinstance(outcome, Question)]
        assert len(winners) == 1 and type(loser) is actions.Stale
        assert "vừa làm việc" in str(loser) and "lúc 09:00 ngày 05/03/2026" in str(loser)
        assert_written_once(mine, shown, before)


def assert_written_once(mine, shown, before):
    events = events_of(mine)
    assert not list(faults(mine.code, events)) and fresh(mine).version == shown + 1
    assert len(events) - before in (0, 1)  # a draft is no event
    entries = AuditEntry._base_manager.filter(target_pk=str(mine.pk), happened_at=LATER)
    assert len(set(entries.values_list("action", flat=True))) == 1
    marks = list(CaseMail._base_manager.filter(question=mine.pk).values_list("kind", "mark"))
    assert len(marks) == len(set(marks))


def test_the_second_waits_for_the_first_and_then_reads_what_it_did(world):
    mine = make_question(world[0]["xa-a"], at=NOW)
    portals, staff = world
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            actions.receive(mine.pk, portal=portals["xa-a"], by=staff.officer, now=LATER)
            second = pool.submit(act, world, mine, "forward", "head", {"to": "xa-b", **REASON}, version=1)
            wait_for_a_lock()
            assert not second.done()
        told = second.result(PATIENCE)
    assert str(told) == (
        "Nguyễn officer vừa làm việc “Tiếp nhận” với câu hỏi này lúc 09:00 ngày 05/03/2026: hãy xem lại rồi làm tiếp."
    )
    assert fresh(mine).portal == portals["xa-a"] and fresh(mine).stage == "received"


def wait_for_a_lock():
    with connection.cursor() as cursor:
        for _attempt in range(PATIENCE * 20):
            cursor.execute(WAITING)
            if cursor.fetchone()[0]:
                return
            cursor.execute("SELECT pg_sleep(0.05)")
    raise AssertionError("nobody waits")


def test_who_waits_while_it_is_forwarded_learns_where_it_went(world):
    portals, staff = world
    mine = make_question(portals["xa-a"], at=NOW)
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            actions.forward(mine.pk, to=portals["xa-b"], portal=portals["xa-a"], by=staff.officer, now=LATER, **REASON)
            second = pool.submit(act, world, mine, "receive", "head", {}, version=1)
            wait_for_a_lock()
        told = second.result(PATIENCE)
    assert type(told) is actions.Stale and "“Chuyển đơn vị”" in str(told)


def test_the_askers_words_and_a_verb_at_once_are_both_kept(world):
    """The asker names no version: their words are never refused for what an officer does meanwhile."""
    portals, _staff = world
    for _round in range(4):
        mine, barrier = make_question(portals["xa-a"], at=NOW), Barrier(2)

        def clarify(mine=mine, barrier=barrier):
            barrier.wait(PATIENCE)
            try:
                return actions.clarify(mine, text="Gần trường.", now=LATER)
            finally:
                connections.close_all()

        with ThreadPoolExecutor(2) as pool:
            words = pool.submit(clarify)
            deed = pool.submit(act, world, mine, "receive", "officer", {}, version=None, barrier=barrier)
            assert isinstance(words.result(PATIENCE), Question) and isinstance(deed.result(PATIENCE), Question)
        events = events_of(mine)
        assert {event.kind for event in events} == {"asked", "clarified", "received"}
        assert not list(faults(mine.code, events)) and fresh(mine).version == 3


def test_one_form_sent_many_times_at_once_is_one_question(world):
    barrier, told = Barrier(6), {"text": "Bao giờ?", "kind": question_kind(), "contact": ASKER, "now": NOW}

    def press(number):
        barrier.wait(PATIENCE)
        try:
            return actions.ask(portal=world[0]["xa-a"], submission="một lần", **told)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        questions = list(pool.map(press, range(6)))
    assert len({question.pk for question in questions}) == 1 == Question._base_manager.count()
    assert CaseMail._base_manager.count() == 1
