"""Deletes pages and brings them back, as a person would."""

from django.urls import reverse

from cms.pages.models import DeletedPage, PortalPage
from tests.factories import make_document
from tests.factories.documents import make_acting

INDEX = "/admin/trash/"


def delete(client, page):
    return client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))


def delete_many(client, *pages):
    address = reverse("wagtail_bulk_action", args=["pages", "portalpage", "delete"])
    return client.post(f"{address}?{'&'.join(f'id={page.pk}' for page in pages)}&next=/admin/")


def restore(client, deleted):
    return client.post(f"/admin/trash/{deleted.pk}/restore/", follow=True)


def kept(portal):
    return list(DeletedPage.objects.filter(portal=portal).order_by("pk"))


def again(page):
    return PortalPage.objects.get(pk=page.pk).specific


def tied_documents(a, b):
    """(ended, ending, apart) of the first portal: what guides the second one is of no concern to the third."""
    old, oldest = make_document(a, "Cũ"), make_document(a, "Cũ nhất")
    new = make_acting(a, "repeals", old, title="Bãi bỏ")
    make_acting(a, "guides", new, title="Hướng dẫn")
    make_acting(a, "guides", oldest, title="Không liên quan")
    make_acting(b, "repeals", make_document(b), title="Của B")
    return old, new, oldest
