"""Deletes pages and brings them back, as a person would."""

from django.urls import reverse

from cms.pages.models import DeletedPage, PortalPage

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
