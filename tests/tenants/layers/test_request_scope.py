"""A request's scope lasts as long as its answer is produced; a task's as long as the task."""

import csv
import io

import pytest
from django.http import StreamingHttpResponse
from django.test import RequestFactory
from django_tasks import task

from cms.pages.models import PortalPage
from cms.pages.people.models import Post
from tenants.middleware import ScopeMiddleware
from tenants.models import Role
from tenants.scoping import current_scope, platform_scope, portal_scope


def _answered(portal, view, path="/x/"):
    request = RequestFactory().get(path)
    request.portal = portal
    return ScopeMiddleware(view)(request)


def test_what_is_streamed_is_read_in_the_scope_of_its_request(a, b, of_a, of_b):
    def rows(request):
        return StreamingHttpResponse(f"{post.portal_id} " for post in Post.objects.iterator())

    assert b"".join(_answered(a, rows)).split() == [str(a.pk).encode()]
    assert current_scope() is None


def test_each_piece_is_read_in_it_also_when_two_answers_alternate(a, b, of_a, of_b):
    def titles(request):
        return StreamingHttpResponse(
            f"{page.portal_id} " for page in PortalPage.objects.filter(slug="bai").iterator(chunk_size=1)
        )

    streams = [iter(_answered(portal, titles)) for portal in (a, b)]
    assert [next(stream).strip() for stream in streams] == [str(portal.pk).encode() for portal in (a, b)]
    assert [list(stream) for stream in streams] == [[], []]


def test_an_export_holds_the_own_portals_rows(enter, a, of_a, of_b):
    chief = enter(a, Role.CHIEF)
    answer = chief.get("/admin/reports/aging-pages/?export=csv")
    text = b"".join(answer.streaming_content).decode()
    titles = {row[0] for row in csv.reader(io.StringIO(text))}
    assert of_a.page.title in titles
    assert of_b.page.title not in titles


@task()
def count_posts():
    return Post.objects.count()


@task()
def count_posts_of_all():
    with platform_scope():
        return Post.objects.count()


@task()
def count_pages():
    return PortalPage.objects.filter(slug="bai").count()


@pytest.mark.parametrize(("job", "seen"), [(count_posts, 0), (count_pages, 0), (count_posts_of_all, 2)])
def test_a_task_reads_what_it_names_and_nothing_else(a, of_a, of_b, job, seen):
    with portal_scope([a]):
        assert job.enqueue().return_value == seen
        assert current_scope().portal_ids == {a.pk}
