"""What citizens read: who declared what for which days, in both languages, and never beside content."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.pages.models import NilDeclaration, StaticPage
from tests.factories import section_page
from tests.factories.pages import publish

from .conftest import tie

PATH = "/dieu-uoc-quoc-te/"
NOTICE = 'id="nil-title"'


def test_citizens_read_days_name_title_and_reason(visit, declare, staff, a, b):
    tie(a, staff[a][1], {"title": "Chủ tịch"})
    declaration = declare(a, reason="Quý này xã không ký thỏa thuận nào.")
    text = visit(a, PATH).text
    assert NOTICE in text and "<h2>Đang cập nhật</h2>" not in text
    for words in (
        f"Từ ngày {declaration.from_date:%d/%m/%Y} đến hết ngày {declaration.to_date:%d/%m/%Y}",
        "Trần Thị Bình, Chủ tịch",
        f"{timezone.localdate():%d/%m/%Y}",
        "Quý này xã không ký thỏa thuận nào.",
    ):
        assert words in text
    other = visit(b, PATH).text
    assert NOTICE not in other and "<h2>Đang cập nhật</h2>" in other


def test_in_english_what_the_portal_wrote_is_marked_as_vietnamese(visit, declare, staff, a, b):
    tie(a, staff[a][1], {"title": "Chủ tịch"})
    declare(a, reason="Không ký thỏa thuận nào.")
    text = visit(a, f"/en{PATH}").text
    assert NOTICE in text
    assert '<p lang="vi">Không ký thỏa thuận nào.</p>' in text
    assert '<dd lang="vi">Trần Thị Bình, Chủ tịch</dd>' in text


@pytest.mark.parametrize("change", ["signed", "withdrawn", "over", "ahead"])
def test_only_a_declaration_in_force_is_read(visit, declare, a, b, change):
    declaration = declare(a, signed=change != "signed")
    declare(b)
    today, day = timezone.localdate(), timedelta(days=1)
    changes = {
        "withdrawn": {"withdrawn_at": timezone.now()},
        "over": {"from_date": today - day, "to_date": today - day},
        "ahead": {"from_date": today + day, "to_date": today + day},
    }
    NilDeclaration.objects.filter(pk=declaration.pk).update(**changes.get(change, {"reason": "x"}))
    assert [NOTICE in visit(portal, PATH).text for portal in (a, b)] == [False, True]


def test_a_declaration_is_no_content_for_machines(visit, declare, a, b):
    declare(a)
    answer = visit(a, PATH)
    assert answer.headers["X-Robots-Tag"] == "noindex, follow"
    assert PATH not in visit(a, "/sitemap.xml").text


def test_content_wins_and_the_notice_returns_when_it_goes(visit, declare, a, b):
    for portal in (a, b):
        declare(portal, "projects")
    below = StaticPage(title="Dự án cầu treo", slug="cau", body=[("heading", "Cầu")])
    page = publish(section_page(a, "projects").add_child(instance=below))
    text = visit(a, "/du-an-dau-tu/").text
    assert (NOTICE in text, "Dự án cầu treo" in text) == (False, True)
    assert NOTICE in visit(b, "/du-an-dau-tu/").text
    page.unpublish()
    assert NOTICE in visit(a, "/du-an-dau-tu/").text


def test_the_name_cannot_carry_markup(visit, declare, staff, a, b):
    tie(a, staff[a][1], {"title": "Chủ tịch"}, name="<script>alert(1)</script>")
    declare(a, reason="<img src=x>")
    text = visit(a, PATH).text
    assert ("<script>alert" in text, "<img src=x>" in text, "&lt;img src=x&gt;" in text) == (False, False, True)
    assert NOTICE not in visit(b, PATH).text
