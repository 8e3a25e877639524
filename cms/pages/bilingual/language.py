"""The *content* language, kept apart from Django's *interface* language.

modeltranslation follows `django.utils.translation.get_language()`, which in Wagtail's admin is the editor's
own language: an editor with an English interface would read and write the English columns. So it is given a
language of its own, Vietnamese unless the public site or a preview says otherwise.
"""

from contextlib import contextmanager
from contextvars import ContextVar

import modeltranslation.fields
import modeltranslation.manager
import modeltranslation.translator
import modeltranslation.utils
from django.utils import translation
from modeltranslation import settings as modeltranslation_settings

SOURCE = modeltranslation_settings.DEFAULT_LANGUAGE
ENGLISH = "en"

_content: ContextVar[str | None] = ContextVar("content_language", default=None)  # which columns are read
_site: ContextVar[str | None] = ContextVar("site_language", default=None)  # which URL prefix is written


def get_content_language():
    return _content.get() or SOURCE


@contextmanager
def content_language(code):
    """Read and write the columns of this language."""
    token = _content.set(code)
    try:
        yield
    finally:
        _content.reset(token)


def get_site_language():
    return _site.get() or SOURCE


@contextmanager
def site_language(code):
    """Interface words, content and addresses: what a visitor of that language's site gets."""
    token = _site.set(code)
    try:
        with translation.override(code), content_language(code):
            yield
    finally:
        _site.reset(token)


def install():
    """Hand modeltranslation our language; fails loudly if an upgrade moved what is replaced."""
    patched = (modeltranslation.fields, modeltranslation.manager, modeltranslation.translator, modeltranslation.utils)
    for module in patched:
        if not hasattr(module, "get_language"):
            raise RuntimeError(
                f"{module.__name__} has no get_language any more: check the upgrade of modeltranslation"
            )
        module.get_language = get_content_language
