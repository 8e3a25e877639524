"""Why a file stays outside."""


class NotAllowed(Exception):
    """A file that may not come in; says in one sentence what was found."""

    def __init__(self, found):
        super().__init__(found)
        self.found = found
