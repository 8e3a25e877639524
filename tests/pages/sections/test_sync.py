"""`manage.py sync_sections` adds what an existing portal lacks and leaves alone whatever an editor made."""

import json

import pytest
from django.core.management import CommandError, call_command

from cms.pages.models import LocalityTopicPage, MenuChoice, PortalPage, SectionPage, StaticPage, TreatyIndexPage
from tenants.models import AuditEntry, State
from tenants.scoping import platform_scope
from tests.factories import make_article, publish, section_page

NO_PROBLEMS = ([], [], [], [], [])
NOTHING = {"added": 0, "converted": 0, "refused": 0}


@pytest.fixture
def sync(capsys):
    """sync("--portal", slug, ...) -> what the command prints as JSON."""

    def run(*arguments):
        capsys.readouterr()
        call_command("sync_sections", "--json", *arguments)
        return json.loads(capsys.readouterr().out)

    return run


def _portal(answer, portal):
    return next(row for row in answer["portals"] if row["slug"] == portal.slug)


def _codes(rows):
    return [row["code"] for row in rows]


def _rows():
    return sorted(PortalPage.objects.values_list("pk", "path", "url_path", "content_type", "title_vi", "is_starter"))


def _logged():
    with platform_scope():
        return list(AuditEntry.objects.filter(action="sections.sync"))


def _lose(portal, *codes):
    for code in codes:
        section_page(portal, code).delete()


def _age(portal, code="treaties"):
    """The section as it was born before it had a page type of its own; returns the page."""
    _lose(portal, code)
    page = SectionPage(title="Điều ước, thỏa thuận quốc tế", title_en="Treaties and international agreements")
    page.slug, page.starts_section, page.is_starter = "dieu-uoc-quoc-te", code, True
    home = portal.root_page.specific
    home.refresh_from_db()
    return home.add_child(instance=page)


def test_what_is_whole_stays_as_it_is(sync, a, b):
    before = _rows()
    answer = sync()
    assert {name: answer[name] for name in NOTHING} == NOTHING
    assert (_rows(), _logged()) == (before, [])


def test_a_missing_section_is_added_with_what_is_born_below_it(sync, visit, a, b):
    _lose(a, "news", "locality")
    row = _portal(sync(), a)
    assert _codes(row["added"]) == ["locality", "news"]
    assert section_page(a, "locality").get_children().count() == 5
    assert visit(a, "/tin-tuc/").status_code == visit(a, "/gioi-thieu-dia-phuong/lich-su/").status_code == 200
    assert PortalPage.find_problems() == NO_PROBLEMS
    assert not _portal(sync(), b)["added"]


def test_a_section_added_late_stands_in_its_place_in_the_menu(sync, visit, a, b):
    before = visit(a).text
    _lose(a, "news")
    assert visit(a).text != before
    sync()
    menu = [text.split("</nav>")[0].split("<nav", 1)[1] for text in (visit(a).text, before)]
    assert menu[0] == menu[1]


def test_a_missing_topic_is_added_whatever_the_others_are_called(sync, a, b):
    with platform_scope():
        lost, renamed = LocalityTopicPage.objects.filter(portal=a).order_by("path")[:2]
    lost.delete()
    renamed.title, renamed.slug = "Sử làng", "su-lang"
    publish(renamed)
    row = _portal(sync(), a)
    assert [added["path"] for added in row["added"]] == ["/gioi-thieu-dia-phuong/tu-nhien/"]
    assert LocalityTopicPage.objects.filter(portal=a).count() == 5
    assert LocalityTopicPage.objects.get(pk=renamed.pk).title == "Sử làng"
    assert PortalPage.find_problems() == NO_PROBLEMS


def test_the_second_run_changes_nothing(sync, a, b):
    _lose(a, "news", "locality"), _age(b)
    sync()
    before = _rows()
    answer = sync()
    assert {name: answer[name] for name in NOTHING} == NOTHING
    assert _rows() == before


def test_a_dry_run_says_the_same_and_writes_nothing(sync, a, b):
    _lose(a, "news"), _age(b)
    before = _rows()
    said = sync("--dry-run")
    assert (said["dry_run"], said["added"], said["converted"], _rows()) == (True, 1, 1, before)
    done = sync()
    assert (done["added"], done["converted"], done["portals"]) == (1, 1, said["portals"])


def test_an_untouched_page_takes_the_new_page_type_in_place(sync, visit, a, b):
    page = _age(a)
    row = _portal(sync(), a)
    assert _codes(row["converted"]) == ["treaties"] and not row["added"]
    new = PortalPage.objects.get(pk=page.pk).specific
    assert (type(new), new.path, new.slug, new.url_path) == (TreatyIndexPage, page.path, page.slug, page.url_path)
    assert (new.title_en, new.is_starter, new.portal) == (page.title_en, True, a)
    assert not SectionPage.objects.filter(pk=page.pk).exists()
    assert visit(a, "/dieu-uoc-quoc-te/").status_code == 200
    assert PortalPage.find_problems() == NO_PROBLEMS


def test_a_converted_page_can_be_written_and_its_items_added(sync, a, b):
    _age(a)
    sync()
    page = section_page(a, "treaties")
    page.title_vi = "Thỏa thuận quốc tế"
    publish(page)
    assert section_page(a, "treaties").title == "Thỏa thuận quốc tế"
    assert section_page(b, "treaties").title != "Thỏa thuận quốc tế"


def _draft(page):
    page.body_vi = [("heading", "Nháp")]
    page.save_revision()


def _item(page):
    page.add_child(instance=StaticPage(title="x", slug="x", body=[("heading", "x")]))


@pytest.mark.parametrize("touch", [_draft, publish, _item])
def test_what_an_editor_touched_keeps_its_page_type(sync, a, b, touch):
    page = _age(a)
    touch(page)
    row = _portal(sync(), a)
    assert (row["converted"], _codes(row["kept"])) == ([], ["treaties"])
    assert "TreatyIndexPage" in row["kept"][0]["reason"]
    assert type(section_page(a, "treaties")) is SectionPage
    assert type(section_page(b, "treaties")) is TreatyIndexPage


def test_a_new_name_a_hidden_and_a_moved_section_are_kept_and_told(sync, a, b):
    page = section_page(a, "news")
    page.title = "Tin của xã"
    publish(page)
    with platform_scope():
        MenuChoice.objects.create(portal=a, section="plans", is_hidden=True)
        MenuChoice.objects.create(portal=a, section="budget", position=1)
    before, answer = _rows(), sync()
    assert _codes(_portal(answer, a)["kept"]) == ["news", "budget", "plans"]
    assert "Tin của xã" in _portal(answer, a)["kept"][0]["reason"]
    assert (_portal(answer, b)["kept"], _rows()) == ([], before)


def test_what_was_written_in_other_sections_stays(sync, a, b):
    page = make_article(a, "Bài của xã")
    _lose(a, "plans")
    sync()
    assert PortalPage.objects.get(pk=page.pk).title == "Bài của xã"
    assert section_page(a, "news").has_content


def test_a_section_that_the_tree_no_longer_asks_for_stays(sync, a, b):
    gazette = SectionPage(title="Công báo", slug="cong-bao", starts_section="gazette", is_starter=True)
    a.root_page.specific.add_child(instance=gazette)
    assert _codes(_portal(sync(), a)["kept"]) == ["gazette"]
    assert PortalPage.objects.filter(pk=gazette.pk).exists()


def test_an_address_that_is_taken_is_told_and_the_run_fails(a, b, capsys):
    _lose(a, "news")
    home = a.root_page.specific
    home.refresh_from_db()
    home.add_child(instance=StaticPage(title="Tin", slug="tin-tuc", body=[("heading", "x")]))
    with pytest.raises(SystemExit) as stopped:
        call_command("sync_sections", "--json")
    row = _portal(json.loads(capsys.readouterr().out), a)
    assert (stopped.value.code, _codes(row["refused"]), row["added"]) == (1, ["news"], [])


def test_only_the_portal_named_is_touched(sync, a, b):
    _lose(a, "news"), _lose(b, "news")
    answer = sync("--portal", "xa-b")
    assert [row["slug"] for row in answer["portals"]] == ["xa-b"]
    assert [PortalPage.objects.filter(portal=p, starts_section="news").count() for p in (a, b)] == [0, 1]


def test_an_unknown_portal_is_an_error_and_nothing_is_done(a, b):
    _lose(a, "news")
    with pytest.raises(CommandError, match="khong-co"):
        call_command("sync_sections", "--portal", "xa-a", "--portal", "khong-co")
    assert not PortalPage.objects.filter(portal=a, starts_section="news").exists()


def test_a_closed_portal_is_skipped_and_said(sync, capsys, a, b):
    for portal in (a, b):
        _lose(portal, "news")
    a.state = State.CLOSED
    a.save()
    answer = sync()
    assert (answer["skipped"], answer["added"]) == (["xa-a"], 1)
    call_command("sync_sections")
    assert "xa-a: bỏ qua vì cổng đã đóng" in capsys.readouterr().out


def test_the_difference_can_be_read_by_people(capsys, a, b):
    _lose(a, "news"), _age(b)
    call_command("sync_sections", "--dry-run")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Chạy thử, không ghi gì."
    assert "xa-a: thêm 1, đổi kiểu trang 0, giữ nguyên 0" in lines
    assert "  + news                   /tin-tuc/  Tin tức - Sự kiện" in lines
    assert "  ~ treaties               /dieu-uoc-quoc-te/  SectionPage → TreatyIndexPage" in lines


def test_what_was_done_stands_in_the_log_of_its_portal(sync, a, b):
    _lose(a, "news")
    sync(), sync()
    (entry,) = _logged()
    assert (entry.portal, entry.actor, entry.detail) == (a, None, {"what": "+ /tin-tuc/"})


def test_one_portal_that_fails_keeps_nothing_half_done(sync, a, b, monkeypatch):
    _lose(a, "news"), _age(a)

    def fail(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("cms.pages.section_sync.replace_page", fail)
    with pytest.raises(RuntimeError):
        sync("--portal", "xa-a")
    assert not PortalPage.objects.filter(portal=a, starts_section="news").exists()
