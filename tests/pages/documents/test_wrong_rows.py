"""Relations that cannot be right are refused at their row when a document is sent or published; a draft keeps them."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from cms.pages.legal.matching import State, match
from cms.pages.models import LegalDocumentPage
from tests.factories import make_document
from tests.factories.documents import act
from tests.pages.posting import document_form

LATER = {"issue_date": date(2024, 3, 20), "issue_precision": "day"}


@pytest.fixture
def world(a, b):
    """{name: document}: one of A of 19/03/2024 and others of its portal; B has documents of the same numbers."""
    page = make_document(a, "Văn bản này", number="99/QĐ-UBND", slug="nay", issuer="UBND xã")
    later = make_document(a, "Ban hành sau", number="80/QĐ-UBND", **LATER)
    old = make_document(a, "Cũ", number="61/QĐ-UBND")
    for number in ("99/QĐ-UBND", "61/QĐ-UBND"):
        make_document(b, "Của B", number=number)
    return {"page": page, "later": later, "old": old}


def _post(client, world, rows, **changes):
    rows = [{"kind": "repeals", "target": "", "target_number": "", **row} for row in rows]
    rows = [{**row, "target": str(world[row["target"]].pk) if row["target"] else ""} for row in rows]
    form = document_form(slug="nay", number="99/QĐ-UBND", issuer="UBND xã", **changes)
    kept = {name: value for name, value in form.items() if not name.startswith("relations-")}
    form = {"issue_date": "19/03/2024", **kept, **nested_form_data({"relations": inline_formset(rows)})}
    form |= {"issue_date": "19/03/2024", "issue_precision": "day"}
    return client.post(reverse("wagtailadmin_pages:edit", args=[world["page"].pk]), form)


def _errors(answer):
    """[(place of the row, field, text)] of the relations."""
    if answer.status_code == 302:
        return []
    forms = answer.context["form"].formsets["relations"].forms
    return [(place, name, str(text)) for place, form in enumerate(forms) for name, (text, *_r) in form.errors.items()]


WRONG = [
    ([{"target": "later", "kind": "replaces"}], (0, "target", "ban hành ngày 19/03/2024, trước “Ban hành sau (80/QĐ")),
    ([{"target_number": "80/qđ-ubnd", "kind": "amends"}], (0, "target_number", "(ngày 20/03/2024), nên không thể")),
    ([{"target_number": "Quyết định 99/qđ-ubnd"}], (0, "target_number", "số, ký hiệu của chính văn bản này")),
    ([{"target": "old"}, {"target_number": "61/QĐ-UBND"}], (1, "target_number", "đã ghi ở dòng trên")),
    ([{"target": "old", "kind": "replaces"}, {"target": "old", "kind": "guides"}], (1, "target", "trái nhau")),
    (
        [{"target": "old", "kind": "amends"}, {"target": "old", "kind": "replaces"}],
        (1, "target", "(Sửa đổi, bổ sung)"),
    ),
    ([{"target_number": "5/NĐ-CP"}, {"target_number": "Nghị định 05/NĐ-CP"}], (1, "target_number", "đã ghi ở dòng")),
]


@pytest.mark.parametrize(("role", "action"), [("editor", "action-submit"), ("chief", "action-publish")])
@pytest.mark.parametrize(("rows", "wrong"), WRONG)
def test_it_is_told_at_the_row(enter, world, role, action, rows, wrong):
    answer = _post(enter(world["page"].portal, role), world, rows, **{action: "1"})
    ((place, name, text),) = _errors(answer)
    assert (place, name) == wrong[:2] and wrong[2] in text
    assert text.split("“")[0] in BeautifulSoup(answer.content, "html.parser").get_text()


@pytest.mark.parametrize("rows", [rows for rows, _wrong in WRONG])
def test_a_draft_keeps_it(enter, world, rows):
    assert _post(enter(world["page"].portal, "editor"), world, rows).status_code == 302
    draft = LegalDocumentPage.objects.get(pk=world["page"].pk).get_latest_revision_as_object()
    assert draft.relations.count() == len(rows)


@pytest.mark.parametrize(
    "rows",
    [
        [{"target": "later", "kind": "guides"}],  # guidance ends nothing
        [
            {"target": "old", "kind": "amends"},
            {"target": "old", "is_partial": "on"},
            {"target": "old", "kind": "guides"},
        ],
        [{"target_number": "99/QĐ-UBND ngày 03/04/2019"}],
        [{"target_number": "Hiến pháp 2013"}, {"target_number": "Luật Đất đai 2013"}],
        [{"target": "old"}, {"target": "old", "DELETE": "on"}],
    ],
)
def test_what_may_be_right_is_published(enter, world, rows):
    answer = _post(enter(world["page"].portal, "chief"), world, rows, **{"action-publish": "1"})
    assert (answer.status_code, _errors(answer)) == (302, [])


def test_an_alias_of_the_document_is_the_document(enter, world):
    page = world["page"]
    world["alias"] = page.create_alias(update_slug="bi-danh")
    answer = _post(enter(page.portal, "chief"), world, [{"target": "alias"}], **{"action-publish": "1"})
    ((_place, name, text),) = _errors(answer)
    assert (name, text) == ("target", "Một văn bản không thể có quan hệ với chính nó.")


def test_the_list_of_many_leaves_out_what_was_issued_later_or_is_tied_otherwise(enter, world):
    page, old = act(world["page"], "replaces", world["old"]), world["old"]
    numbers = "80/QĐ-UBND\n61/QĐ-UBND"
    assert [line.state for line in match(page, "amends", numbers)] == [State.LATER, State.AGAINST]
    assert [line.state for line in match(page, "guides", numbers)] == [State.FOUND, State.AGAINST]
    client, address = enter(page.portal, "editor"), reverse("documents:relations", args=[page.pk])
    data = {"kind": "amends", "numbers": numbers}
    shown = client.post(address, data).text
    assert "ban hành sau văn bản này" in shown and "quan hệ khác trái với quan hệ này" in shown
    client.post(address, {**data, "luu": "1", "chon-0": str(world["later"].pk), "chon-1": str(old.pk)})
    draft = LegalDocumentPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert [row.kind for row in draft.relations.all()] == ["replaces"]
