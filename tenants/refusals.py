"""What a verb answers instead of writing."""


class Refused(Exception):
    """A verb does not do what it was asked; the message says why, in the reader's language.

    `field`: which field of the portal is at fault, if it is one.
    """

    def __init__(self, message, *, field=None):
        super().__init__(message)
        self.field = field
