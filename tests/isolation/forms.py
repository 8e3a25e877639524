"""Reads the forms of an answer as a browser would send them, also those that scripts draw.

A StreamField's blocks are in the state that the page hands to its script; a new row of an inline panel is in a
template. Modal windows answer JSON with HTML in it.
"""

import json
import re
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, SoupStrainer

STREAM = re.compile(r"(^|\s)w-block(\s|$)")
EMPTY_ROW = "__prefix__"
NOT_SENT = {"submit", "image", "button", "reset"}


@dataclass
class Form:
    """`data` is what is sent untouched; `names` every field there is, also the empty ones; `rows` new inline rows."""

    action: str
    data: dict = field(default_factory=dict)
    names: set = field(default_factory=set)
    options: dict = field(default_factory=dict)
    files: set = field(default_factory=set)
    streams: set = field(default_factory=set)
    rows: dict = field(default_factory=dict)

    def with_row(self, prefix, values):
        """The form with one more row in an inline panel."""
        number = int(self.data[f"{prefix}-TOTAL_FORMS"][0])
        row = {f"{prefix}-{number}-{name}": value for name, value in {**self.rows[prefix], **values}.items()}
        return {**self.data, **row, f"{prefix}-TOTAL_FORMS": [str(number + 1)]}

    def with_block(self, stream, kind, value):
        """The form with one more block at the end of a StreamField."""
        number = int(self.data[f"{stream}-count"][0])
        block = _stream_item(f"{stream}-{number}", number, {"type": kind, "value": value, "id": ""})
        return {**self.data, **block, f"{stream}-count": [str(number + 1)]}


def forms_in(text):
    """Every form of the answer that is sent by POST."""
    for html in _html_in(text):
        soup = BeautifulSoup(html, "html.parser", parse_only=SoupStrainer("form"))
        for tag in soup.find_all("form"):
            if tag.get("method", "get").lower() == "post":
                yield _form(tag)


def _html_in(text):
    if not text.lstrip().startswith("{"):
        return [text]
    try:
        answer, _end = json.JSONDecoder().raw_decode(text.lstrip())
    except ValueError:
        return []
    return [value for value in answer.values() if isinstance(value, str) and "<form" in value]


def _form(tag):
    form = Form(tag.get("action") or "")
    for element in tag.find_all(["input", "select", "textarea"]):
        name = element.get("name")
        if name and name != "csrfmiddlewaretoken" and element.get("type") not in NOT_SENT:
            _take(form, element, name)
    for element in tag.find_all(attrs={"data-controller": STREAM}):
        form.streams.add(element["id"])
        state = json.loads(element.get("data-w-block-arguments-value") or "[[]]")[0] or []
        form.data |= encode(element["id"], state)
    return form


def _take(form, element, name):
    prefix, found, rest = name.partition(f"-{EMPTY_ROW}-")
    values = _values(form, element, name)
    if found:
        form.rows.setdefault(prefix, {})[rest] = (values or [""])[0]
    elif element.get("type") == "file":
        form.files.add(name)
    else:
        form.names.add(name)
        if values:
            form.data[name] = form.data.get(name, []) + values


def _values(form, element, name):
    if element.name == "textarea":
        return [element.text.strip("\n")]
    if element.name == "select":
        return _selected(form, element, name)
    if element.get("type") in ("checkbox", "radio"):
        form.options.setdefault(name, []).append(element.get("value", "on"))
        return [element.get("value", "on")] if element.has_attr("checked") else []
    return [element.get("value", "")]


def _selected(form, element, name):
    options = element.find_all("option")
    form.options[name] = [option.get("value", "") for option in options]
    chosen = [option for option in options if option.has_attr("selected")]
    if not chosen and not element.has_attr("multiple"):
        chosen = options[:1]
    return [option.get("value", "") for option in chosen]


def encode(prefix, state):
    """A block's state as the fields its script would send: {name: [value]}."""
    if isinstance(state, list):
        data = {f"{prefix}-count": [str(len(state))]}
        for number, item in enumerate(state):
            data |= _stream_item(f"{prefix}-{number}", number, item)
        return data
    if isinstance(state, dict) and "edit_url" in state:
        return {prefix: [str(state["id"])]}
    if isinstance(state, dict) and {"columns", "rows", "caption"} <= state.keys():
        return _table(prefix, state)
    if isinstance(state, dict):
        data = {}
        for name, value in state.items():
            data |= encode(f"{prefix}-{name}", value)
        return data
    if isinstance(state, bool):
        return {prefix: ["on"]} if state else {}
    return {prefix: ["" if state is None else str(state)]}


def _table(prefix, state):
    """A table block: its columns, then its cells row by row."""
    data = {
        f"{prefix}-caption": [state["caption"]],
        f"{prefix}-column-count": [str(len(state["columns"]))],
        f"{prefix}-row-count": [str(len(state["rows"]))],
    }
    for number, column in enumerate(state["columns"]):
        given = {"type": column["type"], "heading": column["heading"], "order": str(number), "deleted": ""}
        data |= {f"{prefix}-column-{number}-{name}": [value] for name, value in given.items()}
    for number, row in enumerate(state["rows"]):
        data |= {f"{prefix}-row-{number}-order": [str(number)], f"{prefix}-row-{number}-deleted": [""]}
        for at, value in enumerate(row["values"]):
            data |= encode(f"{prefix}-cell-{number}-{at}", value)
    return data


def _stream_item(prefix, number, item):
    data = {f"{prefix}-deleted": [""], f"{prefix}-order": [str(number)], f"{prefix}-id": [item.get("id") or ""]}
    if "type" in item:
        data[f"{prefix}-type"] = [item["type"]]
    return data | encode(f"{prefix}-value", item["value"])


def rich_text(text, kind=None, key=None):
    """What the rich text editor sends: words, all of them a link to a page or a file if `kind` and `key` say so."""
    entity = {"type": kind, "mutability": "MUTABLE", "data": {"id": key, "url": "/", "parentId": 1}}
    if kind == "IMAGE":
        entity["data"] = {"id": key, "format": "left", "alt": text}
    ranges = [{"key": 0, "offset": 0, "length": len(text)}] if kind else []
    block = {
        "key": "abcde", "text": text, "type": "atomic" if kind == "IMAGE" else "unstyled", "depth": 0,
        "inlineStyleRanges": [], "entityRanges": ranges,
    }  # fmt: skip
    return json.dumps({"blocks": [block], "entityMap": {"0": entity} if kind else {}})
