"""What a crawl tries, one after the other."""

from .api import act
from .asking import ask
from .bulk import bulk
from .exploring import explore
from .links import link
from .public import serve
from .reading import read
from .relations import relate
from .uploading import upload
from .writing import write

PHASES = (explore, read, write, bulk, act, upload, link, serve)

__all__ = ["PHASES", "act", "ask", "bulk", "explore", "link", "read", "relate", "serve", "upload", "write"]
