"""Where public questions stand.

A page is addressed by the number of its case and nothing else. The code of the case is the asker's key and never in a
public address. Words of the heading are not either: what is masked later would live on in links and logs of others. A
number tells at most how many cases there are on all portals.
"""

from django.urls import reverse

from cms.pages.bilingual.language import site_language
from tenants.hosts import base_url


def path_of(number):
    """The path in the language of the site."""
    return reverse("public_question", args=[number])


def address_of(question, language, request=None):
    """The full address on the portal that holds the question."""
    with site_language(language):
        return base_url(question.portal_id, request) + path_of(question.number)


def alternates_of(question, request=None):
    """hreflang rows: a question asked in English is there in both languages, any other in Vietnamese alone."""
    languages = ("vi", "en") if question.language == "en" else ("vi",)
    rows = [{"lang_code": code, "location": address_of(question, code, request)} for code in languages]
    return [*rows, {"lang_code": "x-default", "location": rows[0]["location"]}]
