"""The public page of every page type, on a phone and at a desk: axe finds nothing serious, nothing is too wide."""

import pytest
from django.utils import timezone

from tenants.models import Portal
from tests.factories import make_post
from tests.pages.types.filling import fill_born, make_all
from tests.pages.types.specimens import BORN, SPECIMENS
from tests.project.tree import ROOT

AXE = ROOT / "node_modules/axe-core/axe.min.js"
FINDINGS = """async () => {
    const result = await axe.run(document, {resultTypes: ["violations"]});
    return result.violations
        .filter(one => ["serious", "critical"].includes(one.impact))
        .map(one => `${one.id}: ${one.nodes.map(node => node.html.slice(0, 160)).join(" | ")}`);
}"""
WIDER = "document.documentElement.scrollWidth - innerWidth"
TABS = ["/thong-tin-chuyen-de/?loai=tuyen-dung", "/chi-dao-dieu-hanh/?xem=lich", "/pho-bien-phap-luat/?loai=to-gap"]


@pytest.fixture
def paths(world):
    """[(portal, path)] of a filled page of every type, and of lists that a tab has narrowed."""
    found = [("xa-a", path) for path in TABS]
    for slug in ("tinh", "xa-a"):
        portal = Portal.objects.select_related("site__root_page", "collection").get(slug=slug)
        fill_born(portal)
        make_post(portal, phone="0214 3000 001", biography="Tiểu sử.")
        made = list(make_all(portal, timezone.localdate()))
        born = [specimen.model for specimen in BORN if specimen.portal == slug]
        assert {*born, *map(type, made)} >= {specimen.model for specimen in SPECIMENS if specimen.portal == slug}
        found += [(slug, page.url_path.removeprefix(f"/{slug}")) for page in made]
        found += [(slug, specimen.address) for specimen in BORN if specimen.portal == slug]
    return found


def test_every_page_type_is_accessible_and_fits(screen, paths, address):
    screen.context.add_init_script(path=AXE)
    faults = {}
    for slug, path in paths:
        assert screen.goto(address(slug, path)).status == 200
        found = screen.evaluate(FINDINGS)
        wider = screen.evaluate(WIDER)
        if found or wider > 0:
            faults[path] = [*found, wider]
    assert (faults, screen.errors) == ({}, [])


def test_axe_is_awake(screen, world, address):
    screen.context.add_init_script(path=AXE)
    screen.goto(address("xa-a", "/"))
    screen.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x><button></button>')")
    assert sorted(one.partition(":")[0] for one in screen.evaluate(FINDINGS)) == ["button-name", "image-alt"]
