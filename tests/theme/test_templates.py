"""Laws that hold for every template of the project, whoever writes it."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

ROOMS = ("cms", "tenants", "search", "compliance", "demo")
TEMPLATES = sorted(
    path for room in ROOMS for path in (settings.BASE_DIR / room).rglob("*.html") if "templates" in path.parts
)
INLINE = {
    "style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.I),
    "style element": re.compile(r"<style\b", re.I),
    "script without a source": re.compile(r"<script\b(?![^>]*(\bsrc=|type=\"application/json\"))", re.I),
    "event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=\s*[\"']", re.I),
    "javascript address": re.compile(r"(href|src)\s*=\s*[\"']\s*javascript:", re.I),
}
FOREIGN = re.compile(r"<(?:script|img|iframe|source)\b[^>]*\bsrc=[\"']https?:", re.I)

# A name of a language is written in that language; a failure speaks both at once; the gallery is for developers.
ALWAYS_BOTH = {"400.html", "500.html", "utility.html", "gallery.html", "unknown_host.html"}


def short(path):
    return str(Path(path).relative_to(settings.BASE_DIR))


def named(path):
    return "/".join(path.parts[path.parts.index("templates") + 1 :])


def test_the_scan_sees_the_templates():
    assert {"cms/theme/templates/theme/base.html", "cms/pages/templates/pages/home_page.html"} <= {
        short(p) for p in TEMPLATES
    }


@pytest.mark.parametrize("fault", INLINE)
def test_no_template_carries_what_the_content_policy_forbids(fault):
    assert [short(p) for p in TEMPLATES if INLINE[fault].search(p.read_text())] == []


@pytest.mark.parametrize(
    ("fault", "planted"),
    [
        ("style attribute", '<p class="a" style="color: red">'),
        ("style element", "<style>p {}</style>"),
        ("script without a source", "<script>alert(1)</script>"),
        ("event attribute", '<a href="#" onclick="go()">'),
        ("javascript address", '<a href="javascript:go()">'),
    ],
)
def test_the_scan_finds_what_is_planted(fault, planted):
    assert INLINE[fault].search(planted)


def test_no_template_asks_another_host_for_anything():
    assert [short(p) for p in TEMPLATES if FOREIGN.search(p.read_text())] == []


def test_templates_are_short():
    assert {short(p): n for p in TEMPLATES if (n := len(p.read_text().splitlines())) > 60} == {}


def test_every_template_compiles():
    for path in TEMPLATES:
        get_template(named(path))


def test_visible_vietnamese_is_marked_for_translation():
    """Outside tags, comments and the static error page no letter with a Vietnamese accent stands in our templates."""
    accent = re.compile(r"[ăâđêôơưàáạảãầấậẩẫằắặẳẵèéẹẻẽềếệểễìíịỉĩòóọỏõồốộổỗờớợởỡùúụủũừứựửữỳýỵỷỹ]", re.I)
    marked = re.compile(r"{% comment.*?endcomment %}|{% blocktranslate.*?endblocktranslate %}|{%.*?%}|{{.*?}}", re.S)
    loose = [short(p) for p in TEMPLATES if p.name not in ALWAYS_BOTH and accent.search(marked.sub("", p.read_text()))]
    assert loose == []
