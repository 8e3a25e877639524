"""Where the import from Word stands in Wagtail's admin."""

from django.urls import path
from wagtail import hooks

from .views import WordImportView, WordIntoPageView


def connect():
    """Called by wagtail_hooks.py."""
    addresses = [
        path("word/<slug:page_type>/<int:parent_page_id>/", WordImportView.as_view(), name="word_import"),
        path("word/<int:page_id>/", WordIntoPageView.as_view(), name="word_into_page"),
    ]
    hooks.register("register_admin_urls", lambda: addresses)
