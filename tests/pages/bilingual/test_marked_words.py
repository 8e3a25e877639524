"""On the English side every Vietnamese word is marked as Vietnamese, whatever part of a page it stands in."""

import re
import unicodedata
from itertools import chain

import pytest
from bs4 import BeautifulSoup, NavigableString
from django.db.models import CharField, EmailField, TextField, URLField
from django.utils import timezone
from wagtail.fields import RichTextField, StreamField

from cms.pages.models import ArticleAttachment, ArticlePage, DocumentFile, LegalDocumentPage, PortalPage
from tenants.models import Portal
from tests.factories import make_document, make_file, make_post, publish, section_page
from tests.factories.documents import make_acting
from tests.pages.types.filling import fill_born, make_all

LETTERS = re.compile("[đĐ\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323]")  # of any vowel taken apart
UNFILLED = {"slug", "url_path", "seo_title", "search_description", "draft_title", "phone", "fax", "number"}
WORDS = "Chữ thử đã gõ"


def unmarked(html):
    """[(words, element)] of Vietnamese in the body of an English page that no element calls Vietnamese."""
    body = BeautifulSoup(html, "html.parser").body
    nodes = [node for node in body.find_all(string=True) if type(node) is NavigableString]
    seen = [node for node in nodes if node.parent.name not in ("script", "style", "template")]
    letters = [node for node in seen if LETTERS.search(unicodedata.normalize("NFD", node))]
    return [(node.strip()[:60], str(node.parent)[:90]) for node in letters if _language(node) != "vi"]


def _language(node):
    return next((one["lang"] for one in node.parents if one.get("lang")), "en")


def fill(page, *, in_english):
    """Vietnamese in every text that is empty, also where no translation is asked for; English where it is."""
    for field in page._meta.get_fields():
        if _is_written(field) and not getattr(page, field.attname):
            setattr(page, field.attname, f"<p>{WORDS}</p>" if isinstance(field, RichTextField) else WORDS)
    if in_english:
        _translate(page)
        for row in chain(*(getattr(page, name).all() for name in ("entries", "milestones") if hasattr(page, name))):
            _translate(row)
    return publish(page)


def _is_written(field):
    is_text = isinstance(field, (CharField, TextField)) and not isinstance(field, (EmailField, URLField))
    is_plain = not isinstance(field, StreamField) and (is_text or isinstance(field, RichTextField))
    is_typed = is_plain and field.editable and not field.choices and not field.name.endswith("_en")
    return is_typed and field.name not in UNFILLED and (field.max_length or 99) >= len(WORDS)


def _translate(record):
    optional = getattr(record, "optional_in_translation", ("person", "place"))
    for model in type(record).__mro__:
        for name in set(vars(model).get("translatable_fields", ())) - set(optional):
            field = record._meta.get_field(name)
            words = [("paragraph", "<p>Words.</p>")] if isinstance(field, StreamField) else "Words"
            setattr(record, f"{name}_en", words)


def plant(portal, *, in_english):
    """A page of every type, tied to one another, with files and people."""
    born = {page.pk for page in PortalPage.objects.filter(portal=portal)}
    fill_born(portal)
    for kind in ("leader", "spokesperson", "board"):
        make_post(portal, kind=kind, duties="Phụ trách chung", biography="Tiểu sử.", phone="0214 3000 001")
    made = list(make_all(portal, timezone.localdate()))
    made.append(make_acting(portal, "guides", made[0], "99/2024/NĐ-CP", title="Hướng dẫn thử"))
    made.append(make_acting(portal, "repeals", make_document(portal, "Cũ", number="5/QĐ"), title="Bãi bỏ thử"))
    for page in chain(made, (page.specific for page in PortalPage.objects.filter(pk__in=born))):
        _attach(page, portal)
        fill(page, in_english=in_english)


def _attach(page, portal):
    if isinstance(page, LegalDocumentPage):
        page.files.add(DocumentFile(document=make_file(portal, "Tệp đã quét")))
    if isinstance(page, ArticlePage):
        page.attachments.add(ArticleAttachment(document=make_file(portal, "Tệp đính kèm")))


@pytest.fixture(params=[True, False], ids=["translated", "untranslated"])
def portals(request, a, province):
    Portal.objects.filter(slug="tinh").update(name_en="Trial Province")
    for portal in (a, province):
        plant(portal, in_english=request.param)
    return [Portal.objects.select_related("site__root_page").get(pk=portal.pk) for portal in (a, province)]


def test_every_page_marks_its_vietnamese_words(visit, portals):
    faults = {}
    for portal in portals:
        pages = PortalPage.objects.filter(portal=portal, live=True).order_by("path")
        for path in ["/en" + page.url_path.removeprefix(f"/{portal.slug}") for page in pages]:
            found = unmarked(visit(portal, path).content.decode())
            if found:
                faults[portal.slug, path] = found
    assert "\n".join(f"{place}: {found}" for place, found in faults.items()) == ""


def test_an_english_introduction_says_which_part_is_vietnamese(visit, a, b):
    for portal in (a, b):
        page = section_page(portal, "introduction")
        page.functions, page.functions_en = "<p>Quản lý.</p>", "<p>Governs.</p>"
        page.history, page.history_en = "<p>Thung lũng.</p>", "<p>A valley.</p>" if portal is b else ""
        publish(page)
    mine, theirs = (visit(portal, "/en/gioi-thieu/").text for portal in (a, b))
    note = "This part is not available in English yet; the Vietnamese text is shown below."
    assert '<div class="prose" data-spoken lang="vi"><p>Thung lũng.</p>' in mine.replace("\n", "")
    assert (note in mine, note in theirs, "A valley." in theirs) == (True, False, True)


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>Quý</p>", 1),
        ("<p>Đ</p>", 1),
        ("<p>Tư</p>", 1),
        ('<p lang="vi">Quý <b>Tư</b></p>', 0),
        ('<div lang="vi"><p lang="en">Quý</p></div>', 1),
        ("<p>Plain – “words”…</p><script>'ý'</script>", 0),
    ],
)
def test_the_eye_that_looks_for_vietnamese(html, found):
    assert len(unmarked(f"<html lang=en><body>{html}</body></html>")) == found
