"""Where documents meet Wagtail's admin."""

from django.urls import include, path
from wagtail import hooks

from .bulk import bulk_button, bulk_relations
from .choosing import choose
from .schedule import name_the_refusal

ADDRESSES = [
    path("choose/", choose, name="choose"),
    path("choose/<int:parent_page_id>/", choose, name="choose_below"),
    path("<int:page_id>/relations/", bulk_relations, name="relations"),
]


def register():
    """Called by wagtail_hooks.py."""
    hooks.register("register_admin_urls", lambda: [path("legal/", include((ADDRESSES, "documents")))])
    hooks.register("register_page_header_buttons", bulk_button)
    hooks.register("register_log_actions", name_the_refusal)
