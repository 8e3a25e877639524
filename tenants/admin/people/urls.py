"""Addresses of this room that are open without a log-in."""

from django.urls import path

from .offer import OfferView

urlpatterns = [path("<str:token>/", OfferView.as_view(), name="invitation")]
