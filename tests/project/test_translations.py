"""The check of the message catalogue sees what a reader of English would see."""

import importlib.util

import pytest
from babel.messages.catalog import Catalog

from tests.project.tree import ROOT

TEMPLATE = """{% load i18n %}
{% if it's %}
        <p title="{% translate "Tìm kiếm" %}">{% translate "Tin" context "nhãn" as label %}</p>
    {% blocktranslate count n=rows|length trimmed %}
        {{ n }} bài
    {% plural %}
        {{ n }} bài
    {% endblocktranslate %}
{% endif %}
"""
PYTHON = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext
TITLE = _("Văn bản")
def shown(n, stream):
    return pgettext("nút", "Gửi"), ngettext("%(n)d tệp", "%(n)d tệp", n) % {"n": n}, stream("không phải lời")
"""


@pytest.fixture
def translations(tmp_path, monkeypatch):
    spec = importlib.util.spec_from_file_location("translations", ROOT / ".ci/translations.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cms/templates").mkdir(parents=True)
    (tmp_path / "cms/templates/page.html").write_text(TEMPLATE)
    (tmp_path / "cms/views.py").write_text(PYTHON)
    return module


@pytest.fixture
def filled(translations):
    """A catalogue in which everything is translated."""
    catalogue = Catalog(locale="en")
    for message in translations.used():
        if message.id:
            catalogue.add(message.id, message.id, context=message.context)
    return catalogue


def test_words_are_found_in_templates_and_python(translations):
    found = {(message.context, message.id) for message in translations.used() if message.id}
    assert found == {
        (None, "Tìm kiếm"),
        ("nhãn", "Tin"),
        (None, ("%(n)s bài", "%(n)s bài")),
        (None, "Văn bản"),
        ("nút", "Gửi"),
        (None, ("%(n)d tệp", "%(n)d tệp")),
    }


def test_a_full_catalogue_is_in_order(translations, filled):
    assert list(translations.complaints(translations.used(), filled)) == []


def test_a_missing_a_broken_and_a_useless_entry_are_named(translations, filled):
    filled.delete("Văn bản")
    filled["%(n)d tệp"].string = ("%(m)d file", "%(n)d files")
    filled.add("Xưa", "Old")
    found = list(translations.complaints(translations.used(), filled))
    assert found[0] == "not translated: 'Văn bản' (cms/views.py)"
    assert found[1].startswith("('%(n)d tệp', '%(n)d tệp'): ")
    assert found[2:] == ["used nowhere: 'Xưa'"]


def test_an_update_keeps_what_is_translated_and_leaves_the_rest_empty(translations):
    known = Catalog(locale="en")
    known.add("Văn bản", "Documents")
    known.add("Xưa", "Old")
    translations.update(translations.used(), known)
    fresh = translations.read_catalogue()
    assert fresh["Văn bản"].string == "Documents"
    assert fresh["Tìm kiếm"].string == ""
    assert fresh.get("Xưa") is None
    assert len(list(translations.unfinished())) == 5


def test_the_english_catalogue_is_complete_for_a_plural(translations):
    known = Catalog(locale="en")
    known.add(("%(n)d tệp", "%(n)d tệp"), ("%(n)d file", ""))
    assert translations.is_empty(known["%(n)d tệp"])
