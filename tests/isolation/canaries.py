"""Words that exist in one portal only: wherever one is seen, something of that portal is seen.

A canary is the portal's own word followed by where it was put ("zqbravodrafttitle"): lower case, letters and digits
only, so that it survives slugs, escaping and search. The word is long enough for no random key ever to hold it.
"""

import re

from django.db import models
from wagtail.fields import RichTextField, StreamField

A, B, C, DISTRICT = "zqalpha", "zqbravo", "zqcharlie", "zqdelta"
PHONES = {A: "0987650001", B: "0987650002", C: "0987650003", DISTRICT: "0987650004"}
PHONE_FIELDS = {"phone", "mobile", "fax"}

# What the program itself computes, or what would break if it were a word.
COMPUTED = {
    "path", "url_path", "draft_title", "password", "section", "starts_section", "file_hash", "file_extension",
    "translation_key", "entry_hash", "event_hash", "previous_hash", "head_hash", "digest", "key_hash", "prefix",
}  # fmt: skip


def pattern(word):
    """Finds every canary of the portal with this word."""
    return re.compile(f"{word}[a-z0-9]*|{PHONES[word]}", re.IGNORECASE)


def canary(word, *place):
    """The canary of one place: `canary("zqbravo", "draft", "lead")` is "zqbravodraftlead"."""
    return word + re.sub(r"[^a-z0-9]", "", "".join(place).lower())


def fill(record, word, label):
    """Put a canary into every text field of an unsaved record that is still empty."""
    for field in record._meta.concrete_fields:
        if _is_free(record, field):
            setattr(record, field.attname, _value(field, word, label))
    return record


def _is_free(record, field):
    names = {other.name for other in record._meta.concrete_fields}
    if field.name in COMPUTED or field.choices or not field.editable or f"{field.name}_vi" in names:
        return False
    is_text = isinstance(field, models.CharField | models.TextField | StreamField) and not field.primary_key
    return is_text and not isinstance(field, models.FilePathField) and not getattr(record, field.attname)


def _value(field, word, label):
    token = canary(word, label, field.name)
    if field.name in PHONE_FIELDS:
        return PHONES[word]
    if isinstance(field, StreamField):
        return [("heading", token), ("paragraph", f"<p>{token}</p>"), ("quote", {"text": token, "source": token})]
    if isinstance(field, RichTextField):
        return f"<p>{token}</p>"
    if isinstance(field, models.EmailField):
        return f"{token}@{word}.example"
    if isinstance(field, models.URLField):
        return f"https://{token}.example/"
    return token[: field.max_length]
