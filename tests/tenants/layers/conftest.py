"""Rows of A and of B side by side, one of each kind that the layers tell apart."""

from types import SimpleNamespace

import pytest

from cms.pages.people.models import Person, Post
from tenants.models import Role
from tests.factories import make_article, make_file, make_image, make_post, make_user


def rows_of(portal):
    post = make_post(portal, f"Cán bộ {portal.slug}")
    page = make_article(portal, title=f"Bài {portal.slug}", slug="bai")
    return SimpleNamespace(
        page=page,
        revision=page.latest_revision,
        image=make_image(portal, title=f"Ảnh {portal.slug}"),
        file=make_file(portal, title=f"Tệp {portal.slug}"),
        person=Person._base_manager.get(pk=post.person_id),
        post=Post._base_manager.get(pk=post.pk),
        user=make_user(f"nguoi@{portal.slug}.example", portal=portal, role=Role.EDITOR),
        collection=portal.collection,
        site=portal.site,
        portal=portal,
    )


@pytest.fixture
def of_a(a):
    return rows_of(a)


@pytest.fixture
def of_b(b):
    return rows_of(b)
