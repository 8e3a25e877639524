"""A clerk at the real admin form: it is fetched, read as a browser reads it, filled in and sent."""

from django.urls import reverse
from wagtail.fields import RichTextField, StreamField

from cms.pages.models import PortalPage
from tests.isolation.forms import encode, forms_in, rich_text


def page_at(portal, address):
    """The page that citizens find here, published or not; None if there is none."""
    home = portal.site.root_page.specific
    found = PortalPage._base_manager.filter(portal=portal, url_path=f"/{home.slug}{address}").first()
    return found and found.specific


def form_address(specimen, portal):
    """Where an editor enters it: the born page's own form, or the form below its section."""
    existing = page_at(portal, specimen.address)
    if existing:
        return reverse("wagtailadmin_pages:edit", args=[existing.pk])
    below = page_at(portal, specimen.parent_address)
    return reverse("wagtailadmin_pages:add", args=["pages", specimen.model._meta.model_name, below.pk])


def form_of(client, url):
    response = client.get(url)
    assert response.status_code == 200, (url, response.status_code)
    return next(form for form in forms_in(response.content.decode()) if "title" in form.names)


def untouched(form):
    """What is sent by somebody who changes nothing; comments are added by a script."""
    return {**form.data, "comments-TOTAL_FORMS": ["0"], "comments-INITIAL_FORMS": ["0"]}


def filled(form, specimen):
    """The whole form in both languages, as the specimen says."""
    data = untouched(form)
    for prefix, row in specimen.rows.items():
        data |= {name: value for name, value in form.with_row(prefix, row).items() if name.startswith(prefix)}
    for name, (vietnamese, english) in specimen.all_texts.items():
        data |= _text(specimen.model, name, vietnamese) | _text(specimen.model, f"{name}_en", english)
    assert specimen.values.keys() <= form.names, specimen.values.keys() - form.names
    return {**data, **specimen.values}


def _text(model, name, words):
    field = model._meta.get_field(name)
    if isinstance(field, StreamField):
        return encode(name, [{"type": "paragraph", "value": rich_text(words), "id": ""}])
    return {name: rich_text(words) if isinstance(field, RichTextField) else words}
