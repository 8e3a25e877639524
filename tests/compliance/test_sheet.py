"""A portal's sheet and the evidence of one criterion: two clicks from a score to its proof."""

import re
from datetime import date

import pytest

from compliance.models import LedgerEntry
from tenants.models import Role
from tenants.scoping import platform_scope
from tests.factories import make_portal, make_user, publish

from .making import at
from .planting import Q1, plant_contact, plant_documents, plant_everything, plant_leader, plant_news, scored

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _first_quarter(settings):
    settings.COMPLIANCE_DEFAULT_PERIOD = Q1


@pytest.fixture
def office(log_in, province):
    return log_in(province, Role.PROVINCE_OFFICE)


def sheet(client, slug, **query):
    return client.get(f"/admin/compliance/{slug}/", query)


def evidence(client, slug, pack, criterion, **query):
    return client.get(f"/admin/compliance/{slug}/{pack}/{criterion}/", query)


def rows(response):
    return {
        (item["score"].pack.code, row["line"].criterion.code): row
        for item in response.context["packs"]
        for row in item["rows"]
    }


# --- the sheet --------------------------------------------------------------------------------------
def test_every_criterion_with_points_state_reason_and_law(office, department, a):
    plant_everything(department)
    plant_documents(department, count=1, day=(3, 20), abstract="", issue_date=date(2024, 3, 4))
    plant_documents(a)
    scored(department, a)
    response = sheet(office, "so-a")
    found = rows(response)
    assert len(found) == 24 + 28 + 7 + 6
    row = found["info_gov_A", "G05"]
    assert (row["line"].entry.score, row["line"].entry.numerator, row["line"].entry.denominator) == (3, 2, 3)
    assert row["reasons"] == ["Có văn bản thiếu thuộc tính bắt buộc hoặc tệp tải về"]
    assert row["citations"] == [
        "điểm a khoản 1 Điều 4 Nghị định số 42/2022/NĐ-CP",
        "điểm a khoản 1 Điều 19 Luật Tiếp cận thông tin số 104/2016/QH13",
    ]
    assert row["url"] == "/admin/compliance/so-a/info_gov_A/G05/"
    assert not found["info_gov_A", "G21"]["measured"]


def test_the_page_says_so_in_vietnamese(office, department, a):
    plant_news(department)
    plant_news(a)
    scored(department, a)
    page = sheet(office, "so-a").content.decode()
    for words in (
        "Bộ tiêu chí đề xuất (mô phỏng thang điểm QĐ 4526/QĐ-HĐBT)",
        "Mô phỏng QĐ 4526: 6/55",  # G16 5, G20 1
        "Theo luật định: 5/55",
        "Chưa đo: hệ thống chưa có dữ liệu cho tiêu chí này, tạm tính 0 điểm",
        "Chưa nhập lãnh đạo đương nhiệm nào",
        "Đạt đủ",
        "Chưa có căn cứ đã xác minh",
        "điểm khuyến khích",
        "12/12",
        "Điểm tính đến 23:59 22/03/2024.",
    ):
        assert words in page, words
    assert ">None<" not in page


def test_the_law_is_that_of_the_period_not_of_today(office, department, a):
    plant_news(department)
    scored(department, a)
    scored(department, a, period="2026-Q3", as_of=at(date(2026, 9, 30)))
    then, now = rows(sheet(office, "so-a")), rows(sheet(office, "so-a", ky="2026-Q3"))
    assert "42/2022" in " ".join(then["info_gov_A", "G01"]["citations"])
    assert "224/2026" in " ".join(now["info_gov_A", "G01"]["citations"])
    assert now["info_gov_A", "G01"]["url"].endswith("/G01/?ky=2026-Q3")


def test_a_portal_that_is_not_scored_says_why(office, province, a):
    scored(province)
    assert "không thuộc diện chấm điểm" in sheet(office, "tinh").content.decode()
    assert "chưa được chấm điểm trong kỳ" in sheet(office, "xa-a").content.decode()


@pytest.mark.parametrize("role", [Role.EDITOR, Role.CHIEF, Role.HEAD])
def test_another_portals_sheet_and_evidence_do_not_exist(log_in, a, b, role):
    scored(a, b)
    client = log_in(a, role)
    assert (sheet(client, "xa-a").status_code, evidence(client, "xa-a", "info_commune", "C17").status_code) == (
        200,
        200,
    )
    assert (sheet(client, "xa-b").status_code, evidence(client, "xa-b", "info_commune", "C17").status_code) == (
        404,
        404,
    )


def test_an_assessor_opens_the_sheet_and_evidence_of_a_commune(log_in, a):
    district = make_portal("huyen-a", level="district", group="district", scale="government", scored_by="province")
    commune = make_portal("xa-a1", parent="huyen-a")
    plant_leader(commune, "Nguyễn Thị Một")
    plant_leader(a, "Trần Văn Hai")
    scored(commune, a)
    client = log_in(district, Role.DISTRICT_ASSESSOR)
    assert rows(sheet(client, "xa-a1"))["info_commune", "C02"]["line"].entry.score == 2
    page = evidence(client, "xa-a1", "info_commune", "C02").content.decode()
    assert "Nguyễn Thị Một" in page and "Trần Văn Hai" not in page
    assert sheet(client, "xa-a").status_code == 404


def test_a_sheet_costs_the_same_with_one_and_with_thirty_items(
    office, a, b, django_assert_num_queries, django_assert_max_num_queries
):
    plant_news(a, weeks=[1])
    scored(a, b)
    sheet(office, "xa-a")
    with django_assert_max_num_queries(30) as one:
        sheet(office, "xa-a")
    plant_news(a, title="Thêm")
    scored(a, b)
    with django_assert_num_queries(len(one)):
        sheet(office, "xa-a")


# --- the evidence -----------------------------------------------------------------------------------
def test_each_counted_page_with_address_date_and_revision(office, a, b):
    pages = plant_news(a, weeks=[11, 12])
    plant_news(b, title="Của B")
    scored(a, b)
    response = evidence(office, "xa-a", "info_commune", "C17")
    page = response.content.decode()
    assert [(row["title"], row["revision"], row["counted"]) for row in response.context["rows"]] == [
        ("Tin tuần 12", pages[1].live_revision_id, True), ("Tin tuần 11", pages[0].live_revision_id, True),
    ]  # fmt: skip
    assert 'href="http://xa-a.localhost/tin-tuc/tin-tuan-12/"' in page
    assert "09:00 20/03/2024" in page
    assert "Của B" not in page


def test_the_verdict_shows_rule_numbers_and_hashes(office, a, b):
    plant_news(a, weeks=[11, 12])
    plant_news(b)
    scored(a, b, by=make_user("van-phong@tinh.example", last_name="Đỗ", first_name="Hà"))
    with platform_scope():
        entry = LedgerEntry.objects.select_related("evidence").get(portal=a, criterion="C17")
    page = evidence(office, "xa-a", "info_commune", "C17").content.decode()
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))
    for words in (
        "Số tuần có tin, bài chia cho số tuần của kỳ",
        "news_frequency/1",
        "Tử số / mẫu số 2 / 12",
        entry.entry_hash,
        entry.previous_hash,
        entry.evidence.digest,
        f"Số thứ tự trong sổ {entry.sequence}",
        "Đỗ Hà",
        "0,5/4",
    ):
        assert words in text, words


def test_a_joint_criterion_says_how_each_part_is_measured(office, a, b):
    plant_leader(b)
    scored(a, b)
    page = evidence(office, "xa-a", "info_commune", "C02").content.decode()
    assert "Lãnh đạo đương nhiệm có tiểu sử từ 200 ký tự" in page
    assert "Một nửa số điểm: địa chỉ, điện thoại, thư điện tử của cơ quan." in page
    assert "weighted/1(leaders/1,contacts/1)" in page


def test_what_is_not_measured_says_so(office, a, b):
    scored(a, b)
    page = evidence(office, "xa-a", "info_commune", "C20").content.decode()
    assert "Chưa có phép đo" in page
    assert "– / –" in page


def test_what_was_seen_and_not_counted_says_why(office, department, a):
    plant_documents(department, count=1, abstract="", number="")
    plant_documents(a)
    scored(department, a)
    response = evidence(office, "so-a", "info_gov_B", "G05")
    assert [(row["counted"], row["notes"]) for row in response.context["rows"]] == [
        (False, ["thiếu số ký hiệu", "thiếu trích yếu"])
    ]


def test_people_and_empty_sections_are_evidence_without_address(office, a, b):
    plant_leader(a, "Nguyễn Thị Một", title="Chủ tịch")
    plant_leader(b)
    scored(a, b)
    people = evidence(office, "xa-a", "info_commune", "C02").context["rows"]
    assert [(row["title"], row["url"], row["when"]) for row in people] == [
        ("Nguyễn Thị Một, Chủ tịch", "", "01/07/2021")
    ]
    sections = evidence(office, "xa-a", "info_commune", "C18").context["rows"]
    assert {row["kind"] for row in sections} == {"section"}


def test_without_anything_found_the_page_says_so(office, a, b):
    plant_news(b)
    scored(a, b)
    assert "Không tìm thấy nội dung nào" in evidence(office, "xa-a", "info_commune", "C17").content.decode()


def test_much_evidence_comes_in_pages(office, a, b):
    for title in ("Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín"):
        plant_news(a, title=title)
    plant_news(b)
    scored(a, b)
    first, second = (evidence(office, "xa-a", "info_commune", "C17", p=page) for page in (1, 2))
    assert (len(first.context["rows"]), len(second.context["rows"])) == (100, 8)
    assert "Trang 1/2" in first.content.decode()


def test_old_evidence_stays_as_it_was_seen(office, a, b):
    page = plant_contact(a)
    plant_contact(b)
    scored(a, b)
    page.title = "Tên mới"
    publish(page)
    titles = [row["title"] for row in evidence(office, "xa-a", "info_commune", "C02").context["rows"]]
    assert titles == ["Liên hệ"] or "Tên mới" not in titles


@pytest.mark.parametrize(
    "address",
    ["xa-a/info_commune/C99/", "xa-a/info_party/P01/", "xa-a/nothing/C17/", "xa-z/info_commune/C17/", "xa-z/"],
)
def test_what_there_is_not_is_not_found(office, a, b, address):
    scored(a, b)
    assert office.get(f"/admin/compliance/{address}").status_code == 404


def test_screens_hold_no_inline_script_or_style(office, a, b):
    plant_news(a)
    scored(a, b)
    for response in (
        office.get("/admin/compliance/"),
        sheet(office, "xa-a"),
        evidence(office, "xa-a", "info_commune", "C17"),
    ):
        own = response.content.decode().partition('class="cong-scores"')[2].partition("</main>")[0]
        assert own and "<script" not in own and "style=" not in own and "onclick" not in own
