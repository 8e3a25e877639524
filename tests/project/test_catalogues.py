"""The catalogues are whole: they compile, nothing is empty or guessed, and no translation loses what it must carry."""

import gettext
import io
import re
from functools import cache

import polib
import pytest

from tests.project.tree import ROOT

PATHS = sorted(ROOT.glob("locale/*/LC_MESSAGES/*.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)[sdr]|%[sd]\b|\{\w*\}")
TAG = re.compile(r"</?[a-z][^<>]*>")
FORMS = {"vi": "nplurals=1; plural=0;", "en": "nplurals=2; plural=(n != 1);"}

each_catalogue = pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path.parts[-3]}-{path.stem}")


@cache
def read(path):
    return polib.pofile(path)


def sources(entry):
    return [entry.msgid, entry.msgid_plural] if entry.msgid_plural else [entry.msgid]


def strings(entry):
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def carried(pattern, text):
    return sorted(set(pattern.findall(text)))


def losses(entry, pattern):
    """Translations that carry something else than one of the source's forms. Vietnamese has one form for two."""
    allowed = [carried(pattern, source) for source in sources(entry)]
    return [string for string in strings(entry) if carried(pattern, string) not in allowed]


def edges(text):
    """The white space around a text, where words are put together by templates."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def test_both_languages_have_their_catalogues():
    assert [f"{path.parts[-3]}/{path.name}" for path in PATHS] == ["en/django.po", "vi/django.po", "vi/djangojs.po"]


@each_catalogue
def test_a_catalogue_compiles_with_the_plurals_of_its_language(path):
    compiled = gettext.GNUTranslations(io.BytesIO(read(path).to_binary()))
    assert compiled.info()["plural-forms"] == FORMS[path.parts[-3]]


@each_catalogue
def test_nothing_is_empty_fuzzy_or_left_over(path):
    unfit = [entry.msgid for entry in read(path) if entry.fuzzy or entry.obsolete or not all(strings(entry))]
    assert unfit == []


@each_catalogue
def test_no_word_stands_twice(path):
    keys = [(entry.msgctxt, entry.msgid) for entry in read(path)]
    assert sorted({str(key) for key in keys if keys.count(key) > 1}) == []


@each_catalogue
def test_placeholders_are_those_of_the_source(path):
    assert [(e.msgid, found) for e in read(path) if (found := losses(e, PLACEHOLDER))] == []


@each_catalogue
def test_markup_is_that_of_the_source(path):
    assert [(e.msgid, found) for e in read(path) if (found := losses(e, TAG))] == []


@each_catalogue
def test_white_space_at_the_edges_is_that_of_the_source(path):
    entries = read(path)
    assert [e.msgid for e in entries if edges(e.msgid) not in [edges(string) for string in strings(e)]] == []


@each_catalogue
def test_a_placeholder_never_touches_the_word_beside_it(path):
    glued = re.compile(r"(?<=[^\W\d_])%\(\w+\)[sd]|%\(\w+\)[sd](?=[^\W\d_])")
    allowed = {entry.msgid for entry in read(path) if glued.search(entry.msgid)}
    found = [s for e in read(path) for s in strings(e) if e.msgid not in allowed and glued.search(s)]
    assert found == []


@pytest.mark.parametrize("old", ["xoá", "khoá", "huỷ", "hoá", "tập tin", "bình luận", "xuất bản", "hình ảnh"])
def test_one_word_and_one_spelling_for_each_notion(old):
    """The words that docs/glossary.md has decided against."""
    vietnamese = [entry for path in PATHS if "vi" in path.parts for entry in read(path)]
    assert [s for entry in vietnamese for s in strings(entry) if old in s.lower()] == []
