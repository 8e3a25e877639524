"""What tests of the import from Word do: bring a report as an editor, and look at what came of it."""

from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cms.pages.models import ArticlePage
from tests.factories import section_page

from .reports import saved


def address(portal, *, model="articlepage", section="news"):
    return reverse("word_import", args=[model, section_page(portal, section).pk])


def bring(client, portal, document, *, name="bao-cao.docx", **where):
    content = document if isinstance(document, bytes) else saved(document)
    return client.post(address(portal, **where), {"file": SimpleUploadedFile(name, content)}, follow=True)


def brought(client, portal, document, **where):
    page = bring(client, portal, document, **where)
    assert page.redirect_chain, BeautifulSoup(page.content, "html.parser").find(class_="error-message")
    return ArticlePage.objects.order_by("-pk").first()


def kinds(page):
    return [block.block_type for block in page.body_vi]


def only(page, kind):
    return next(block.value for block in page.body_vi if block.block_type == kind)
