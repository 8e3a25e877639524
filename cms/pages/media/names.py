"""Names of stored pictures. A proxy hands them out to whoever knows the name, so nobody must be able to guess one."""

import os
import secrets

TOKEN_BYTES = 16  # 128 bits: 22 characters
LONGEST = 100  # characters that the column of a file holds, folders included


def unguessable(folder, name):
    """`kind/name` in the portal's folder, behind a token of its own: neither the original nor another size tells it.

    The token is a folder, and the name behind it is cut where all together would be too long: Wagtail leaves 60
    characters to the name of another size, and a portal's number may have any number of figures.
    """
    kind, filename = os.path.split(name)
    place = f"{folder}/{kind}/{secrets.token_urlsafe(TOKEN_BYTES)}/"
    stem, extension = os.path.splitext(filename)
    return f"{place}{stem[: LONGEST - len(place) - len(extension)]}{extension}"
