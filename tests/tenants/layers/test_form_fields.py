"""A field of a form offers and accepts the rows of whoever looks, though Wagtail keeps its class for all of them."""

from django import forms
from django.utils import timezone
from wagtail.admin.forms.collections import CollectionChoiceField
from wagtail.images.views.chooser import viewset as image_chooser
from wagtail.models import Collection

from cms.pages.models import PortalImage, PortalPage
from tenants.actions import accept, invite
from tenants.models import Role, User
from tenants.scoping import platform_scope, portal_scope


class Kept(forms.Form):
    """Made once, like Wagtail's own form classes."""

    user = forms.ModelChoiceField(queryset=User.objects.order_by("pk"))
    collections = forms.ModelMultipleChoiceField(queryset=Collection.objects.all(), required=False)
    page = forms.ModelChoiceField(queryset=PortalPage.objects.all(), required=False)


def _offered(field):
    return [value.value for value, _label in field.choices if value]


def test_one_class_offers_each_portal_its_own(a, b, of_a, of_b):
    for portal, own in ((a, of_a), (b, of_b), (a, of_a)):
        with portal_scope([portal]):
            form = Kept()
            assert _offered(form.fields["user"]) == [own.user.pk]
            assert _offered(form.fields["collections"]) == [portal.collection_id]
            assert set(_offered(form.fields["page"])) <= set(PortalPage.objects.values_list("pk", flat=True))


def test_what_is_not_offered_is_not_accepted(a, of_a, of_b):
    with portal_scope([a]):
        own = Kept({"user": of_a.user.pk, "page": of_a.page.pk, "collections": [of_a.collection.pk]})
        foreign = Kept({"user": of_b.user.pk, "page": of_b.page.pk, "collections": [of_b.collection.pk]})
        assert own.errors == {}
        assert sorted(foreign.errors) == ["collections", "page", "user"]


def test_the_platform_is_offered_everything(of_a, of_b):
    with platform_scope():
        assert {of_a.user.pk, of_b.user.pk} <= set(_offered(Kept().fields["user"]))


def test_the_chooser_block_of_images_follows_too(a, b, of_a, of_b):
    block = image_chooser.get_block_class("ImageBlock", "tests")()
    for portal, own, foreign in ((a, of_a, of_b), (b, of_b, of_a)):
        with portal_scope([portal]):
            assert block.clean(own.image) == own.image
            assert block.to_python(foreign.image.pk) is None
            assert list(PortalImage.objects.all()) == [own.image]


def test_wagtails_own_field_of_collections_follows_too(a, of_a, of_b):
    field = CollectionChoiceField(queryset=Collection.objects.all(), empty_label=None)
    with portal_scope([a]):
        assert [collection.pk for collection in field.queryset] == [a.collection_id]


def test_who_is_only_invited_is_not_one_of_the_people_yet(a, b, of_a, of_b):
    for portal, own, other in ((a, of_a, of_b), (b, of_b, of_a)):
        invite(other.user.email, portal=portal, role=Role.EDITOR, last_name="Gõ", first_name="Vào", now=timezone.now())
        with portal_scope([portal]):
            assert _offered(Kept().fields["user"]) == [own.user.pk]
        accept(other.user.memberships.get(portal=portal), now=timezone.now())
        with portal_scope([portal]):
            assert set(_offered(Kept().fields["user"])) >= {own.user.pk, other.user.pk}
