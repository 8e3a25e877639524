"""The command itself, on the small selection: what stands afterwards, once and never twice."""

from datetime import date

import pytest
from django.test import override_settings
from wagtail.models import PageLogEntry

from cms.pages.models import (
    ArticlePage,
    ContactPage,
    IntroductionPage,
    LegalDocumentPage,
    PortalDocument,
    PortalImage,
    PortalPage,
    Post,
    Unit,
)
from demo.accounts import PASSWORD, accounts
from demo.loading.articles import SOURCE
from demo.loading.dates import CUTOFF
from demo.loading.quotas import quotas
from demo.loading.sections.contents import content_of
from demo.loading.sections.papers import KINDS
from demo.loading.world import LOADED, SMALL
from tenants.models import Membership, Portal, User
from tenants.scoping import platform_scope, portal_scope

from .conftest import DOMAIN, load

pytestmark = pytest.mark.django_db


def counts():
    with platform_scope():
        models = (Portal, PortalPage, Post, Unit, User, Membership, PageLogEntry)
        return [model.objects.count() for model in models]


def test_a_second_load_changes_nothing(small, django_assert_max_num_queries):
    before = counts()
    with django_assert_max_num_queries(15):
        load()
    assert counts() == before


def test_each_portal_has_its_own_articles_and_not_its_neighbours(small):
    portals = {portal.slug: portal for portal in Portal.objects.filter(slug__in=SMALL)}
    for slug in ("xa-ta-phin", "phuong-sa-pa", "hoi-khuyen-hoc-tinh"):
        with portal_scope([portals[slug]]):
            articles = ArticlePage.objects.filter(portal=portals[slug], first_published_at__date__gte=date(2024, 1, 1))
            assert articles.count() == quotas()[slug].articles
    with platform_scope():
        told = ArticlePage.objects.filter(portal=portals["xa-ta-phin"]).values_list("title_vi", flat=True)
        assert not any("Si Ma Cai" in title for title in told)


def test_what_is_dated_in_the_past_names_its_source(small):
    with platform_scope():
        articles = ArticlePage.objects.filter(portal__slug__in=SMALL)
        assert set(articles.values_list("source", flat=True)) == {SOURCE}
        assert articles.filter(live_revision=None).count() == 0
        homes = PageLogEntry.objects.filter(action=LOADED)
        assert sorted(entry.page.portal.slug for entry in homes) == sorted(SMALL)


def test_pages_of_every_model_portal_are_filled_in_two_languages(small):
    with platform_scope():
        for model in (IntroductionPage, ContactPage):
            pages = model.objects.filter(portal__slug__in=["xa-ta-phin", "so-tai-chinh", "thi-xa-sa-pa"])
            assert {(page.is_starter, page.en_status) for page in pages} == {(False, "current")}
        silent = IntroductionPage.objects.get(portal__slug="hoi-khuyen-hoc-tinh")
        assert silent.is_starter and not silent.functions


def test_the_five_source_documents_stand_on_the_provincial_portal_with_a_file_each(small):
    with platform_scope():
        documents = LegalDocumentPage.objects.filter(portal__slug="lao-cai")
        report = documents.get(slug="bao-cao-cong-quy-1-2024")
        directive = documents.get(slug="chi-thi-cong-khai-minh-bach")
        assert (report.number, report.issue_precision, report.effective_date) == ("", "month", None)
        assert (directive.issue_date, directive.signer) == (None, "")
        assert [len(page.public_files) for page in (report, directive)] == [1, 1]
        of_the_report = documents.filter(first_published_at__date__lte=CUTOFF)
        assert of_the_report.count() == quotas()["lao-cai"].documents + 5
        written = [entry for part in KINDS for entry in content_of("lao-cai", part) or []]
        assert documents.count() == of_the_report.count() + len(written)


def test_files_have_short_names_and_every_picture_belongs_to_the_portal_that_shows_it(small):
    with platform_scope():
        files = [*PortalDocument.objects.all(), *PortalImage.objects.all()]
        assert max(len(row.file.name) for row in files) <= 100  # PostgreSQL cuts nothing, it refuses
        shown = ArticlePage.objects.filter(picture__isnull=False).values_list("portal_id", "picture__portal_id")
        assert [pair for pair in shown if pair[0] != pair[1]] == []
        assert {portal for portal, _of_picture in shown} >= {Portal.objects.get(slug="xa-ta-phin").pk}


def test_a_citizen_reads_what_was_loaded_and_sees_that_it_is_an_example(small, client):
    page = ArticlePage.objects.live().filter(portal__slug="xa-ta-phin").first()
    with override_settings(IS_DEMO=True):
        answer = client.get(f"/tin-tuc/{page.slug}/", headers={"host": f"xa-ta-phin.{DOMAIN}"})
    assert answer.status_code == 200
    text = answer.content.decode()
    assert page.title in text and SOURCE in text
    assert client.get(f"/tin-tuc/{page.slug}/", headers={"host": f"phuong-sa-pa.{DOMAIN}"}).status_code == 404


def test_accounts_of_each_role_are_printed_and_can_log_in(small, client):
    printed, _progress = small
    assert PASSWORD in printed
    for account in accounts():
        assert account.email in printed
        member = Membership.objects.get(user__email=account.email)
        assert (member.portal.slug, member.role) == (account.portal, account.role)
        assert not member.user.is_superuser
    assert client.login(username="bientap.taphin@laocai.example", password=PASSWORD)
