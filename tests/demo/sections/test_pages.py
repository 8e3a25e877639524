"""What a citizen gets: every filled section and what stands below it, on its own portal and on no other."""

import re

import pytest
from django.test import override_settings

from cms.pages.models import (
    EditorialBoardPage,
    GazetteIssuePage,
    GuidancePage,
    LegalDocumentPage,
    PortalPage,
    RecruitmentPage,
    WorkSchedulePage,
)
from demo.loading.sections.contents import content_of, written_portals
from tests.demo.conftest import DOMAIN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("everything")]

ADDRESSES = {
    "introduction": "/gioi-thieu/",
    "history": "/qua-trinh-hinh-thanh/",
    "leaders": "/lanh-dao/",
    "directory": "/danh-ba/",
    "editorial_board": "/ban-bien-tap/",
    "documents": "/van-ban/",
    "direction": "/chi-dao-dieu-hanh/",
    "dissemination": "/pho-bien-phap-luat/",
}
UPDATING = "Cơ quan chưa đăng nội dung của chuyên mục này"


@pytest.fixture
def read(small, client):
    """The text a visitor of a portal gets, and the status of the answer."""

    def at(slug, path):
        host = DOMAIN if slug == "lao-cai" else f"{slug}.{DOMAIN}"
        with override_settings(IS_DEMO=True, BASE_DOMAIN=DOMAIN):
            answer = client.get(path, headers={"host": host})
        return answer.status_code, answer.content.decode() if not answer.streaming else b"".join(answer).decode(
            "latin"
        )

    return at


def path_of(page):
    return f"/{page.url_path.split('/', 2)[2]}"


@pytest.mark.parametrize("slug", written_portals())
@pytest.mark.parametrize("section", ADDRESSES)
def test_a_filled_section_is_read_at_its_address(slug, section, read):
    status, text = read(slug, ADDRESSES[section])
    assert status == 200
    assert "Dữ liệu minh họa" in text
    assert UPDATING not in text
    assert not re.search(r">\s*(None|null|undefined)\s*<", text)


@pytest.mark.parametrize("model", [LegalDocumentPage, RecruitmentPage, WorkSchedulePage, GuidancePage])
def test_what_stands_below_is_read_on_its_portal_and_not_on_the_neighbours(model, read):
    for page in model.objects.filter(portal__slug="xa-ta-phin"):
        assert read("xa-ta-phin", path_of(page))[0] == 200
        status, text = read("thi-xa-sa-pa", path_of(page))
        assert status == 404 and page.title not in text


def test_an_issue_of_the_gazette_lists_documents_of_the_province_with_links(read):
    issue = GazetteIssuePage.objects.get(portal__slug="lao-cai", number="15 + 16")
    status, text = read("lao-cai", path_of(issue))
    linked = [entry.document for entry in issue.entries.all() if entry.document]
    assert status == 200 and len(linked) == 2
    assert all(f'href="{path_of(document)}"' in text for document in linked)
    assert "về quản lý chợ (minh họa)" in text


def test_a_document_names_what_it_replaced_and_what_amends_it(read):
    rules = LegalDocumentPage.objects.get(portal__slug="xa-ta-phin", number="05/QC-UBND")
    _status, text = read("xa-ta-phin", path_of(rules))
    assert "02/QC-UBND" in text and "73/QĐ-UBND" in text
    old = LegalDocumentPage.objects.get(portal__slug="xa-ta-phin", number="02/QC-UBND")
    assert "Hết hiệu lực toàn bộ" in read("xa-ta-phin", path_of(old))[1]


def test_the_rules_of_the_board_can_be_had_and_are_a_pdf(read):
    page = EditorialBoardPage.objects.get(portal__slug="xa-ta-phin")
    _status, text = read("xa-ta-phin", "/ban-bien-tap/")
    assert page.rules_file.title in text
    status, content = read("xa-ta-phin", page.rules_file.url.replace(f"http://xa-ta-phin.{DOMAIN}", ""))
    assert status == 200 and content.startswith("%PDF")


def test_who_reads_a_declaration_sees_whose_it_is(read):
    _status, text = read("xa-ta-phin", "/dieu-uoc-quoc-te/")
    assert "không ký kết thỏa thuận quốc tế nào" in text and "(nhân vật minh họa)" in text
    assert "không ký kết thỏa thuận" not in read("phuong-sa-pa", "/dieu-uoc-quoc-te/")[1]


@pytest.mark.parametrize("slug", written_portals())
def test_the_english_of_history_and_board_is_english(slug, read):
    milestone = content_of(slug, "history")["milestones"][0]
    status, text = read(slug, "/en/qua-trinh-hinh-thanh/")
    assert status == 200
    assert milestone[2].replace("'", "&#x27;") in text and milestone[1] not in text
    assert "Demonstration content." in read(slug, "/en/ban-bien-tap/")[1]


def test_five_topics_stand_below_the_locality_and_each_has_its_picture(read):
    topics = PortalPage.objects.filter(portal__slug="lao-cai", section="locality", starts_section="")
    assert topics.count() == 5
    for topic in topics:
        status, text = read("lao-cai", path_of(topic))
        assert status == 200 and "(tranh minh họa)" in text
