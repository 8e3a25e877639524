"""Where the import from Word stands in Wagtail's admin."""

from django.urls import path
from wagtail import hooks

from .views import WordImportView


def connect():
    """Called by wagtail_hooks.py."""
    address = path("word/<slug:page_type>/<int:parent_page_id>/", WordImportView.as_view(), name="word_import")
    hooks.register("register_admin_urls", lambda: [address])
