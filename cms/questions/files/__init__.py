"""Files that come with a case: looked at before they come in, handed out only to whoever may read them."""

from .checks import MOST_FILES, PAPERS, SOUND, allowed_words, check_together, check_upload
from .serving import link_for, open_link, serve_case_file

__all__ = [
    "MOST_FILES",
    "PAPERS",
    "SOUND",
    "allowed_words",
    "check_together",
    "check_upload",
    "link_for",
    "open_link",
    "serve_case_file",
]
