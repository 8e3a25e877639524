"""The verbs on cases: each one transaction, the row locked, events appended, an entry of the log, mails written.

Who may do it has been asked before (permissions.py). A verb raises NotDone with a sentence for the person who tried.
"""

from .after_answer import rate, reopen
from .answering import (
    Drafted,
    correct,
    drafted,
    save_draft,
    send_draft_back,
    set_visibility,
    sign,
    submit,
)
from .asking import Contact, Upload, ask, takes_questions
from .handing import forward, receive, send_back_to_sender, split
from .handling import NotDone, Stale
from .removing import remove, restore
from .standing import next_steps
from .timing import ask_back, clarify, extend, latest_extension, resume

__all__ = [
    "Contact",
    "Drafted",
    "NotDone",
    "Stale",
    "Upload",
    "ask",
    "ask_back",
    "clarify",
    "correct",
    "drafted",
    "extend",
    "forward",
    "latest_extension",
    "next_steps",
    "rate",
    "receive",
    "remove",
    "reopen",
    "restore",
    "resume",
    "save_draft",
    "send_back_to_sender",
    "send_draft_back",
    "set_visibility",
    "sign",
    "split",
    "submit",
    "takes_questions",
]
