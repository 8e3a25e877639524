"""What counts as "the same text": values stripped of ids, keys and white space, and their digests."""

import hashlib
import json
import re

from django.db import models
from django.utils.html import strip_tags
from wagtail.blocks import StreamValue

_BLOCK_KEY = re.compile(r'\s*data-block-key="[^"]*"')
_HAS_OBJECT = re.compile(r"<(img|embed|hr)\b")


def plain(value):
    """A JSON-like value in which only what a reader would notice is left."""
    if isinstance(value, StreamValue):
        value = list(value.get_prep_value())
    if isinstance(value, models.Model):
        value = value.pk
    return _strip(value)


def _strip(node):
    if isinstance(node, dict):
        return {key: _strip(value) for key, value in node.items() if key != "id"}
    if isinstance(node, list):
        return [_strip(value) for value in node]
    if isinstance(node, str):
        return " ".join(_BLOCK_KEY.sub("", node).split())
    return node


def is_empty(value):
    value = plain(value)
    if isinstance(value, str):
        return not (strip_tags(value).strip() or _HAS_OBJECT.search(value))
    if isinstance(value, list):
        return all(is_empty(item) for item in value)
    return value is None or value == {}


def digest(value):
    """16 hexadecimal digits that change when a reader would see a change."""
    raw = json.dumps(plain(value), ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.blake2b(raw.encode(), digest_size=8).hexdigest()
