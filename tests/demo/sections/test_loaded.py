"""The sections of the loaded portals: filled or declared nil, dated by the day of loading, and each its own."""

from datetime import timedelta

import pytest

from cms.pages.models import (
    DirectivePage,
    DocumentRelation,
    EditorialBoardPage,
    FeePage,
    GazetteIssuePage,
    GuidancePage,
    HistoryPage,
    InspectionPage,
    IntroductionPage,
    LandPage,
    LegalDocumentPage,
    LocalityPage,
    LocalityTopicPage,
    NilDeclaration,
    PortalDocument,
    PortalImage,
    QuickLink,
    RecruitmentPage,
    SpokespersonPage,
    TreatyPage,
    WorkSchedulePage,
)
from cms.pages.section_states import section_states
from demo.loading.articles import plan_articles
from demo.loading.dates import CUTOFF, QUARTER_STARTS
from demo.loading.quotas import quotas
from demo.loading.sections.contents import written_portals

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("everything")]

COMMON = {
    "introduction",
    "history",
    "leaders",
    "directory",
    "editorial_board",
    "documents",
    "dissemination",
    "direction",
}
OFFICES = {"spokesperson", "special_documents"}
EXPECTED = {
    "lao-cai": COMMON | OFFICES | {"locality", "gazette", "treaties"},
    "so-thong-tin-va-truyen-thong": COMMON | OFFICES,
    "vuon-quoc-gia-hoang-lien": COMMON | OFFICES,
    "ban-tuyen-giao-tinh-uy": COMMON,
    "thi-xa-sa-pa": COMMON | OFFICES | {"locality", "treaties"},
    "xa-ta-phin": COMMON | OFFICES | {"locality"},
}
NIL_TREATIES = {"so-thong-tin-va-truyen-thong", "vuon-quoc-gia-hoang-lien", "xa-ta-phin"}
SUBTYPES = (DirectivePage, TreatyPage, RecruitmentPage, FeePage, LandPage, InspectionPage)


def states(portal, today):
    return {state.code: state.state for state in section_states(portal, day=today)}


@pytest.mark.parametrize("slug", EXPECTED)
def test_sections_of_each_written_portal_are_filled_or_declared_nil(slug, portal_of, today):
    found = states(portal_of(slug), today)
    assert {code: found[code] for code in EXPECTED[slug]} == dict.fromkeys(EXPECTED[slug], "filled")
    assert (found.get("treaties") == "nil") == (slug in NIL_TREATIES)


def test_every_written_portal_is_expected_above():
    assert set(EXPECTED) == set(written_portals())


def test_a_declaration_that_nobody_signed_fills_nothing(portal_of, today):
    waiting, signed = portal_of("phuong-sa-pa"), portal_of("xa-ta-phin")
    assert states(waiting, today)["treaties"] == "empty"
    rows = NilDeclaration.objects.filter(section="treaties", portal__in=[waiting, signed]).order_by("portal__slug")
    assert [bool(row.signed_at) for row in rows] == [False, True]
    assert rows[0].signer_name == "" and rows[1].signer_name.endswith("(nhân vật minh họa)")


def test_a_portal_without_texts_of_its_own_stays_as_it_was(portal_of, today):
    found = states(portal_of("huyen-si-ma-cai"), today)
    assert found["locality"] == found["gazette" if "gazette" in found else "history"] == "empty"
    assert found["editorial_board"] == "filled"


def test_what_was_written_is_public_in_two_languages(small):
    for model in (
        HistoryPage,
        LocalityPage,
        LocalityTopicPage,
        SpokespersonPage,
        EditorialBoardPage,
        IntroductionPage,
    ):
        pages = model.objects.filter(portal__slug__in=["xa-ta-phin", "lao-cai"])
        assert {(page.is_starter, page.live, page.en_status) for page in pages} == {(False, True, "current")}
        assert all(page.live_revision_id and page.last_published_at for page in pages)


def test_a_page_edited_again_still_has_its_milestones_relations_and_entries(portal_of):
    slug = "lao-cai"
    history = HistoryPage.objects.get(portal__slug=slug).get_latest_revision_as_object()
    issue = GazetteIssuePage.objects.filter(portal__slug=slug).first().get_latest_revision_as_object()
    rules = LegalDocumentPage.objects.get(portal__slug=slug, number__endswith="QĐ-UBND", relations__kind="guides")
    assert history.milestones.count() == 8
    assert [entry.page_number for entry in issue.entries.all()] == [3, 21]
    kept = rules.get_latest_revision_as_object().relations.all()
    assert [(row.kind, bool(row.target_id), row.target_number) for row in kept] == [
        ("replaces", True, ""),
        ("guides", False, "Nghị định 42/2022/NĐ-CP"),
    ]


@pytest.mark.parametrize("slug", EXPECTED)
def test_documents_of_every_written_portal_show_each_force(slug, small):
    forces = set(LegalDocumentPage.objects.filter(portal__slug=slug).values_list("force", flat=True))
    assert {"in_force", "partly", "expired", "pending"} <= forces


def test_a_replaced_document_is_out_of_force_and_its_successor_names_it(small):
    old = LegalDocumentPage.objects.get(portal__slug="thi-xa-sa-pa", number="15/2017/QĐ-UBND")
    relation = DocumentRelation.objects.get(target=old)
    assert (old.force, relation.kind) == ("expired", "replaces")
    assert relation.source.portal_id == old.portal_id


def test_one_call_for_applications_is_open_and_one_is_closed(small, today):
    for slug in EXPECTED.keys() - {"ban-tuyen-giao-tinh-uy"}:
        calls = RecruitmentPage.objects.filter(portal__slug=slug)
        assert sorted(call.apply_until >= today for call in calls) == [False, True]


def test_calendars_are_of_the_week_of_loading_and_the_week_before(small, today):
    monday = today - timedelta(days=today.weekday())
    for slug in EXPECTED:
        weeks = WorkSchedulePage.objects.filter(portal__slug=slug).order_by("from_date")
        assert [week.from_date for week in weeks] == [monday - timedelta(days=7), monday]
        assert all(week.from_date <= entry.day <= week.to_date for week in weeks for entry in week.entries.all())


def test_guidance_explains_a_document_of_its_own_portal_or_one_known_by_number(small):
    for guidance in GuidancePage.objects.filter(portal__slug__in=EXPECTED):
        assert bool(guidance.explains) != bool(guidance.explains_number)
        assert guidance.explains is None or guidance.explains.portal_id == guidance.portal_id


def test_nothing_written_falls_into_the_quarter_whose_figures_are_reproduced(portal_of):
    """The report counts articles and documents: those of the quarter stay exactly the quota's."""
    for slug in EXPECTED:
        portal = portal_of(slug)
        documents = LegalDocumentPage.objects.filter(
            portal=portal,
            first_published_at__date__gte=QUARTER_STARTS,
            first_published_at__date__lte=CUTOFF,
        )
        # the province also registered five source documents, one of them inside the quarter
        assert documents.count() == quotas()[slug].documents + (slug == "lao-cai")
        assert plan_articles(slug)


def test_a_document_of_another_body_is_signed_by_somebody_of_that_body(small):
    resolution = LegalDocumentPage.objects.get(portal__slug="lao-cai", number="09/2021/NQ-HĐND")
    decision = LegalDocumentPage.objects.get(portal__slug="lao-cai", number="640/QĐ-UBND")
    assert resolution.signer_title == "Chủ tịch Hội đồng nhân dân tỉnh"
    assert decision.signer_title == "Phó Chủ tịch Ủy ban nhân dân tỉnh"
    assert resolution.signer.endswith("(nhân vật minh họa)")
    assert resolution.recipients.splitlines()[-1] == "Lưu: Văn thư, Hội đồng nhân dân tỉnh Lào Cai"


def test_each_kind_of_document_stands_in_its_own_section(small):
    for model in SUBTYPES:
        assert model.objects.exclude(section="documents").count() == model.objects.count() > 0


def test_titles_say_that_they_are_examples(small):
    named = [*SUBTYPES, GuidancePage, GazetteIssuePage, WorkSchedulePage]
    titles = [page.title for model in named for page in model.objects.filter(portal__slug__in=EXPECTED)]
    assert len(titles) >= 60
    assert [title for title in titles if "(minh họa)" not in title] == []


def test_no_portal_shows_a_file_or_picture_of_another(small):
    for page in EditorialBoardPage.objects.exclude(rules_file=None):
        assert {page.rules_file.portal_id, page.decision_file.portal_id} == {page.portal_id}
    for page in [*LocalityPage.objects.exclude(map_picture=None)]:
        assert page.map_picture.portal_id == page.portal_id
    for page in LocalityTopicPage.objects.exclude(picture=None):
        assert page.picture.portal_id == page.portal_id
    for page in LegalDocumentPage.objects.all().prefetch_related("files__document"):
        assert {row.document.portal_id for row in page.files.all()} <= {page.portal_id}
    for model in (PortalDocument, PortalImage):
        names = list(model.objects.values_list("file", flat=True))
        assert len(names) == len(set(names)) and max(map(len, names)) <= 100


def test_one_portal_has_two_quick_links_and_its_neighbour_none(portal_of):
    links = QuickLink.objects.filter(portal=portal_of("xa-ta-phin")).order_by("order")
    assert [(link.order, link.url.split("/")[2]) for link in links] == [
        (1, "datlich.laocai.example"),
        (2, "dulich.laocai.example"),
    ]
    assert not QuickLink.objects.filter(portal=portal_of("phuong-sa-pa")).exists()
