"""What rooms below are told of public questions when the server starts."""

from cms.pages.contexts.home import HOME_PARTS
from cms.pages.models.content import FILLED_BY

from .home import latest_questions
from .queries import public_rows_of_all


def connect():
    """The section is filled by what is shown in it; the home names the newest."""
    FILLED_BY["questions"] = public_rows_of_all
    if latest_questions not in HOME_PARTS:
        HOME_PARTS.append(latest_questions)
