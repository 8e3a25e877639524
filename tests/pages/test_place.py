"""A page's portal and section are what the tree says, on every way of writing or moving a page."""

import pytest
from django.urls import reverse
from wagtail.models import Revision

from cms.pages.models import ArticlePage, NewsIndexPage, PortalPage, StaticPage
from cms.pages.models.place import AliasAcrossPortals
from tests.factories import make_article, section_page
from tests.pages.posting import article_form


def place(page):
    """(portal slug, section, starts_section, is_starter) as the database holds it."""
    row = PortalPage._base_manager.select_related("portal").get(pk=page.pk)
    return row.portal.slug if row.portal else None, row.section, row.starts_section, row.is_starter


def _static(parent, slug="trang", title="Trang"):
    page = StaticPage(title=title, slug=slug, body=[("heading", "x")])
    return parent.add_child(instance=page)


def test_a_new_page_takes_portal_and_section_of_its_parent(a, b):
    assert place(make_article(a)) == ("xa-a", "news", "", False)
    assert place(make_article(b)) == ("xa-b", "news", "", False)
    assert place(_static(section_page(a, "plans"))) == ("xa-a", "plans", "", False)


def test_a_page_directly_below_home_has_no_section(a, b):
    assert place(_static(a.root_page.specific)) == ("xa-a", "", "", False)
    assert place(b.root_page) == ("xa-b", "", "", False)


def test_the_root_of_the_tree_belongs_to_nobody(a, b):
    root = PortalPage.objects.get(depth=1)
    root.save()
    assert place(root)[0] is None
    assert {a.root_page.depth, b.root_page.depth} == {2}


def test_what_somebody_writes_into_the_place_is_overwritten(a, b):
    page = make_article(a)
    page.portal, page.section = b, "plans"
    page.save()
    assert place(page) == ("xa-a", "news", "", False)


def test_posted_values_are_ignored(a, b, enter):
    address = reverse("wagtailadmin_pages:add", args=["pages", "articlepage", section_page(a, "news").pk])
    posted = {"portal": b.pk, "section": "plans", "starts_section": "plans", "is_starter": "on"}
    form = article_form(slug="moi", first_published_at="2020-01-01", **posted, **{"action-publish": "1"})
    assert enter(a, "chief").post(address, form).status_code == 302
    page = ArticlePage.objects.get(slug="moi")
    assert place(page) == ("xa-a", "news", "", False)
    assert page.first_published_at.year > 2020


def test_a_copied_branch_belongs_to_where_it_is_copied(a, b):
    make_article(a, "Một")
    copy = section_page(a, "news").copy(to=b.root_page, recursive=True, update_attrs={"slug": "tin-a"})
    (child,) = ArticlePage.objects.child_of(copy)
    assert place(copy) == ("xa-b", "", "", True), "the copy of a section's page starts no section"
    assert place(child) == ("xa-b", "", "", False)
    child.save_revision().publish()
    assert place(child) == ("xa-b", "", "", False)
    assert place(section_page(a, "news"))[:3] == ("xa-a", "news", "news")
    assert PortalPage.find_problems() == ([], [], [], [], [])


def test_a_published_copy_of_an_article_counts_where_it_is(a, b):
    copy = make_article(a).copy(to=section_page(b, "news"), keep_live=True)
    assert place(copy) == ("xa-b", "news", "", False)


def _moved(page, target):
    PortalPage.objects.get(pk=page.pk).move(target, pos="last-child")


def test_a_moved_page_belongs_to_where_it_is_moved(a, b):
    page = make_article(a)
    _moved(page, section_page(b, "news"))
    assert place(page) == ("xa-b", "news", "", False)
    _moved(page, section_page(b, "documents"))
    assert place(page) == ("xa-b", "documents", "", False)


def test_what_lies_below_a_moved_page_follows_and_a_section_keeps_its_start(a, b):
    plans = section_page(a, "plans")
    below = _static(plans)
    _moved(plans, section_page(b, "projects"))
    assert place(plans)[:3] == ("xa-b", "plans", "plans")
    assert place(below) == ("xa-b", "plans", "", False)
    assert PortalPage.find_problems() == ([], [], [], [], [])


def test_moving_costs_no_query_for_each_page_below(a, b, django_assert_max_num_queries):
    few, many = section_page(a, "plans"), section_page(a, "projects")
    _static(few)
    for number in range(12):
        _static(many, slug=f"t{number}")
    counts = []
    for branch, section in ((few, "budget"), (many, "survey")):
        target = section_page(b, section)
        with django_assert_max_num_queries(90) as asked:
            _moved(branch, target)
        counts.append(len(asked))
    assert counts[1] <= counts[0]


def test_older_revisions_published_after_a_move_stay_where_the_page_is(a, b):
    page = make_article(a)
    older = page.save_revision()
    page = ArticlePage.objects.get(pk=page.pk)
    _moved(page, section_page(b, "news"))
    Revision.objects.get(pk=older.pk).publish()
    assert place(page) == ("xa-b", "news", "", False)


def test_revisions_do_not_hold_the_place(a, b):
    pages = [make_article(a), make_article(b)]
    for page in pages:
        content = page.save_revision().content
        assert not {"portal", "section", "starts_section", "is_starter"} & set(content)
        assert page.get_latest_revision_as_object().portal_id == page.portal_id


def test_an_alias_starts_no_section_and_follows_within_its_portal(a, b):
    news = section_page(a, "news")
    alias = news.create_alias(parent=a.root_page, update_slug="tin-khac")
    assert place(alias)[:3] == ("xa-a", "", "")
    article = make_article(a)
    inside = article.create_alias(update_slug="bi-danh")
    article.save_revision().publish()
    assert place(inside) == ("xa-a", "news", "", False)
    assert NewsIndexPage.objects.filter(portal=b).count() == 1


def test_an_alias_in_another_portal_is_refused(a, b):
    page = make_article(a)
    with pytest.raises(AliasAcrossPortals):
        page.create_alias(parent=section_page(b, "news"))
    assert not ArticlePage.objects.filter(portal=b).exists()


@pytest.mark.parametrize("moved", ["alias", "source", "branch of the source"])
def test_alias_and_source_are_not_moved_apart(a, b, moved):
    source = _static(section_page(a, "plans"))
    alias = source.create_alias(parent=section_page(a, "projects"))
    chosen = {"alias": alias, "source": source, "branch of the source": section_page(a, "plans")}[moved]
    with pytest.raises(AliasAcrossPortals):
        _moved(chosen, section_page(b, "budget"))
    assert [place(page)[0] for page in (source, alias, chosen)] == ["xa-a"] * 3
    assert PortalPage.find_problems() == ([], [], [], [], [])


def test_a_page_outside_every_portal_has_no_portal_and_no_address(a, b):
    page = make_article(a)
    _moved(page, PortalPage.objects.get(depth=1))
    page = ArticlePage.objects.get(pk=page.pk)
    assert place(page)[:2] == (None, "")
    assert (page.url, page.full_url, page.get_site()) == (None, None, None)
    assert make_article(b).url is not None
