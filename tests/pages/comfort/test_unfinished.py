"""Who left a draft behind is offered it in the form of a new page."""

import re

from django.urls import reverse

from cms.pages.models import ArticlePage, PortalPage
from tests.factories import make_article, publish, section_page
from tests.pages.posting import article_form

from .steps import answer


def add(portal):
    return reverse("wagtailadmin_pages:add", args=["pages", "articlepage", section_page(portal, "news").pk])


def offered(client, portal):
    """Titles of the drafts that the form of a new article offers to go on with."""
    text = client.get(add(portal)).content.decode()
    return re.findall(r">Viết tiếp “([^”]+)”<", text.replace("&quot;", '"'))


def test_who_left_a_draft_is_offered_it_in_a_new_form(enter, people, a, b):
    editor, chief, other = *people, enter(b, "editor")
    assert [offered(editor, a), offered(other, b)] == [[], []]
    for title in ("Một", "Hai"):
        answer = editor.post(
            add(a), article_form(title=title, slug=title.lower()), headers={"accept": "application/json"}
        )
        assert answer.json()["success"]
    make_article(a, "Của người khác", live=False)
    make_article(b, "Của B", live=False)
    assert offered(editor, a) == ["Hai", "Một"]
    assert [offered(chief, a), offered(other, b)] == [[], []]


def test_what_was_sent_or_published_is_not_offered(people, submitted, a, b):
    editor, chief = people
    make_article(b, live=False)
    assert offered(editor, a) == []
    answer(chief, submitted, "reject", **{"workflow-action-extra-data": '{"comment": "Thiếu ảnh"}'})
    assert offered(editor, a) == ["Bài viết"]
    publish(ArticlePage.objects.get(pk=submitted.pk))
    assert offered(editor, a) == []


def test_offering_drafts_costs_the_same_for_one_and_for_thirty(people, a, b, django_assert_max_num_queries):
    editor, costs = people[0], []
    for number in (1, 30):
        for count in range(number):
            page = make_article(a, f"Bài {number} {count}", live=False)
            PortalPage._base_manager.filter(pk=page.pk).update(owner=editor.user)
        make_article(b, live=False)
        editor.get(add(a))
        with django_assert_max_num_queries(200) as queries:
            assert len(offered(editor, a)) == min(number, 3)
        costs.append(len(queries))
    assert costs[0] == costs[1]
