"""What is found in a Word report, before anything of it is kept."""

from collections import Counter
from dataclasses import dataclass, field


class Unreadable(Exception):
    """The file is no Word report with words in it; says so in a sentence for an editor."""


@dataclass
class Picture:
    data: bytes
    alt: str


@dataclass
class Report:
    """`blocks` are pairs (kind, value) in order; a picture's value is {"number" in `pictures`, "caption"}.

    `notes` are the blocks of the footnotes, which come last.
    """

    title: str = ""
    lead: str = ""
    blocks: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    pictures: list = field(default_factory=list)
    left_out: Counter = field(default_factory=Counter)  # what was not brought, in an editor's words
