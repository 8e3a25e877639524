"""Before a document is taken down the screen says which others come back into force, and which lose their link."""

from bs4 import BeautifulSoup
from django.urls import reverse

from tests.factories import make_article, make_document
from tests.factories.documents import act, force_of, make_acting


def _rows(client, page):
    answer = client.get(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    shown = BeautifulSoup(answer.content, "html.parser").select(".cong-consequences > li")
    return [[" ".join(row.get_text(" ", strip=True).split()) for row in part.select("li")] for part in shown]


def test_it_names_what_the_document_ended_and_who_names_it(enter, a, b):
    olds = [make_document(a, f"Cũ {n}", number=f"{n}/2019/QĐ-UBND") for n in (1, 2, 3)]
    page = make_document(a, "Mới", number="77/QĐ-UBND")
    act(page, "guides", olds[2])
    act(act(page, "replaces", olds[0]), "amends", olds[1])
    make_acting(a, "guides", page, title="Hướng dẫn", number="90/QĐ-UBND")
    act(make_document(b, "Của B"), "replaces", make_document(b, "Cũ của B"))
    chief = enter(a, "chief")
    assert _rows(chief, page) == [
        ["Được hướng dẫn thi hành bởi: Hướng dẫn (90/QĐ-UBND)"],
        ["Cũ 1 (1/2019/QĐ-UBND)", "Cũ 2 (2/2019/QĐ-UBND)"],
    ]
    assert [force_of(old) for old in olds] == ["expired", "partly", "in_force"]
    chief.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert [force_of(old) for old in olds] == ["in_force"] * 3


def test_of_other_pages_nothing_is_said(enter, a, b):
    act(make_document(b), "replaces", make_document(b))
    chief = enter(a, "chief")
    assert [_rows(chief, page) for page in (make_document(a), make_article(a))] == [[], []]
