"""Makes the few rows a test needs, through the product's own doors: provisioning, planting, actions."""

from .pages import make_article, make_document, make_file, make_image, make_post, publish, section_page
from .people import make_user
from .portals import make_portal
from .sections import make_record, make_schedule

__all__ = [
    "make_article",
    "make_document",
    "make_file",
    "make_image",
    "make_portal",
    "make_post",
    "make_record",
    "make_schedule",
    "make_user",
    "publish",
    "section_page",
]
