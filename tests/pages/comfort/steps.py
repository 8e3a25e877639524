"""The bar above the edit form of a page, as a person reads it, and the buttons below."""

import re

from django.urls import reverse
from django.utils.html import strip_tags

from tests.pages.posting import article_form


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def bar(client, page):
    """The bar in words, each link with its address."""
    text = client.get(edit(page)).content.decode()
    section = text.split('id="cong-next-step"', 1)[1].split(">", 1)[1].split("</section>", 1)[0]
    return " ".join(strip_tags(re.sub(r'<a href="([^"]*)">', r"(\1) ", section)).split())


def answer(client, page, action, **form):
    """Approve or send back from the edit form, as its button does."""
    data = {"action-workflow-action": "true", "workflow-action-name": action, **form}
    return client.post(edit(page), article_form(slug=page.slug, **data), follow=True).content.decode()
