"""The section tree is the section map of the law, row by row."""

from datetime import date

import pytest
from django.core.checks import run_checks

from cms.pages.models import PortalPage
from cms.pages.sections import column_of, find_section, load_sections, menus, sections_for
from tests.factories import make_portal

# row of the map: what each column (province, department, commune, Party bloc) asks: m mandatory, o where applicable
MAP = {
    1: "mmmm", 2: "omom", 3: "m-m-", 4: "mmmm", 5: "mmmm", 6: "mmm-", 7: "mmmm", 8: "mmoo",
    9: "mmmm", 10: "m---", 11: "moo-", 12: "mmm-", 13: "mmmm", 14: "mmmm", 15: "mmm-", 16: "mmmo",
    17: "mmo-", 18: "mmm-", 19: "mmm-", 20: "mmmo", 21: "mmo-", 22: "mmm-", 23: "mmo-", 24: "mmmo",
    25: "mmmo", 26: "mmm-", 27: "--m-", 28: "ooo-", 29: "mmmo", 30: "mmmm", 31: "mmmm", 32: "oooo",
}  # fmt: skip
COLUMNS = ("P", "D", "C", "Pa")
TODAY = date(2024, 3, 31)


def _asked(section):
    return "".join("m" if c in section.mandatory else "o" if c in section.optional else "-" for c in COLUMNS)


def test_every_row_of_the_map_is_there_with_its_columns():
    assert {section.number: _asked(section) for section in load_sections() if section.number} == MAP


def test_contact_stands_beside_the_map_and_is_asked_of_everybody():
    beside = [section for section in load_sections() if section.number == 0]
    assert [(section.code, _asked(section)) for section in beside] == [("contact", "mmmm")]


def test_no_column_is_mandatory_and_optional_at_once():
    assert [s.code for s in load_sections() if s.mandatory & s.optional] == []


def test_codes_and_addresses_are_unique_and_every_section_has_both_titles():
    sections = load_sections()
    assert len({s.code for s in sections}) == len({s.slug for s in sections}) == len(sections) == 33
    assert [s.code for s in sections if not (s.title_vi and s.title_en)] == []


@pytest.mark.parametrize(
    ("code", "page_type", "slug"),
    [
        ("introduction", "IntroductionPage", "gioi-thieu"),
        ("leaders", "LeadersPage", "lanh-dao"),
        ("directory", "DirectoryPage", "danh-ba"),
        ("news", "NewsIndexPage", "tin-tuc"),
        ("documents", "DocumentIndexPage", "van-ban"),
        ("contact", "ContactPage", "lien-he"),
        ("questions", "SectionPage", "hoi-dap"),
    ],
)
def test_sections_stand_at_the_addresses_others_rely_on(code, page_type, slug):
    section = find_section(code)
    assert (section.page_type, section.slug) == (page_type, slug)


def test_what_may_have_nothing_to_report_can_say_so():
    allowed = {section.code for section in load_sections() if section.nil_allowed}
    assert allowed == {"alerts", "treaties", "special_documents", "projects", "grassroots", "consultation"}


def test_a_section_belongs_to_a_menu():
    assert {section.menu for section in load_sections()} == {menu.code for menu in menus()}


def test_only_law_that_is_certain_and_valid_on_the_day_is_shown():
    plans = find_section("plans")
    assert plans.legal_bases_on(date(2012, 1, 1), column="C") == ["Điểm đ khoản 1 Điều 10 Nghị định số 43/2011/NĐ-CP"]
    assert plans.legal_bases_on(date(2026, 9, 1), column="C") == []
    assert find_section("reception").legal_bases_on(date(2026, 12, 31), column="C") == [], (
        "confidence M is never shown"
    )
    assert [basis for s in load_sections() for basis in s.bases if basis.confidence not in ("H", "M", "L")] == []


@pytest.mark.parametrize(
    ("day", "decree"),
    [
        (date(2022, 8, 14), "43/2011/NĐ-CP"),
        (date(2022, 8, 15), "42/2022/NĐ-CP"),
        (date(2026, 6, 30), "42/2022/NĐ-CP"),
        (date(2026, 7, 1), "224/2026/NĐ-CP"),
    ],
)
def test_the_decree_changes_on_the_day_it_takes_effect(day, decree):
    decrees = [text for text in find_section("introduction").legal_bases_on(day, column="P") if "Nghị định" in text]
    assert [text.endswith(decree) for text in decrees] == [True]


def test_decrees_of_the_government_are_not_cited_to_party_bodies(visit, a):
    party = make_portal("dang-a", level="department", group="party", scale="party", scored_by="province")
    assert "Căn cứ công khai" in visit(a, "/dan-chu-co-so/").content.decode()
    assert "Căn cứ công khai" not in visit(party, "/qua-trinh-hinh-thanh/").content.decode()
    plans = find_section("plans")
    assert plans.legal_bases_on(TODAY, column="Pa") == [] != plans.legal_bases_on(TODAY, column="D")


def test_no_basis_outlives_itself():
    dated = [basis for section in load_sections() for basis in section.bases]
    assert [basis.text for basis in dated if basis.valid_to and basis.valid_to < basis.valid_from] == []


def test_a_section_page_shows_the_bases_of_the_day_only(visit, a, b):
    for portal in (a, b):
        words = visit(portal, "/tiep-cong-dan/").content.decode()
        assert "154/2026" not in words
        words = visit(portal, "/dan-chu-co-so/").content.decode()
        assert "10/2022/QH15" in words


@pytest.mark.parametrize(
    ("level", "group", "column"),
    [
        ("province", "province", "P"),
        ("department", "department", "D"),
        ("department", "vertical", "D"),
        ("department", "party", "Pa"),
        ("district", "party", "Pa"),
        ("district", "district", "P"),
        ("commune", "commune", "C"),
    ],
)
def test_level_and_group_choose_the_column(level, group, column):
    portal = type("Portal", (), {"level": level, "group": group})
    assert column_of(portal) == column


def _planted(portal):
    return set(
        PortalPage.objects.filter(portal=portal).exclude(starts_section="").values_list("starts_section", flat=True)
    )


def test_each_portal_is_born_with_the_sections_of_its_column(province, a, b, department):
    for portal, letter in ((province, 0), (department, 1), (a, 2), (b, 2)):
        wanted = {s.code for s in load_sections() if s.number == 0 or MAP[s.number][letter] != "-"}
        assert _planted(portal) == wanted == {s.code for s in sections_for(portal)}


def test_a_district_is_as_the_province_without_gazette(db, province):
    district = make_portal("huyen-a", level="district", group="district", scored_by="province")
    assert _planted(province) - _planted(district) == {"gazette"}
    assert _planted(district) < _planted(province)


def test_a_party_body_has_neither_procedures_nor_budget_duty(db, a):
    party = make_portal("dang-a", level="department", group="party", scale="party", scored_by="province")
    assert "procedures" in _planted(a) and "procedures" not in _planted(party)
    assert "Pa" in find_section("budget").optional


def test_the_checks_of_the_installation_pass():
    assert run_checks(tags=["pages", "tenants"]) == []
