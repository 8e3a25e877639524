"""What a crawl tries, one after the other."""

from .api import act
from .asking import ask
from .bulk import bulk
from .exploring import explore
from .links import link
from .previewing import preview
from .public import serve
from .reading import read
from .relations import relate
from .uploading import upload
from .writing import write

PHASES = (explore, read, write, bulk, act, upload, link, preview, serve)

__all__ = ["PHASES", "act", "ask", "bulk", "explore", "link", "preview", "read", "relate", "serve", "upload", "write"]
