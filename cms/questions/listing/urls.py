"""Included below i18n_patterns, before pages: what is no number stays a page below the section."""

from django.urls import path, re_path

from . import views
from .feeds import QuestionFeed

urlpatterns = [
    path("hoi-dap/", views.index, name="public_questions"),
    path("hoi-dap/rss/", QuestionFeed(), name="public_questions_feed"),
    re_path(r"^hoi-dap/(?P<question_number>[1-9][0-9]{0,17})/$", views.detail, name="public_question"),
]
