"""Included below i18n_patterns: `/tim-kiem/`, and `/en/tim-kiem/` in English."""

from django.urls import path

from . import views

urlpatterns = [path("tim-kiem/", views.results, name="search")]
