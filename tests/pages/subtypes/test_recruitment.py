"""Calls for applications: the day decides what is open, and both the first and the last day count."""

from datetime import timedelta

import pytest

from cms.pages.legal.force import derive
from cms.pages.models import DirectivePage, FeePage, InspectionPage, LandPage, RecruitmentPage
from tests.factories import make_record, section_page
from tests.pages.types.entering import filled, form_of
from tests.pages.types.specimens import MADE

from .conftest import titles, words

PATH = "/thong-tin-chuyen-de/"


def calls(portal, today, *days):
    for number in days:
        until = today + timedelta(days=number)
        make_record(portal, RecruitmentPage, f"Tuyển {number}", number=f"{number + 50}/TB", apply_until=until)


def test_open_calls_come_first_and_say_how_long(read, a, b, today):
    calls(a, today, -1, 9, 0, -30, 2)
    calls(b, today, 5)
    main = read(a, PATH, loai="tuyen-dung")
    assert titles(main) == ["Tuyển 0", "Tuyển 2", "Tuyển 9", "Tuyển -1", "Tuyển -30"]
    states = [words(badge) for badge in main.select("article .badge")]
    assert states == ["Hạn cuối là hôm nay", "Còn 2 ngày", "Còn 9 ngày", "Đã hết hạn", "Đã hết hạn"]
    assert "Nhận hồ sơ đến hết 11/03/2026" in words(main.article)


@pytest.mark.parametrize(("number", "state"), [(-1, "Đã hết hạn"), (0, "Hạn cuối là hôm nay"), (40, "Còn 40 ngày")])
def test_a_call_says_so_itself(read, a, b, today, number, state):
    calls(a, today, number)
    calls(b, today, number + 1)
    slug = RecruitmentPage.objects.get(portal=a).slug
    assert words(read(a, f"{PATH}{slug}/").select_one(".badge")) == state


def test_a_call_that_is_over_is_not_in_force_anywhere(read, a, b, today):
    calls(a, today, -1, 0)
    calls(b, today, 3)
    derive(today=today)
    forces = RecruitmentPage.objects.filter(portal=a).order_by("title").values_list("force", flat=True)
    assert list(forces) == ["expired", "in_force"]
    over = RecruitmentPage.objects.get(portal=a, title="Tuyển -1")
    page = read(a, f"{PATH}{over.slug}/")
    assert words(page.select_one(".notice--bad")) == (
        "Hết hiệu lực toàn bộ Đã hết hạn nhận hồ sơ; ngày cuối là 10/03/2026."
    )
    assert page.select_one(".state") is None and "Còn hiệu lực" not in words(page)
    assert RecruitmentPage.objects.get(portal=b).force == "in_force"
    assert derive(today=today + timedelta(days=1)) == 1


def test_a_call_shows_what_one_needs_to_apply(read, a, b, today):
    values = {"positions": 3, "conditions_vi": "Tốt nghiệp đại học.", "apply_at_vi": "Bộ phận một cửa"}
    make_record(a, RecruitmentPage, "Tuyển kế toán", apply_until=today, **values)
    make_record(b, RecruitmentPage, "Tuyển kế toán", apply_until=today, conditions_vi="Điều kiện của xã khác.")
    facts = words(read(a, f"{PATH}tuyen-ke-toan/").select_one(".facts--own"))
    assert facts == (
        "Nhận hồ sơ đến hết ngày 11/03/2026 Số lượng cần tuyển 3 "
        "Điều kiện dự tuyển Tốt nghiệp đại học. Nơi nhận hồ sơ Bộ phận một cửa"
    )


KINDS = {"tuyen-dung": RecruitmentPage, "phi-le-phi": FeePage, "dat-dai": LandPage, "thanh-tra": InspectionPage}


def one_of_each(portal):
    for code, model in KINDS.items():
        make_record(portal, model, f"{code} {portal.slug}")


@pytest.mark.parametrize("kind", KINDS)
def test_a_tab_holds_its_kind_alone(read, a, b, today, kind):
    one_of_each(a)
    one_of_each(b)
    main = read(a, PATH, loai=kind)
    assert titles(main) == [f"{kind} xa-a"]
    assert main.select_one(".tabs [aria-current]")["href"] == f"?loai={kind}"


@pytest.mark.parametrize("query", [{}, {"loai": "rac-<script>"}, {"loai": ""}, {"loai": "tuyen-dung'--"}])
def test_without_a_kind_or_with_nonsense_all_are_listed(read, a, b, today, query):
    one_of_each(a)
    one_of_each(b)
    main = read(a, PATH, **query)
    assert sorted(titles(main)) == sorted(f"{kind} xa-a" for kind in KINDS)
    assert words(main.select_one(".tabs [aria-current]")) == "Tất cả"


@pytest.mark.parametrize("number", ["999", "0", "-1", "mot", ""])
def test_a_page_number_that_does_not_exist_shows_one_that_does(read, a, b, today, number):
    calls(a, today, *range(25))
    one_of_each(b)
    assert len(titles(read(a, PATH, loai="tuyen-dung", trang=number))) in (5, 20)


def test_the_filter_keeps_the_tab(read, a, b, today):
    one_of_each(a)
    make_record(a, FeePage, "Phí khác", number="9/QĐ-UBND")
    make_record(b, FeePage, "Phí của xã khác", number="9/QĐ-UBND")
    main = read(a, PATH, loai="phi-le-phi", so="9")
    assert titles(main) == ["Phí khác"]
    assert main.select_one(".filters input[type=hidden]")["value"] == "phi-le-phi"


def test_nothing_found_says_how_to_go_on(read, a, b, today):
    one_of_each(a)
    main = read(a, PATH, loai="dat-dai", so="404")
    assert titles(main) == []
    assert main.select_one(".empty a")["href"] == "?loai=dat-dai"


def test_land_is_posted_for_its_days_only(read, a, b, today):
    one = timedelta(days=1)
    make_record(a, LandPage, "Nay", posted_from=today, posted_until=today)
    make_record(a, LandPage, "Qua", posted_from=today - 9 * one, posted_until=today - one)
    make_record(a, LandPage, "Mai", posted_from=today + one, posted_until=today + 9 * one)
    make_record(b, LandPage, "Khác", posted_from=today, posted_until=today)
    main = read(a, PATH, loai="dat-dai")
    states = {words(row.a): words(row.select_one(".badge")) for row in main.select("article")}
    assert states["Nay"] == "Đang niêm yết" and set(states) == {"Nay", "Qua", "Mai"}
    assert "Đang niêm yết" not in (states["Qua"], states["Mai"])
    assert "Niêm yết từ 11/03/2026 đến hết 11/03/2026" in words(main)


def test_drafts_and_other_sections_stay_out(read, a, b, today):
    make_record(a, FeePage, "Nháp", live=False)
    make_record(a, FeePage, "Đã đăng")
    make_record(a, DirectivePage, "Chỉ thị")
    make_record(b, FeePage, "Của xã khác")
    assert titles(read(a, PATH)) == ["Đã đăng"]


def test_thirty_rows_cost_what_one_does(count, a, b, today):
    """Without a kind each type on the page is read by one query: no more than the four."""
    one_of_each(a)
    one_of_each(b)
    every, *queries = [count(a, PATH, loai=kind) for kind in ("", *KINDS)]
    calls(a, today, *range(1, 31))
    for number in range(30):
        make_record(a, FeePage, f"Phí {number}")
    assert [count(a, PATH, loai=kind) for kind in KINDS] == queries
    assert count(a, PATH) <= every


def test_a_span_that_ends_before_it_starts_is_not_published(enter, a, b):
    specimen = next(one for one in MADE if one.model is RecruitmentPage)
    below = section_page(a, "special_documents")
    chief, url = enter(a, "chief"), f"/admin/pages/add/pages/recruitmentpage/{below.pk}/"
    data = {**filled(form_of(chief, url), specimen), "apply_from": "01/04/2026", "action-publish": "1"}
    response = chief.post(url, data)
    assert response.context["form"].errors["apply_until"] == ["Ngày cuối phải sau ngày đầu."]
    assert RecruitmentPage.objects.filter(portal__in=[a, b]).count() == 0
