"""Compares the words in the source with the English catalogue: `check` reports, `update` writes what is missing.

Vietnamese stands in the source, so English is the only catalogue. Needs no gettext.
"""

import io
import os
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

FOLDERS = ("tenants", "cms", "compliance", "search", "demo")
CATALOGUE = Path("locale/en/LC_MESSAGES/django.po")
SKIPPED = {"node_modules", "migrations", "build"}
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "_": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def sources():
    """Every Python file and template, in one order on every machine."""
    for folder in FOLDERS:
        for path in sorted(Path(folder).rglob("*")):
            if path.suffix in {".py", ".html", ".txt"} and not SKIPPED & set(path.parts):
                yield path


def as_python(path):
    """Python as it is; a template as the Python calls that gettext would see in it, line for line."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return text
    return "\n".join(line.strip() for line in templatize(text, origin=str(path)).splitlines())


def used():
    """Catalog of all words in the source, without line numbers, so that moving code changes nothing."""
    catalog = Catalog()
    for path in sources():
        code = io.BytesIO(as_python(path).encode())
        for _line, message, _comments, context in extract("python", code, keywords=KEYWORDS):
            catalog.add(message, locations=[(str(path), 0)], context=context)
    catalog.obsolete.clear()
    return catalog


def read_catalogue():
    if not CATALOGUE.exists():
        return Catalog(locale="en", project="provincial-portals", charset="utf-8")
    with CATALOGUE.open("rb") as stream:
        return read_po(stream, locale="en")


def is_empty(message):
    strings = message.string if isinstance(message.string, tuple) else (message.string,)
    return not all(strings)


def complaints(words, catalogue):
    """One line per word that an English reader would meet in Vietnamese, or that nobody uses any more."""
    for message in words:
        if not message.id:
            continue
        known = catalogue.get(message.id, context=message.context)
        where = ", ".join(place for place, _line in message.locations)
        if known is None:
            yield f"not translated: {message.id!r} ({where})"
        elif not is_empty(known):
            yield from (f"{message.id!r}: {error}" for error in known.check())
    for message in catalogue:
        if message.id and words.get(message.id, context=message.context) is None:
            yield f"used nowhere: {message.id!r}"


def unfinished():
    """One line per entry of any catalogue that a translator has left empty or a machine has guessed."""
    for path in sorted(Path("locale").rglob("*.po")):
        with path.open("rb") as stream:
            for message in read_po(stream):
                if message.id and (message.fuzzy or is_empty(message)):
                    yield f"empty or fuzzy: {message.id!r} ({path})"


def update(words, catalogue):
    """The catalogue with new words added, empty, and unused ones dropped; what is translated stays as it is."""
    fresh = Catalog(locale="en", project="provincial-portals", charset="utf-8", fuzzy=False)
    for message in sorted((m for m in words if m.id), key=lambda m: (m.locations[0], str(m.id))):
        known = catalogue.get(message.id, context=message.context)
        fresh.add(message.id, known.string if known else "", locations=message.locations, context=message.context)
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    with CATALOGUE.open("wb") as stream:
        write_po(stream, fresh, omit_header=False, include_lineno=False, width=119)


def main(action):
    words, catalogue = used(), read_catalogue()
    if action == "update":
        return update(words, catalogue)
    found = [*complaints(words, catalogue), *unfinished()]
    print("\n".join(found) or f"All {len(words)} messages have their English words.")
    if found:
        sys.exit(f"{len(found)} to mend in {CATALOGUE}; `make catalogue` adds the new ones, empty.")
    return None


if __name__ == "__main__":
    os.chdir(Path(__file__).resolve().parent.parent)
    main(sys.argv[1] if len(sys.argv) > 1 else "check")
