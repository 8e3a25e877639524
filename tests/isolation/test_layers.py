"""Proof that the crawl sees: without any one layer it finds something, with all of them nothing."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django_tasks import task

import cms.pages.serving
from cms.pages.people.models import Post
from tenants import closed, guard, middleware, scoping, task_scope, wagtail_patches, writes

from .addresses import FEW
from .canaries import B, pattern
from .crawl import Crawl
from .phases import ask, read, relate, serve, write

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Layer:
    """`views` are those that this layer alone guards against something; `off` takes the layer away."""

    name: str
    views: tuple
    phases: tuple
    off: Callable


def _unscoped(manager):
    """The manager's rows without the filter that this class adds."""
    return lambda patch: patch.setattr(manager, "get_queryset", lambda self: super(manager, self).get_queryset())


LAYERS = [
    Layer("managers of pages", ("wagtailadmin_choose_page",), (ask,), _unscoped(scoping.ScopedManager)),
    Layer("managers of files", ("wagtailadmin_api:images:listing",), (ask,), _unscoped(scoping.ScopedManager)),
    Layer("managers of portals' rows", ("wagtailsnippets_pages_unit:list",), (ask,), _unscoped(scoping.TenantManager)),
    Layer(
        "form fields",
        ("wagtailadmin_explore", "wagtailadmin_reports:locked_pages"),
        (ask,),
        lambda patch: patch.setattr(wagtail_patches, "scoped_rows", lambda rows: rows),
    ),
    Layer(
        "guard of numbers",
        ("wagtailadmin_pages:",),
        (read, write),
        lambda patch: patch.setattr(guard, "check", lambda *args: None),
    ),
    Layer(
        "guard of writes",
        ("wagtailadmin_pages:edit",),
        (relate,),
        lambda patch: patch.setattr(writes, "limited", lambda: None),
    ),
    Layer(
        "closed screens",
        ("wagtailadmin_workflows:", "wagtailadmin_tag_autocomplete", "wagtailadmin_reports:site_history"),
        (read, ask),
        lambda patch: patch.setattr(closed, "refusal", lambda request: None),
    ),
    Layer(
        "the host of a file",
        (),
        (serve,),
        lambda patch: patch.setattr(cms.pages.serving, "_is_public_here", lambda document, portal: True),
    ),
]


def _findings(world, layer):
    return Crawl(world, "chief", depth=FEW, only=layer.views or None).run(layer.phases).findings


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.name)
def test_without_a_layer_the_crawl_finds_something(world, monkeypatch, layer):
    assert _findings(world, layer) == []
    layer.off(monkeypatch)
    assert _findings(world, layer) != []


def test_without_the_scope_of_an_export_one_that_forgot_its_own_would_show_b(world, monkeypatch, settings):
    """No export of today's needs it: each asks for rights on pages as well. So one is added that does not."""
    settings.ROOT_URLCONF = "tests.isolation.probe_urls"
    layer = Layer("", ("probe",), (ask,), None)
    assert [view.name for view in Crawl(world, "chief", only=layer.views).views] == ["probe"]
    assert _findings(world, layer) == []
    monkeypatch.setattr(middleware, "_within", lambda scope, chunks: chunks)
    assert [finding.kind for finding in _findings(world, layer)] == ["read"]


@task()
def names_of_posts():
    """A task that forgot to say for which portals it works."""
    return list(Post.objects.values_list("title", flat=True))


def test_without_the_scope_of_tasks_one_that_forgot_its_own_would_see_b(world, monkeypatch):
    words = pattern(B)
    assert words.findall(str(names_of_posts.enqueue().return_value)) == []
    monkeypatch.setattr(task_scope, "NOTHING", task_scope.EVERYTHING)
    assert words.findall(str(names_of_posts.enqueue().return_value)) != []
