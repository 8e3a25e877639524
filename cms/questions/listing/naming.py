"""Topics and titles in the language of the site: a case keeps the Vietnamese name that each of them had."""

from dataclasses import dataclass

from django.utils.translation import get_language

from cms.pages.bilingual.language import ENGLISH
from cms.questions.models import OfficialTitle, Topic


@dataclass(frozen=True)
class Named:
    """`lang` is the language of the words where it differs from the page's, else ""."""

    text: str
    lang: str = ""

    def __bool__(self):
        return bool(self.text)

    def __str__(self):
        return self.text


NOTHING = Named("")


def named_topics(*names):
    """{name: Named}; one query on the English site, none on the Vietnamese."""
    return _named(Topic, names)


def named_titles(*names):
    """The same of the titles of who signs, where the province's list holds them."""
    return _named(OfficialTitle, names)


def named_topic(name):
    return named_topics(name).get(name, NOTHING)


def _named(model, names):
    names = set(filter(None, names))
    if get_language() != ENGLISH or not names:
        return {name: Named(name) for name in names}
    english = dict(model.objects.filter(name__in=names).values_list("name", "name_en"))
    return {name: Named(english[name]) if english.get(name) else Named(name, "vi") for name in names}
