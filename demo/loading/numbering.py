"""Numbers of invented documents: they look like the real ones of the kind of unit."""

from cms.pages.accents import without_accents

from .reading import read_portals

SILENT_WORDS = {"và", "-"}


def number_of(template, slug, issued, *, rng):
    """12/QĐ-UBND; a department's own letters stand where the form alone would not tell who issued it."""
    code = template["code"]
    if "-" not in code:
        code = f"{code}-{letters_of(slug)}"
    return f"{issued.timetuple().tm_yday * 2 + rng.randrange(1, 9)}/{code}"


def letters_of(slug):
    """Sở Thông tin và Truyền thông -> STTTT; localities speak as UBND."""
    row = read_portals()[slug]
    if row["level"] in ("province", "district", "commune"):
        return "UBND"
    words = [word for word in row["name"].split() if word not in SILENT_WORDS]
    return "".join(without_accents(word)[0] for word in words).upper()[:8]
