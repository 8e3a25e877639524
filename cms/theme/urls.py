"""The debug-only gallery; the composition root includes this module when DEBUG is on."""

from django.urls import path

from .gallery import gallery

urlpatterns = [path("", gallery, name="theme_gallery")]
