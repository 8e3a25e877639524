from django.conf import settings
from django.utils.translation import get_language_from_path

from .language import SOURCE, get_site_language


def bilingual(request):
    """The site's language and the same address in each language, for the switch in the header."""
    path = request.get_full_path()
    current = get_language_from_path(request.path)
    bare = path[len(current) + 1 :] if current else path
    return {
        "site_language": get_site_language(),
        "language_urls": {code: bare if code == SOURCE else f"/{code}{bare}" for code, _name in settings.LANGUAGES},
    }
