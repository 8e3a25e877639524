"""The introduction page: own texts where the demonstration has some, the common ones of the kind of unit elsewhere."""

from .places import capital, place_of
from .profiles import profile_of
from .reading import read_portals, read_yaml
from .sections.contents import content_of
from .writing import paragraphs

FIELDS = ("functions", "duties", "structure", "history")


def introduction_of(slug):
    """{"functions", "duties", "structure", "history", "en": {...}} with the slots filled; texts, not yet rich text."""
    texts, row = read_yaml("content/introductions.yaml"), read_portals()[slug]
    sort = row["level"] if row["level"] in texts["generic"] else row["group"]
    common, own = texts["generic"].get(sort, {}), texts["own"].get(slug, {})
    vietnamese, english = _slots(slug)
    merged = {name: (own.get(name) or common.get(name, "")).format_map(vietnamese) for name in FIELDS}
    translated = common.get("en", {}) | own.get("en", {})
    return merged | {"en": {name: text.format_map(english) for name, text in translated.items()}}


def fill_introduction(page, slug):
    profile, texts = profile_of(slug), introduction_of(slug)
    decision = content_of(slug, "decision")
    if decision:
        page.decision_number, page.decision_date = decision["number"], decision["date"]
    left_out = {"functions": ("duties", "structure", "history"), "old": ("history",)}.get(profile.introduction, ())
    for name in FIELDS:
        if name not in left_out and (name != "history" or profile.history):
            setattr(page, name, paragraphs(texts[name]))
    if profile.english:
        for name, text in texts["en"].items():
            setattr(page, f"{name}_en", paragraphs(text))
    if profile.english_outdated:
        _outdate(page)
    return page


def _outdate(page):
    """The English was true once; then the Vietnamese went on without it."""
    page.sync_translation_meta()
    page.functions += paragraphs("Từ năm 2024, cơ quan được giao thêm nhiệm vụ theo dõi chuyển đổi số ở cơ sở.")


def _slots(slug):
    place = place_of(slug)
    vietnamese = {"org": place.org, "place": place.place, "parent": place.parent}
    english = {"org": place.org_en, "place": place.place_en}
    return tuple(
        words | {name.capitalize(): capital(text) for name, text in words.items()} for words in (vietnamese, english)
    )
