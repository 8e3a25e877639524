"""The last step of every refresh: entries become what they copy, and the engine is told."""

from .engines import engine
from .entries import EMPTIED, take
from .models import SearchEntry

WRITTEN = [field.name for field in SearchEntry._meta.concrete_fields if field.name not in ("id", "uid", "lang")]


def bring_into_line(known, wanted, *, anew=False):
    """`known`: a queryset of entries, `wanted`: {uid: field values} of what they should be; the others are emptied.

    Returns how many entries changed. With `anew` the engine takes in unchanged ones as well.
    """
    known = {entry.uid: entry for entry in known}
    changed = [entry for uid, entry in known.items() if take(entry, wanted.get(uid, EMPTIED))]
    born = SearchEntry.objects.bulk_create(SearchEntry(**values) for uid, values in wanted.items() if uid not in known)
    SearchEntry.objects.bulk_update(changed, WRITTEN, batch_size=50)
    told = [*born, *(known.values() if anew else changed)]
    engine().remove([entry.uid for entry in told if entry.deleted])
    engine().index([entry for entry in told if not entry.deleted])
    return len(born) + len(changed)
