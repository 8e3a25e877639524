"""Scoring by the clock, and asking the running program what it offers."""

import pytest
from django.utils import timezone
from django.utils.translation import get_language, override

from compliance.apps import NIGHTLY
from compliance.facts import PlatformFact
from compliance.models import ScoringRun
from compliance.periods import quarter_of
from compliance.probes import links_elsewhere, lists_all, probe, section_paths
from compliance.tasks import rescore_all
from tenants.clock import TIMETABLE
from tenants.models import Portal
from tests.factories import make_portal

from .planting import plant_contact, plant_introduction, plant_news

pytestmark = pytest.mark.django_db


def test_every_night_all_active_portals_are_scored_for_the_quarter_of_today(a, b, province, department, monkeypatch):
    monkeypatch.setattr("compliance.tasks.probe", lambda portals: PlatformFact())
    make_portal("xa-xay", state="building")
    rescore_all.enqueue()
    run = ScoringRun.objects.get()
    assert (run.period.code, run.by) == (quarter_of(timezone.localdate()), None)
    assert run.as_of <= timezone.now()
    assert sorted(run.sheets.model._base_manager.values_list("portal__slug", flat=True)) == [
        "so-a",
        "tinh",
        "xa-a",
        "xa-b",
    ]


def test_the_clock_knows_the_task_once():
    assert [due.cron for due in TIMETABLE if due.task == rescore_all] == [NIGHTLY]


# --- probes -----------------------------------------------------------------------------------------
SITEMAP = "<urlset><url><loc>https://xa-a.localhost/tin-tuc/</loc></url><url><loc>https://xa-a.localhost/lien-he/</loc></url></urlset>"


@pytest.mark.parametrize(
    ("paths", "complete"),
    [([], True), (["/tin-tuc/"], True), (["/tin-tuc/", "/lien-he/"], True), (["/van-ban/"], False)],
)
def test_a_site_map_lists_every_live_section_or_is_incomplete(paths, complete):
    assert lists_all(SITEMAP, paths) is complete


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ('<a href="https://dichvucong.gov.vn/">Cổng</a>', True),
        ('<a class="x" href="https://dichvucong.gov.vn/">Cổng</a>', True),
        ('<a href="http://xa-a.localhost/tin-tuc/">Tin</a>', False),
        ('<a href="/tin-tuc/">Tin</a>', False),
        ('<link href="https://dichvucong.gov.vn/x.css">', False),
    ],
)
def test_a_block_of_links_leads_to_another_host(page, found):
    assert links_elsewhere(page, "xa-a.localhost") is found


def test_sections_that_must_be_in_the_site_map_hold_something(a, b):
    plant_contact(a)
    plant_introduction(b)
    assert sorted(section_paths(a)) == ["/lien-he/", "/so-do-cong/"]


def test_the_running_program_is_asked_on_one_portal(a, b):
    plant_news(a, weeks=[1])
    plant_contact(b)
    with override("en"):
        found = probe([a, b])
        assert get_language() == "en"
    assert (found.search, found.sitemap, found.links) == (True, True, True)


def test_without_an_active_portal_nothing_is_claimed(a):
    assert probe([]) == PlatformFact()
    assert probe([Portal(slug="x", state="building")]) == PlatformFact()


def test_a_program_that_fails_offers_nothing(a, monkeypatch):
    monkeypatch.setattr("compliance.probes.ask", lambda host, *paths: [None for _path in paths])
    found = probe([a])
    assert (found.search, found.sitemap, found.links) == (False, False, False)
