"""Names of stored pictures. A proxy hands them out to whoever knows the name, so nobody must be able to guess one."""

import os
import secrets

TOKEN_BYTES = 16  # 128 bits: 22 characters


def unguessable(folder, name):
    """`kind/name` in the portal's folder, behind a token of its own: neither the original nor another size tells it.

    The token is a folder, for a name that is too long is cut.
    """
    kind, filename = os.path.split(name)
    return f"{folder}/{kind}/{secrets.token_urlsafe(TOKEN_BYTES)}/{filename}"
